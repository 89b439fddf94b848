"""导调手册: how control runs a drill with injects, what each played part says, and a log."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scale import Audience
from generator.papers import drill_parts, injects
from generator.papers.desk import Desk, Rehearsal
from generator.papers.paper import Paper

ORDER = 45
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "导调手册",
    "导调员人手一本：怎么投、怎么停、扮演的人说什么，后面附导调记录表",
    "A4 纵向",
    "导调用",
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill that has injects."""
    for rehearsal in desk.rehearsals():
        if rehearsal.drill.injects:
            content = {
                "particulars": [drill_parts.particulars(rehearsal)],
                "stop": drill_parts.stopping(rehearsal),
                "cautions": list(drill_parts.cautions(rehearsal)),
                "scenario": list(drill_parts.situation(rehearsal)),
                "schedule": drill_parts.timetable(rehearsal),
                "cast": drill_parts.cast(rehearsal),
                "objectives": [drill_parts.aims(rehearsal)],
                "parts": _parts(rehearsal),
            }
            yield desk.drill_paper(rehearsal, "controllers", _TEXTS, content)


def _parts(rehearsal: Rehearsal) -> list[dict[str, object]]:
    """Return what each sender says, in the order of their first message."""
    spoken: dict[str, list[dict[str, object]]] = {}
    for number, one in injects.numbered(rehearsal):
        spoken.setdefault(one.sender.id, []).append(injects.row(rehearsal, number, one))
    return [{"name": rows[0]["sender"], "rows": rows} for rows in spoken.values()]
