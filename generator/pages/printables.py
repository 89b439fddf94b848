"""The section 打印 at the end of a page: the papers that belong to it, where there are any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator import office
from generator.pages.page import Section
from generator.pages.site import Site
from generator.papers.paper import Paper
from generator.render import View

_NAMES = {"docx": "Word", "xlsx": "Excel"}


def print_sections(site: Site, view: View, *kinds: str) -> Iterator[Section]:
    """Yield a section with the papers of the view's plan that are of these kinds."""
    plan = view.scope.plan
    papers = [p for p in site.papers if p.plan == plan and not p.drill and p.kind in kinds]
    if papers:
        html = site.parts("printables.html", view)("papers", with_files(papers))
        yield Section("papers", "打印", html, "papers", repeats=True)


def with_files(papers: Iterable[Paper]) -> list[tuple[Paper, list[tuple[str, str]]]]:
    """Return papers, each with its files by name: to print, and to edit."""
    return [
        (p, [("PDF", p.path), *((_NAMES[s], office.path(p, s)) for s in office.suffixes(p))])
        for p in papers
    ]
