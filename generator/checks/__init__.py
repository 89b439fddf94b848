"""Rules over the whole handbook: one rule, one file, discovered here.

A rule module has RULE, and `check(book)` which yields (part, field, sentence). It says what
is wrong and how to mend it; the runner adds place and code. A rule that complains of
something absent sets ABSENCE = True: it is silent about plans with a broken file.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from generator.handbook.reading import Reading
from generator.source import Problem, Rule


def modules() -> tuple[ModuleType, ...]:
    """Return the rule modules, in the order of their codes."""
    found = [
        importlib.import_module(f"{__name__}.{info.name}")
        for info in pkgutil.iter_modules(__path__)
    ]
    return tuple(sorted(found, key=lambda module: module.RULE.code))


def rules() -> tuple[Rule, ...]:
    """Return the rules themselves."""
    return tuple(module.RULE for module in modules())


def problems(reading: Reading) -> Iterator[Problem]:
    """Run every rule over what was read."""
    broken_plans = {plan for plan, _ in reading.unread}
    for module in modules():
        arguments = (
            (reading.handbook, reading.unread)
            if module.RULE.code == "P201"
            else (reading.handbook,)
        )
        for part, field, sentence in module.check(*arguments):
            where = part.place_of(field)
            absent = getattr(module, "ABSENCE", False)
            if absent and ("" in broken_plans or _plan_of(where.path) in broken_plans):
                continue
            yield Problem(where, module.RULE.code, sentence)


def _plan_of(path: str) -> str:
    steps = path.split("/")
    return steps[1] if len(steps) > 2 and steps[0] == "plans" else ""
