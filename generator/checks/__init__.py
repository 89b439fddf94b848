"""Rules over the whole handbook: one rule, one file, discovered here.

A rule module has RULE, and `check(book)` which yields (part, field, sentence). It says what
is wrong and how to mend it; the runner adds place and code. A rule that complains of
something absent tells where it looked, ABSENCE = "plan" or "handbook": while a file there
cannot be read, it is silent.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Set
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
            if not _missed(getattr(module, "ABSENCE", ""), where.path, broken_plans):
                yield Problem(where, module.RULE.code, sentence)


def _missed(absence: str, path: str, broken: Set[str]) -> bool:
    """Tell whether what is said to be absent may stand in a file that could not be read."""
    if absence == "handbook":
        return bool(broken)
    return absence == "plan" and ("" in broken or _plan_of(path) in broken)


def _plan_of(path: str) -> str:
    steps = path.split("/")
    return steps[1] if len(steps) > 2 and steps[0] == "plans" else ""
