"""Plan overview (预案概览): scope, grades, warnings, responses, command; short in public."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.ladder import groups_of_command, posts_of_command
from generator.handbook.visit import Scope
from generator.model.plan import Plan
from generator.model.scale import GRADES, Audience
from generator.pages.page import Page, Section
from generator.pages.site import Site

ORDER = 5
AUDIENCE = Audience.PUBLIC
_Part = Callable[..., Markup]


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
    whole = site.edition >= Audience.RESPONDER
    for id, member in site.book.plans.items():
        path, plan = f"plans/{id}/index.html", member.plan
        part = site.parts("overview.html", site.view(path, Scope(id)))
        body = tuple(_body(member, part, whole))
        jumps = [(f"#{section.id}", section.title) for section in body if section.level == 2]
        head = Section("head", "", part("head", plan, whole, jumps), "plan")
        nav, tabs = site.main_nav(path), site.tabs(member, path)
        yield Page(path, plan.title, (head, *body), nav, tabs)


def _body(member: PlanBook, part: _Part, whole: bool) -> Iterator[Section]:
    plan = member.plan
    yield Section("scope", "适用范围", part("scope", plan), "plan")
    if plan.risks:
        yield Section("risks", "本地风险", part("risks", plan.risks), "plan")
    if plan.grades:
        grades = {grade: plan.grades[grade] for grade in GRADES if grade in plan.grades}
        html = part("grades", grades, plan.grades_note)
        yield Section("grades", "事件分级", html, "plan")
    if plan.warnings:
        yield Section("warnings", "预警信号", part("warnings", whole), "plan")
        for id, warning in plan.warnings.items():
            html = part("warning", warning)
            yield Section(f"warning-{id}", warning.name, html, "warning", id, level=3)
    if whole:
        yield from _responder(member, part)
    yield Section("about", "这部预案", part("about", plan, whole), "plan")
    if whole:
        yield from _text(plan, part)


def _responder(member: PlanBook, part: _Part) -> Iterator[Section]:
    plan = member.plan
    if plan.warning_responses:
        html = part("warning_responses", plan)
        yield Section("warning-responses", "预警响应", html, "plan")
    if plan.responses:
        yield Section("responses", "应急响应", part("responses", plan.responses), "plan")
    if plan.command:
        html = part("command", posts_of_command(member), groups_of_command(member))
        yield Section("command", "指挥体系", html, "command")
        html = part("positions", plan.command)
        yield Section("positions", "成员和职责", html, "command", level=3)
    if plan.principles:
        yield Section("principles", "工作原则", part("principles", plan.principles), "plan")
    if plan.support:
        yield Section("support", "应急保障", part("statements", plan.support), "plan")


def _text(plan: Plan, part: _Part) -> Iterator[Section]:
    yield Section("clauses", "正式文本", part("clauses", plan), "plan")
    if plan.annexes:
        yield Section("annexes", "附件", part("statements", plan.annexes), "plan")
