"""The pages of finished sites, and few of them that stand for all."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import Project
from tests.element import parsed

_NAMED = re.compile(r"\b(plans|topics|units|drills|checklist)/(?!index\.)[^/.]+")


def pages(project: Project) -> list[Path]:
    """Every page of every edition."""
    return sorted((project.folder / "dist").rglob("*.html"))


def where(page: Path) -> str:
    """A page's edition and path, for messages."""
    parts = page.parts
    return "/".join(parts[len(parts) - parts[::-1].index("dist") :])


def page_type(page: Path) -> str:
    """The path without edition and ids; a page of a kind that is new is a type of its own."""
    return _NAMED.sub(r"\1/*", where(page).partition("/")[2])


def a_few(project: Project) -> list[Path]:
    """A home, a guide and a manual, for a quick look."""
    wanted = ("index.html", "plans/*/guide.html", "plans/*/manual.html")
    types = {page_type(page): page for page in pages(project)}
    return [types[name] for name in wanted]


def representatives(project: Project) -> list[Path]:
    """One page of every type, the richest, and more until every part and class is seen."""
    holds: dict[Path, set[str]] = {}
    types: dict[str, list[Path]] = {}
    for page in pages(project):
        body = parsed(page.read_text(encoding="utf-8")).first("body")
        holds[page] = {f"{one.name}.{name}" for one in body.all() for name in one.classes or [""]}
        types.setdefault(page_type(page), []).append(page)
    chosen = [max(group, key=lambda page: len(holds[page])) for group in types.values()]
    seen = set().union(*(holds[page] for page in chosen))
    while True:
        richest = max(holds, key=lambda page: len(holds[page] - seen))
        if not holds[richest] - seen:
            return sorted(chosen)
        chosen.append(richest)
        seen |= holds[richest]
