"""演练通知: what units are told beforehand; none for a double-blind drill."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scale import Audience
from generator.papers import drill_parts
from generator.papers.desk import Desk, Rehearsal
from generator.papers.paper import Paper
from generator.papers.words import spans

ORDER = 10
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "演练通知（代拟稿）",
    "发给参演单位；单盲的只写时间、地点和安全要求，不写情景。正式通知由主办单位按自己的格式印发",
    "A4 纵向",
    "参演用",
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill that is announced, if only its time."""
    for rehearsal in desk.rehearsals():
        if rehearsal.drill.notice != "双盲":
            about = drill_parts.neutral(rehearsal)
            content = _content(rehearsal, about)
            yield desk.drill_paper(rehearsal, "notice", _TEXTS, content, about=about)


def _content(rehearsal: Rehearsal, about: str) -> dict[str, object]:
    """Scenario, objectives and schedule tell what is coming: only announced drills show them."""
    drill = rehearsal.drill
    open_drill = drill.notice == "预告"
    return {
        "open": open_drill,
        "name": about,
        "plan": rehearsal.plan.plan.title,
        "kind": f"{drill.form}·{drill.breadth}·{drill.purpose}",
        "held_on": spans(drill.held_on),
        "minutes": str(drill.minutes),
        "places": drill_parts.places(rehearsal) if open_drill else [],
        "host": rehearsal.named(drill.staff.host),
        "participants": drill_parts.participants(rehearsal) if open_drill else [],
        "objectives": drill_parts.objectives(rehearsal) if open_drill else [],
        "schedule": drill_parts.schedule(rehearsal) if open_drill else [],
        "stop": drill_parts.safety(rehearsal)["stop"],
        "notes": drill_parts.safety(rehearsal)["notes"] if open_drill else [],
        "real": spans(drill.real_event_rule) if open_drill else [],
    }
