"""Operating manual (操作手册，即应急工作手册): what to do now, by when, whom to report to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.views import actions_of_phase, actions_of_unit, limit_kind
from generator.handbook.visit import Scope
from generator.model.scale import PHASES, Audience
from generator.pages.page import Page, Section
from generator.pages.site import Site

ORDER = 20
AUDIENCE = Audience.RESPONDER
_ANCHORS = dict(
    zip(
        PHASES,
        (
            "prevention",
            "monitoring",
            "reporting",
            "first-response",
            "response",
            "information",
            "ending",
            "recovery",
            "evaluation",
            "support",
            "upkeep",
        ),
        strict=True,
    )
)


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Actions and forms are at home in the manual."""
    for id, plan in book.plans.items():
        path = f"plans/{id}/manual.html"
        yield ("manual", id, id), path
        for action in plan.actions:
            yield ("action", id, action), f"{path}#a-{action}"
        for form in _forms(plan):
            yield ("form", id, form), f"{path}#form-{form}"


def _forms(plan: PlanBook) -> tuple[str, ...]:
    reporting = plan.plan.reporting
    named = [reporting.first_report.id] if reporting else []
    named += [action.form.id for action in plan.actions.values() if action.form]
    return tuple(dict.fromkeys(named))


def pages(site: Site) -> Iterator[Page]:
    """Yield one manual a plan."""
    for id, plan in site.book.plans.items():
        path = f"plans/{id}/manual.html"
        part = site.parts("manual.html", site.view(path, Scope(id)))
        firsts = {unit: actions[0] for unit, actions in actions_of_unit(site.book, plan).items()}
        sections = [Section("first", "先看这里", part("first", plan.plan, firsts), "manual")]
        if plan.plan.reporting:
            html = part("reporting", plan.plan.reporting)
            sections.append(Section("report", "信息报告", html, "report"))
        kinds = {a.id: limit_kind(site.book, a) for a in plan.actions.values()}
        for phase, actions in actions_of_phase(plan).items():
            html = part("phase", actions, kinds)
            sections.append(Section(_ANCHORS[phase], phase, html, "action"))
        forms = {id: site.book.registers.forms[id] for id in _forms(plan)}
        if forms:
            sections.append(Section("forms", "表单", part("forms", forms), "form"))
        nav, tabs = site.main_nav(path), site.tabs(plan, path)
        title = f"{plan.plan.short}操作手册"
        yield Page(path, title, tuple(sections), nav, tabs, alone=True)
