"""观摩手册: programme, what to watch, safety and conduct for who looks on; no more than may be known.

Of a drill that is not announced it tells neither scenario nor programme, and is handed out on
the spot.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scale import Audience
from generator.papers import drill_parts
from generator.papers.desk import Desk, Rehearsal
from generator.papers.paper import Paper
from generator.papers.words import spans

ORDER = 80
AUDIENCE = Audience.TRAINER
_TITLE = "观摩手册"
_OPEN = "观摩人员人手一本：看什么、站在哪里、怎么保证安全、怎么不打扰"
_CLOSED = "观摩人员到场才发，散场收回；不写情景和科目"
_SIZE = "A4 纵向"


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill."""
    for rehearsal in desk.rehearsals():
        announced = rehearsal.drill.notice == "预告"
        purpose, copy = (_OPEN, "观摩用") if announced else (_CLOSED, "观摩用·现场发放")
        yield desk.drill_paper(
            rehearsal,
            "observers",
            (_TITLE, purpose, _SIZE, copy),
            _content(rehearsal, announced),
            about=drill_parts.neutral(rehearsal),
        )


def _content(rehearsal: Rehearsal, announced: bool) -> dict[str, object]:
    drill = rehearsal.drill
    return {
        "open": announced,
        "tabletop": drill.form == "桌面",
        "kind": f"{drill.form}·{drill.breadth}·{drill.purpose}",
        "particulars": [drill_parts.particulars(rehearsal, staffed=False)] if announced else [],
        "start": spans(drill.scenario.start) if announced else [],
        "basis": spans(drill.scenario.basis) if announced else [],
        "objectives": drill_parts.objectives(rehearsal) if announced else [],
        "schedule": drill_parts.timetable(rehearsal) if announced else [],
        "programme": _programme(rehearsal) if announced else [],
        "participants": drill_parts.participants(rehearsal) if announced else [],
        "stop": drill_parts.stopping(rehearsal),
    }


def _programme(rehearsal: Rehearsal) -> list[dict[str, str]]:
    """Return the acts of a script or the stages of a tabletop drill."""
    drill = rehearsal.drill
    acts = [{"at": str(a.at), "minutes": str(a.minutes), "title": a.act} for a in drill.script]
    stages = [
        {"at": f"阶段{number}", "minutes": str(stage.minutes), "title": stage.stage}
        for number, stage in enumerate(drill.stages, start=1)
    ]
    return acts or stages
