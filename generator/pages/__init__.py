"""Page types: one page type, one file with its template, discovered here.

A page module has ORDER, AUDIENCE (the weakest edition that has the page), `homes(book)`
which yields ((kind, plan, id), address) for the records at home there, and `pages(site)`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType

from jinja2 import Environment

from generator.handbook.book import Handbook
from generator.model.scale import Audience
from generator.model.time import Day
from generator.pages.page import Page
from generator.pages.site import Homes, Site
from generator.papers.paper import Paper
from generator.render import environment


def modules(edition: Audience) -> tuple[ModuleType, ...]:
    """Return the page modules an edition has, in their order."""
    found = [
        importlib.import_module(f"{__name__}.{info.name}")
        for info in pkgutil.iter_modules(__path__)
        if info.name not in ("advice", "forms", "notes", "one_file", "page", "printables", "site")
    ]
    kept = [module for module in found if edition >= module.AUDIENCE]
    return tuple(sorted(kept, key=lambda module: (module.ORDER, module.__name__)))


def pages(
    book: Handbook,
    edition: Audience,
    templates: Environment | None = None,
    papers: tuple[Paper, ...] = (),
    today: Day | None = None,
) -> Iterator[Page]:
    """Yield all generated pages of an edition's handbook; templates once read serve many.

    Pages link to those papers that are handed in, and to no others. What falls due is reckoned
    by today, or else by the date of the edition.
    """
    read = templates or environment("pages")
    site = Site(book, edition, homes(book, edition), read, papers, today)
    for module in modules(edition):
        for page in module.pages(site):
            yield replace(page, type=module.__name__.rpartition(".")[2])


def homes(book: Handbook, edition: Audience) -> Homes:
    """Return where each record is at home in an edition: (kind, plan, id) to address."""
    return {key: address for module in modules(edition) for key, address in module.homes(book)}
