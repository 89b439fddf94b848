"""评估方案 with its forms: one a doer, each item in the responder's own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.handbook.evaluation import EvaluationItem, evaluation_items
from generator.model.scale import Audience
from generator.papers import drill_parts
from generator.papers.desk import Desk, Rehearsal
from generator.papers.injects import numbered
from generator.papers.paper import Paper
from generator.papers.words import limit, spans

ORDER = 60
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "评估方案和评估表",
    "评估组用：分工、评级、观察要点；评估表按谁来做分开，现场记时刻和证据",
    "A4 横向",
    "评估用",
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill with something to rate."""
    for rehearsal in desk.rehearsals():
        if forms := _forms(rehearsal):
            content = {
                "forms": forms,
                "timed": any(item["due"] for form in forms for item in form["items"]),
                "objectives": drill_parts.objectives(rehearsal),
                "staff": drill_parts.staff(rehearsal),
                "facts": drill_parts.facts(rehearsal),
                "places": drill_parts.places(rehearsal),
                "safety": drill_parts.safety(rehearsal),
            }
            yield desk.drill_paper(rehearsal, "evaluation", _TEXTS, content)


def _forms(rehearsal: Rehearsal) -> list[dict[str, Any]]:
    """Return a form for each doer, in the order they first act; its items in the drill's order."""
    forms: dict[str, list[EvaluationItem]] = {}
    for item in evaluation_items(rehearsal.plan, rehearsal.drill):
        forms.setdefault(str(item.who), []).append(item)
    messages = {one.text: number for number, one in numbered(rehearsal)}
    made = []
    number = 0
    for items in forms.values():
        rows = []
        for item in items:
            number += 1
            rows.append(_item(rehearsal, number, item, messages.get(item.trigger, "")))
        made.append({"who": rehearsal.named(items[0].who), "items": rows})
    return made


def _item(
    rehearsal: Rehearsal, number: int, item: EvaluationItem, message: str
) -> dict[str, object]:
    action = rehearsal.plan.actions.get(item.action)
    return {
        "number": number,
        "words": spans(item.words),
        "lacking": action is None,
        "critical": bool(action and action.critical),
        "limit": limit(rehearsal.book, action) if action else {"words": [], "kind": ""},
        "due": str(item.due) if item.due else "",
        "trigger": spans(f"控制消息 {message}" if message else item.trigger),
        "proof": spans(action.proof if action else None),
    }
