"""Who has to hold drills under a plan."""

from __future__ import annotations

from generator.handbook.book import PlanBook
from generator.model.reference import Ref
from generator.model.work import Action

_RECORD = "演练"


def drills_owed(plan: PlanBook) -> tuple[Action, ...]:
    """Return the actions that are to hold a drill: done before events, and a drill's record proves it.

    Those of who leads or commands come first, the others follow in the order of the manual.
    """
    found = (
        action
        for action in plan.actions.values()
        if action.phase == "预案管理" and (action.proof or "").startswith(_RECORD)
    )
    return tuple(sorted(found, key=lambda action: not _leads(plan, action)))


def _leads(plan: PlanBook, action: Action) -> bool:
    commands = isinstance(action.who, Ref) and action.who.id in plan.plan.command
    return commands or str(action.who) == str(plan.plan.lead)
