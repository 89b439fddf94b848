"""Plan overview (预案概览): scope, grades, warnings, responses, command; short in public."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup

from generator.handbook.book import Handbook
from generator.handbook.visit import Scope
from generator.model.plan import Plan
from generator.model.scale import GRADES, Audience
from generator.pages.page import Page, Section
from generator.pages.site import Site

ORDER = 5
AUDIENCE = Audience.PUBLIC


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Plans, their warnings, command positions and clauses are at home here."""
    for id, plan in book.plans.items():
        path = f"plans/{id}/index.html"
        yield ("plan", "", id), path
        for kind, records in (
            ("warning", plan.plan.warnings),
            ("position", plan.plan.command),
            ("clause", plan.plan.clauses),
        ):
            for record in records:
                yield (kind, id, record), f"{path}#{kind}-{record}"


def pages(site: Site) -> Iterator[Page]:
    """Yield one overview a plan."""
    for id, member in site.book.plans.items():
        path, plan = f"plans/{id}/index.html", member.plan
        part = site.parts("overview.html", site.view(path, Scope(id)))
        whole = site.edition >= Audience.RESPONDER
        sections = [Section("head", "", part("head", plan, whole), "plan")]
        sections.append(Section("scope", "适用范围", part("scope", plan), "plan"))
        if plan.risks:
            sections.append(Section("risks", "本地风险", part("risks", plan.risks), "plan"))
        if plan.grades:
            grades = {grade: plan.grades[grade] for grade in GRADES if grade in plan.grades}
            html = part("grades", grades, plan.grades_note)
            sections.append(Section("grades", "事件分级", html, "plan"))
        if plan.warnings:
            html = part("warnings", plan.warnings)
            sections.append(Section("warnings", "预警信号", html, "plan"))
        if whole:
            sections += _responder(plan, part)
        nav, tabs = site.main_nav(path), site.tabs(member, path)
        yield Page(path, plan.title, tuple(sections), nav, tabs)


def _responder(plan: Plan, part: Callable[..., Markup]) -> Iterator[Section]:
    if plan.warning_responses:
        html = part("warning_responses", plan)
        yield Section("warning-responses", "预警响应（不是应急响应）", html, "plan")
    if plan.responses:
        yield Section("responses", "应急响应", part("responses", plan.responses), "plan")
    if plan.command:
        yield Section("command", "指挥体系", part("command", plan.command), "plan")
    if plan.support:
        yield Section("support", "应急保障", part("statements", plan.support), "plan")
    yield Section("clauses", "正式文本", part("clauses", plan), "plan")
    if plan.annexes:
        yield Section("annexes", "附件", part("statements", plan.annexes), "plan")
