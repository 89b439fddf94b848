"""Rules over a finished site: one rule, one file, discovered here.

An audit module has RULE and `audit(site)` which yields (path, line, sentence).
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from generator.audit.site import Audited
from generator.source import Location, Problem, Rule


def modules() -> tuple[ModuleType, ...]:
    """Return the audit modules, in the order of their codes."""
    found = [
        importlib.import_module(f"{__name__}.{info.name}")
        for info in pkgutil.iter_modules(__path__)
        if info.name not in ("packed", "site")
    ]
    return tuple(sorted(found, key=lambda module: module.RULE.code))


def rules() -> tuple[Rule, ...]:
    """Return the rules themselves."""
    return tuple(module.RULE for module in modules())


def problems(site: Audited) -> Iterator[Problem]:
    """Run every audit over a finished site."""
    for module in modules():
        for path, line, sentence in module.audit(site):
            yield Problem(_place(site, path, line), module.RULE.code, sentence)


def _place(site: Audited, path: str, line: int) -> Location:
    """A handwritten page is mended in content/; all others are shown as built."""
    document = site.book.documents.get(path.removesuffix(".html"))
    return document.where if document else Location(f"{site.name}/{path}", line, 1)
