"""Reading again and again: a plan none of whose files has changed is not read a second time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from generator.handbook import kinds
from generator.handbook.reading import Reading, read_handbook
from generator.source import in_order

Files = dict[str, bytes]
# A register file that has ready injects says so.
_STOCK = b"stock_injects"


class Memory:
    """What was read last, by plan; all other files together are one more part."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[Files, Reading]] = {}

    def read(self, files: Mapping[str, bytes]) -> Reading:
        """Return what reading all files at once would return."""
        parts = {}
        for plan, own in _by_plan(files).items():
            known = self._parts.get(plan)
            parts[plan] = known if known and known[0] == own else (own, read_handbook(own))
        self._parts = parts
        return _joined({plan: reading for plan, (_, reading) in parts.items()})


def _by_plan(files: Mapping[str, bytes]) -> dict[str, Files]:
    """The files of each plan with what it may take in; the others under no name."""
    grouped: dict[str, Files] = defaultdict(dict)
    shared: Files = {}
    grouped[""] = {}
    for path, raw in files.items():
        kind, ids = kinds.kind_of(path) or (None, {})
        grouped[ids.get("plan", "")][path] = raw
        if kind is kinds.MODULE or (kind is kinds.REGISTERS and _STOCK in raw):
            shared[path] = raw
    return {plan: own | shared for plan, own in grouped.items()}


def _joined(parts: Mapping[str, Reading]) -> Reading:
    plans = [plan for reading in parts.values() for plan in reading.handbook.plans.values()]
    plans.sort(key=lambda plan: (plan.plan.order, plan.plan.id))
    return Reading(
        parts[""].handbook.changed(plans={plan.plan.id: plan for plan in plans}),
        in_order(problem for reading in parts.values() for problem in reading.problems),
        frozenset(pair for reading in parts.values() for pair in reading.unread),
    )
