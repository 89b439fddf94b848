"""Drill pages (演练): head, safety, schedule, and script, injects or questions; its records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.evaluation import EvaluationItem, evaluation_items
from generator.handbook.outcome import outcomes, score
from generator.handbook.tracks import Row, side_by_side
from generator.handbook.visit import Scope
from generator.model.drill import Drill
from generator.model.scale import Audience
from generator.model.script import Line
from generator.pages.page import Page, Section
from generator.pages.printables import with_files
from generator.pages.site import Render, Site

ORDER = 50
# Closed drills are for responders; the projection has already dropped the others.
AUDIENCE = Audience.RESPONDER


@dataclass(frozen=True)
class Piece:
    """Lines of an act up to one with parallel tracks, and those tracks, row by row.

    `first` is the number of the first line.
    """

    first: int
    lines: tuple[Line, ...]
    tracks: tuple[str, ...]
    rows: tuple[Row, ...]


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Drills are at home on their own pages."""
    for id, plan in book.plans.items():
        for drill in plan.drills.values():
            path = f"plans/{id}/drills/{drill.id}.html"
            yield ("drill", id, drill.id), path
            # Ids inside a drill are its own: they are found by plan and drill.
            for inject in drill.injects:
                yield ("inject", f"{id}/{drill.id}", inject), f"{path}#i-{inject}"
            for question in drill.questions:
                yield ("question", f"{id}/{drill.id}", question), f"{path}#q-{question}"


def pages(site: Site) -> Iterator[Page]:
    """Yield one page a drill."""
    for id, plan in site.book.plans.items():
        for drill in plan.drills.values():
            path = f"plans/{id}/drills/{drill.id}.html"
            part = site.parts("drill.html", site.view(path, Scope(id, drill.id)))
            papers = tuple(
                p for p in site.papers if (p.plan, p.drill, p.record) == (id, drill.id, "")
            )
            sections = [
                *_before(drill, part),
                *_body(drill, part),
                *_after(site.book, plan, drill, part),
            ]
            if papers:
                general = tuple(paper for paper in site.papers if not paper.plan)
                html = part("papers", with_files(papers), general)
                sections.append(Section("papers", "打印", html, "papers"))
            html = part("head", drill, _jumps(drill, sections))
            head = Section("head", "", html, "drill", drill.id)
            nav, tabs = site.main_nav(path), site.tabs(plan, path)
            yield Page(path, drill.title, (head, *sections), nav, tabs)


def _before(drill: Drill, part: Render) -> Iterator[Section]:
    yield Section("safety", "安全和叫停", part("safety", drill), "drill")
    yield Section("scenario", "情景", part("scenario", drill), "drill")
    yield Section("objectives", "目标", part("objectives", drill), "drill")
    yield Section("cast", "角色", part("cast", drill.cast), "drill")
    yield Section("schedule", "日程", part("schedule", drill.schedule), "drill")


def _body(drill: Drill, part: Render) -> Iterator[Section]:
    if drill.script:
        yield Section("acts", "分幕一览", part("acts", drill.script), "script", repeats=True)
    for number, act in enumerate(drill.script, start=1):
        html = part("act", act, tuple(_pieces(act.lines)))
        yield Section(f"act-{number}", f"第{number}幕 {act.act}", html, "script")
    if drill.injects:
        yield Section("injects", "情景注入", part("injects", drill.injects), "inject")
    if drill.stages:
        yield Section(
            "stages", "分阶段一览", part("stages", drill.stages), "question", repeats=True
        )
    firsts = accumulate((len(stage.questions) for stage in drill.stages), initial=1)
    for number, (stage, first) in enumerate(zip(drill.stages, firsts, strict=False), start=1):
        html = part("stage", stage, first)
        yield Section(f"stage-{number}", f"阶段{number} {stage.stage}", html, "question")


def _after(book: Handbook, plan: PlanBook, drill: Drill, part: Render) -> Iterator[Section]:
    items = tuple(evaluation_items(plan, drill))
    if items:
        groups = [(trigger, tuple(of)) for trigger, of in groupby(items, _trigger)]
        timed = any(item.due for item in items)
        yield Section("evaluation", "评估项", part("evaluation", groups, timed), "evaluation")
    records = [
        (record, score(outcomes(book, plan, drill, record)).per_cent)
        for record in plan.records_of(drill)
    ]
    if records:
        yield Section("records", "演练记录", part("records", records), "record", repeats=True)


def _trigger(item: EvaluationItem) -> str:
    return item.trigger


def _jumps(drill: Drill, sections: list[Section]) -> list[tuple[str, str]]:
    """Acts and stages by number only: their names stand in the table of contents."""
    acts = {f"act-{number}": f"第{number}幕" for number in range(1, len(drill.script) + 1)}
    stages = {f"stage-{number}": f"阶段{number}" for number in range(1, len(drill.stages) + 1)}
    short = acts | stages
    return [(short.get(section.id, section.title), f"#{section.id}") for section in sections]


def _pieces(lines: tuple[Line, ...]) -> Iterator[Piece]:
    start = 0
    for number, line in enumerate(lines, start=1):
        if line.meanwhile or number == len(lines):
            tracks = tuple(line.meanwhile)
            yield Piece(start + 1, lines[start:number], tracks, tuple(side_by_side(line.meanwhile)))
            start = number
