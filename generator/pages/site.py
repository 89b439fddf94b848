"""What all page types share: the edition's handbook, homes of records, templates, navigation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from jinja2 import Environment
from markupsafe import Markup

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.visit import Scope
from generator.model.scale import Audience
from generator.model.time import Day
from generator.pages.page import Link
from generator.papers.paper import Paper
from generator.render import View, environment

Homes = dict[tuple[str, str, str], str]
Render = Callable[..., Markup]


def _pages_environment() -> Environment:
    return environment("pages")


@dataclass(frozen=True)
class Site:
    """One edition while its pages are made."""

    book: Handbook
    edition: Audience
    homes: Homes
    environment: Environment = field(default_factory=_pages_environment)
    papers: tuple[Paper, ...] = ()
    today: Day | None = None

    @property
    def day(self) -> Day | None:
        """The day what falls due is reckoned by: the one asked for, else that of the edition."""
        note = self.book.registers.edition
        return self.today or (note.date if note else None)

    def view(self, path: str, scope: Scope | None = None) -> View:
        """Return the view templates of a page get."""
        return View(self.book, self.edition, path, scope or Scope(), self.homes)

    def parts(self, template: str, view: View) -> Render:
        """Return a function that renders one macro of a template: parts("during", messages)."""
        module = self.environment.get_template(template).make_module({"view": view})

        def render(macro: str, *arguments: object, **named: object) -> Markup:
            return Markup(getattr(module, macro)(*arguments, **named))

        return render

    def tabs(self, plan: PlanBook, path: str, above: str = "") -> tuple[Link, ...]:
        """Return the pages of a plan, the one at path as the current, the one it hangs under told."""
        id, view = plan.plan.id, self.view(path)
        targets = [("概览", ("plan", "", id)), ("公众指南", ("guide", id, id))]
        targets += [("操作手册", ("manual", id, id)), ("责任清单", ("checklist", id, id))]
        targets += [
            (f"演练·{drill.form}", ("drill", id, drill.id)) for drill in plan.drills.values()
        ]
        return tuple(
            Link(title, view.url(self.homes[key]), self.homes[key] == path, key[0] == above)
            for title, key in targets
            if key in self.homes
        )

    def main_nav(self, path: str, above: str = "") -> tuple[Link, ...]:
        """Return the navigation every page has; `above` is the page this one hangs under."""
        view = self.view(path)
        pages = [("首页", "index.html")]
        for title, key in (
            ("各单位", ("index", "", "units")),
            ("演练台账", ("index", "", "ledger")),
            ("关键词", ("index", "", "keywords")),
            ("用语", ("index", "", "glossary")),
            ("依据", ("index", "", "sources")),
            ("注入库", ("index", "", "stock")),
            ("待核清单", ("index", "", "open")),
            ("填写说明", ("index", "", "reference")),
            ("检查规则", ("index", "", "rules")),
            ("样式页", ("index", "", "style")),
            ("维护页", ("index", "", "maintainer")),
        ):
            if key in self.homes:
                pages.append((title, self.homes[key]))
        documents = sorted(self.book.documents.values(), key=lambda d: (d.head.order, d.id))
        pages += [(one.head.title, self.homes["document", "", one.id]) for one in documents]
        return tuple(
            Link(title, view.url(target), target == path, target == above)
            for title, target in pages
        )
