"""The section 打印 at the end of a page: the papers that belong to it, where there are any."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Section
from generator.pages.site import Site
from generator.render import View


def print_sections(site: Site, view: View, *kinds: str) -> Iterator[Section]:
    """Yield a section with the papers of the view's plan that are of these kinds."""
    plan = view.scope.plan
    papers = [p for p in site.papers if p.plan == plan and not p.drill and p.kind in kinds]
    if papers:
        html = site.parts("printables.html", view)("papers", papers)
        yield Section("papers", "打印", html, "papers", repeats=True)
