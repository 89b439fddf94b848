"""工作方案: the whole of a drill for those who organise it, without injects and answers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scale import Audience
from generator.papers import drill_parts
from generator.papers.desk import Desk, Rehearsal
from generator.papers.paper import Paper

ORDER = 20
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "演练工作方案",
    "领导小组、导调、保障、评估各组用：目的、情景、分工、步骤、安全和终止条件",
    "A4 纵向",
    "组织用",
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill."""
    for rehearsal in desk.rehearsals():
        yield desk.drill_paper(rehearsal, "workplan", _TEXTS, _content(rehearsal))


def _content(rehearsal: Rehearsal) -> dict[str, object]:
    drill = rehearsal.drill
    return {
        "plan": rehearsal.plan.plan.title,
        "purpose": drill.purpose,
        "notice": drill.notice,
        "scripted": drill.scripted,
        "form": drill.form,
        "facts": drill_parts.facts(rehearsal),
        "places": drill_parts.places(rehearsal),
        "staff": drill_parts.staff(rehearsal),
        "cast": drill_parts.cast(rehearsal),
        "participants": drill_parts.participants(rehearsal),
        "objectives": drill_parts.objectives(rehearsal),
        "scenario": drill_parts.scenario(rehearsal),
        "schedule": drill_parts.schedule(rehearsal),
        "safety": drill_parts.safety(rehearsal),
        "acts": [
            {"at": str(act.at), "minutes": str(act.minutes), "title": act.act}
            for act in drill.script
        ],
        "stages": [{"title": stage.stage, "minutes": str(stage.minutes)} for stage in drill.stages],
    }
