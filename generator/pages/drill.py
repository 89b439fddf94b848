"""Drill pages (演练): head, schedule, objectives, and script, injects or questions."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.evaluation import evaluation_items
from generator.handbook.visit import Scope
from generator.model.scale import Audience
from generator.pages.page import Page, Section
from generator.pages.site import Site

ORDER = 50
# Closed drills are for responders; the projection has already dropped the others.
AUDIENCE = Audience.RESPONDER


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Drills are at home on their own pages."""
    for id, plan in book.plans.items():
        for drill in plan.drills:
            yield ("drill", id, drill), f"plans/{id}/drills/{drill}.html"


def pages(site: Site) -> Iterator[Page]:
    """Yield one page a drill."""
    for id, plan in site.book.plans.items():
        for drill in plan.drills.values():
            path = f"plans/{id}/drills/{drill.id}.html"
            part = site.parts("drill.html", site.view(path, Scope(id, drill.id)))
            sections = [Section("head", "", part("head", drill), "drill")]
            sections.append(Section("safety", "安全和叫停", part("safety", drill), "drill"))
            sections.append(Section("scenario", "情景", part("scenario", drill), "drill"))
            html = part("objectives", drill.objectives)
            sections.append(Section("objectives", "目标", html, "drill"))
            sections.append(Section("cast", "角色", part("cast", drill.cast), "drill"))
            sections.append(Section("schedule", "日程", part("schedule", drill.schedule), "drill"))
            for number, act in enumerate(drill.script, start=1):
                title = f"第{number}幕 {act.act}"
                sections.append(Section(f"act-{number}", title, part("act", act), "script"))
            if drill.injects:
                html = part("injects", drill.injects)
                sections.append(Section("injects", "情景注入", html, "inject"))
            for number, stage in enumerate(drill.stages, start=1):
                title = f"阶段{number} {stage.stage}"
                html = part("stage", stage)
                sections.append(Section(f"stage-{number}", title, html, "question"))
            items = tuple(evaluation_items(plan, drill))
            if items:
                html = part("evaluation", items)
                sections.append(Section("evaluation", "评估项", html, "evaluation"))
            nav, tabs = site.main_nav(path), site.tabs(plan, path)
            yield Page(path, drill.title, tuple(sections), nav, tabs)
