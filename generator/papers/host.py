"""主持人手册: a tabletop drill stage by stage, with reference points, reasons and follow-ups."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scale import Audience
from generator.papers import drill_parts, tabletop
from generator.papers.desk import Desk
from generator.papers.paper import Paper

ORDER = 32
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "主持人手册",
    "主持人和导调组用：念情景、提问、对参考要点、追问；不给参演人员看",
    "A4 纵向",
    "导调用",
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each tabletop drill."""
    for rehearsal in desk.rehearsals():
        if rehearsal.drill.stages:
            content = {
                "stages": tabletop.stages(rehearsal, True),
                "particulars": [drill_parts.particulars(rehearsal)],
                "cast": drill_parts.cast(rehearsal),
                "schedule": drill_parts.timetable(rehearsal),
                "stop": drill_parts.stopping(rehearsal),
                "cautions": list(drill_parts.cautions(rehearsal)),
                "scenario": list(drill_parts.situation(rehearsal)),
                "objectives": [drill_parts.aims(rehearsal)],
            }
            yield desk.drill_paper(rehearsal, "host", _TEXTS, content)
