"""现场点评: who speaks when, the objectives, and every rated item to tick while people still know."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scale import Audience
from generator.papers import drill_parts, evaluation
from generator.papers.desk import Desk, Rehearsal
from generator.papers.paper import Paper
from generator.papers.report import carried

ORDER = 100
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "现场点评（待填）",
    "演完就地讲评用：先点人，再讲好的，再讲卡在哪里；当场定下谁改、什么时候改完、谁复核",
    "A4 纵向",
    "记录用",
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill."""
    for rehearsal in desk.rehearsals():
        yield desk.drill_paper(rehearsal, "debrief", _TEXTS, _content(rehearsal))


def _content(rehearsal: Rehearsal) -> dict[str, object]:
    forms = evaluation.forms(rehearsal)
    return {
        "tabletop": rehearsal.drill.form == "桌面",
        "objectives": drill_parts.objectives(rehearsal),
        "participants": drill_parts.participants(rehearsal),
        "forms": forms,
        "timed": evaluation.timed(forms),
        "carried": carried(rehearsal),
    }
