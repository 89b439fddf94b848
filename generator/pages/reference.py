"""Field reference (填写说明): every kind of file, every key, what it means and how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.handbook.book import Handbook
from generator.handbook.kinds import FILE_KINDS
from generator.model.scale import Audience
from generator.pages.page import Page, Section
from generator.pages.site import Site
from generator.schema import WRITTEN, Schema, parts_named, schemas

ORDER = 95
AUDIENCE = Audience.TRAINER
PATH = "reference.html"
_WORD_START = re.compile(r"(?<!^)(?=[A-Z])")
_GLOBS = {kind.name: kind.glob for kind in FILE_KINDS} | {"document": "content/*.md"}


@dataclass(frozen=True)
class Row:
    """One key: whether it must be there, what it means, how it is written, what stands below."""

    key: str
    required: bool
    meaning: str
    written: str
    below: tuple[tuple[str, str], ...]


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """No record is at home here."""
    yield ("index", "", "reference"), PATH


def pages(site: Site) -> Iterator[Page]:
    """Yield the field reference, from the same schemas an editor reads."""
    part = site.parts("reference.html", site.view(PATH))
    made = schemas()
    # What belongs to one plan comes first: that is what most authors write.
    kinds = sorted(made, key=lambda kind: not _GLOBS[kind].startswith("plans/*/"))
    jumps = [(made[kind]["title"], f"#{kind}") for kind in kinds]
    sections = [Section("how", "", part("how", jumps), "reference")]
    told: set[str] = set()
    for kind in kinds:
        whole = made[kind]
        if kind == "sealed":
            html = part("same", made["drill"]["title"], "drill")
        else:
            html = part("keys", (), _rows(whole, whole))
        title = f"{whole['title']} {_GLOBS[kind]}"
        sections.append(Section(kind, title, html, "reference"))
        for name, under in _in_order(whole).items():
            if name not in told:
                inner = whole["definitions"][name]
                html = part("keys", under, _rows(inner, whole))
                sections.append(Section(_anchor(name), inner["title"], html, "reference", level=3))
                told.add(name)
    yield Page(PATH, "填写说明", tuple(sections), site.main_nav(PATH))


def _rows(part: Schema, whole: Schema) -> Iterator[Row]:
    for key, field in part["properties"].items():
        meaning, _, written = field["description"].partition(WRITTEN)
        below = ((_anchor(n), whole["definitions"][n]["title"]) for n in parts_named(field))
        yield Row(key, key in part.get("required", ()), meaning, written, tuple(below))


def _in_order(whole: Schema) -> dict[str, list[str]]:
    """Return the parts of a kind of file as a reader meets them, each with the keys above it."""
    met: dict[str, list[str]] = {}
    waiting = [whole]
    while waiting:
        for key, field in waiting.pop(0)["properties"].items():
            for name in parts_named(field):
                if name not in met:
                    waiting.append(whole["definitions"][name])
                above = met.setdefault(name, [])
                if key not in above:
                    above.append(key)
    return met


def _anchor(name: str) -> str:
    return f"part-{_WORD_START.sub('-', name).lower()}"
