"""Printables: one printable, one module with the Typst template of its name, discovered here.

A printable has ORDER (its place in a package in print order), AUDIENCE (the weakest edition
that has it) and `papers(desk)`, which yields its papers. Nothing here knows where files go.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from generator.edition import project
from generator.handbook.book import Handbook
from generator.model.scale import Audience
from generator.papers.desk import Desk
from generator.papers.faults import RULES
from generator.papers.paper import Paper

_SHARED = (
    "archive",
    "blocks",
    "bundle",
    "conduct",
    "desk",
    "drill_parts",
    "faults",
    "grid",
    "issue",
    "ladder_parts",
    "lines",
    "paper",
    "record_parts",
    "risks",
    "tabletop",
    "typeset",
    "volume",
    "words",
)


def modules() -> tuple[ModuleType, ...]:
    """Return the printables in print order."""
    found = [
        importlib.import_module(f"{__name__}.{info.name}")
        for info in pkgutil.iter_modules(__path__)
        if info.name not in _SHARED
    ]
    return tuple(sorted(found, key=lambda module: (module.ORDER, module.__name__)))


def papers(book: Handbook, edition: Audience, sealed: bool = False) -> Iterator[Paper]:
    """Yield all papers of an edition's handbook, drill by drill within a printable.

    A paper is made for the weakest edition that has it, and is the same in stricter ones.
    `sealed` says that its drills come from under a seal, and are not known to all.
    """
    found = [module for module in modules() if edition >= module.AUDIENCE]
    desks = {
        weakest: Desk(project(book, weakest), weakest, sealed)
        for weakest in {module.AUDIENCE for module in found}
    }
    for module in found:
        yield from module.papers(desks[module.AUDIENCE])


__all__ = ["RULES", "Desk", "Paper", "modules", "papers"]
