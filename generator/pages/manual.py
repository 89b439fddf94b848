"""Operating manual (操作手册，即应急工作手册): what to do now, by when, whom to report to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import zip_longest

from markupsafe import Markup

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.citing import sources_of
from generator.handbook.forms import forms_of
from generator.handbook.ladder import answers, groups_of_command, posts_of_command, procedure
from generator.handbook.opening import opening_lines
from generator.handbook.steps import ON_EVENT, actions_by_actor, groups_of_unit, step
from generator.handbook.views import actions_of_phase, due_at, kind_of_limit
from generator.handbook.visit import Scope
from generator.model.reporting import Reporting
from generator.model.scale import PHASES, Audience
from generator.model.work import Action
from generator.pages.forms import form_sections
from generator.pages.page import Page, Section
from generator.pages.printables import print_sections
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
_Part = Callable[..., Markup]


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Actions and forms are at home in the manual."""
    for id, plan in book.plans.items():
        path = f"plans/{id}/manual.html"
        yield ("manual", id, id), path
        for action in plan.actions:
            yield ("action", id, action), f"{path}#a-{action}"
        for form in forms_of(book, plan):
            yield ("form", id, form), f"{path}#form-{form}"


def pages(site: Site) -> Iterator[Page]:
    """Yield one manual a plan."""
    for id, plan in site.book.plans.items():
        path = f"plans/{id}/manual.html"
        view, forms = site.view(path, Scope(id)), forms_of(site.book, plan)
        part, paper = site.parts("manual.html", view), site.parts("forms.html", view)
        printed = print_sections(site, view, "manual", "pocket")
        body = (*_body(site.book, plan, part), *form_sections(forms, paper))
        # The one file has no papers, so its opening must not jump to them.
        after = _with_ways_back((*body, *printed), part)
        sections = (*_opening(plan, part, body), *after)
        nav, tabs = site.main_nav(path), site.tabs(plan, path)
        yield Page(path, f"{plan.plan.short}操作手册", sections, nav, tabs, alone=True)


def _opening(plan: PlanBook, part: _Part, body: tuple[Section, ...]) -> Iterator[Section]:
    """Yield the cover, which only paper shows, and the first screen."""
    yield Section("cover", "", part("cover", plan.plan), "cover", repeats=True)
    responses = plan.plan.responses
    decides, signs = (
        answers(responses, field) if responses else () for field in ("decides", "signs")
    )
    jumps = [(f"#{section.id}", section.title) for section in body if section.level == 2]
    html = part("first", plan.plan, decides, signs, posts_of_command(plan), jumps)
    yield Section("first", "先看这里", html, "manual", repeats=True)


def _with_ways_back(body: tuple[Section, ...], part: _Part) -> Iterator[Section]:
    """Yield the sections, each large one ending with the way back to the first screen."""
    for section, after in zip_longest(body, body[1:]):
        ends = after is None or after.level == 2
        yield replace(section, html=part("back", section.html)) if ends else section


def _body(book: Handbook, plan: PlanBook, part: _Part) -> Iterator[Section]:
    if plan.plan.reporting:
        yield from _reporting(book, plan.plan.reporting, part)
    if plan.actions:
        html = part("first_actions", opening_lines(book, plan))
        yield Section("first-actions", "我单位第一动作", html, "action", repeats=True)
    yield from _diagrams(plan, part)
    yield from _actions(book, plan, part)
    yield from _by_level(plan, part)
    if plan.actions:
        acting, members = actions_by_actor(plan), groups_of_unit(book, plan)
        groups = {id: (p, acting[id]) for id, p in plan.plan.command.items() if id in acting}
        html = part("by_unit", opening_lines(book, plan), acting, groups, members)
        yield Section("by-unit", "按单位看", html, "index", repeats=True)
    if cited := sources_of(plan, forms_of(book, plan).values()):
        yield Section("sources", "依据", part("sources", cited), "source", repeats=True)


def _reporting(book: Handbook, reporting: Reporting, part: _Part) -> Iterator[Section]:
    yield Section("report", "怎样报告", part("reporting", reporting), "report")
    if reporting.follow_up:
        html = part("follow_up", reporting.follow_up)
        yield Section("report-follow-up", "续报和终报", html, "report", level=3)
    if reporting.departmental:
        items = [(i, kind_of_limit(book, i.within, i.source)) for i in reporting.departmental]
        html = part("departmental", items)
        yield Section("report-departmental", "部门条线时限", html, "report", level=3)


def _phases(plan: PlanBook) -> Iterator[tuple[str, str, tuple[Action, ...]]]:
    for phase, actions in actions_of_phase(plan).items():
        yield _ANCHORS[phase], phase, actions


def _diagrams(plan: PlanBook, part: _Part) -> Iterator[Section]:
    if plan.actions:
        counts = [(anchor, phase, len(actions)) for anchor, phase, actions in _phases(plan)]
        yield Section("flow", "流程", part("flow", counts), "flow", repeats=True)
    if plan.plan.responses:
        html = part("response_flow", tuple(procedure(plan)), plan.plan.responses)
        yield Section("response-flow", "响应怎样启动和终止", html, "flow", level=3, repeats=True)
    if plan.plan.command:
        html = part("command", posts_of_command(plan), groups_of_command(plan))
        yield Section("command", "指挥体系", html, "command", repeats=True)


def _actions(book: Handbook, plan: PlanBook, part: _Part) -> Iterator[Section]:
    if plan.actions:
        yield Section("actions", "行动", part("actions"), "action")
    for anchor, phase, actions in _phases(plan):
        html = part("phase", [step(book, plan, action) for action in actions])
        yield Section(anchor, phase, html, "action", level=3)


def _by_level(plan: PlanBook, part: _Part) -> Iterator[Section]:
    responses = plan.plan.responses
    if responses is None:
        return
    everywhere = [
        (anchor, phase, sum(action.levels is None for action in actions))
        for anchor, phase, actions in _phases(plan)
        if phase in ON_EVENT
    ]
    yield Section("by-level", "按级别看", part("by_level", everywhere), "index", repeats=True)
    for level, item in responses.levels.items():
        own = tuple(action for action in due_at(plan, level) if action.levels)
        html = part("level", item, own)
        title = f"{level}（{level.roman}）响应"
        yield Section(f"level-{level.rank}", title, html, "index", level=3, repeats=True)
