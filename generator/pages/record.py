"""Pages of drill records (演练记录): planned against actual, the score, what is mended and proposed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.outcome import RULE, outcomes, score, timeline
from generator.handbook.revisions import changes, gaps
from generator.handbook.visit import Scope
from generator.model.drill import Drill
from generator.model.results import DrillRecord
from generator.model.scale import Audience
from generator.pages.page import Link, Page, Section
from generator.pages.printables import with_files
from generator.pages.site import Render, Site

ORDER = 55
# Ratings and findings name who did badly: they are for those who run drills, in every edition
# below the strictest nothing of a record exists.
AUDIENCE = Audience.TRAINER


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Records are at home on their own pages, with their findings and improvements."""
    for id, plan in book.plans.items():
        for record, _ in plan.recorded:
            path = f"plans/{id}/records/{record.id}.html"
            yield ("record", id, record.id), path
            for finding in record.findings:
                yield ("finding", id, finding), f"{path}#finding-{finding}"
            for improvement in record.improvements:
                yield ("improvement", id, improvement), f"{path}#improvement-{improvement}"


def pages(site: Site) -> Iterator[Page]:
    """Yield one page a record; one still to fill in says how."""
    for plan in site.book.plans.values():
        for record, drill in plan.recorded:
            yield _page(site, plan, drill, record)


def _page(site: Site, plan: PlanBook, drill: Drill, record: DrillRecord) -> Page:
    id = plan.plan.id
    path = f"plans/{id}/records/{record.id}.html"
    view = site.view(path, Scope(id, drill.id))
    part = site.parts("record.html", view)
    sections = list(_sections(site.book, plan, drill, record, part)) if record.held else []
    if papers := [p for p in site.papers if (p.plan, p.record) == (id, record.id)]:
        sections.append(Section("papers", "打印", part("papers", with_files(papers)), "papers"))
    html = part("head", drill, record, [(one.title, f"#{one.id}") for one in sections])
    head = Section("head", "", html, "record", record.id)
    up = Link(drill.title, view.home("drill", drill.id, id))
    title = f"演练记录 {record.held_on if record.held else '待填'}：{drill.title}"
    nav, tabs = site.main_nav(path), site.tabs(plan, path)
    return Page(path, title, (head, *sections), nav, tabs, up=up)


def _sections(
    book: Handbook, plan: PlanBook, drill: Drill, record: DrillRecord, part: Render
) -> Iterator[Section]:
    found = outcomes(book, plan, drill, record)
    failed = [one for one in found if one.critical and one.rating in ("中", "差")]
    yield Section("score", "得分", part("score", score(found), RULE, failed), "record")
    if timed := timeline(found):
        html = part("timeline", timed, record.started_at)
        yield Section("timeline", "计划和实际", html, "record")
    yield Section("results", "逐项结果", part("results", found), "record")
    if record.findings:
        yield Section("findings", "发现", part("findings", record), "record")
    if record.improvements:
        yield Section("improvements", "整改台账", part("improvements", record), "record")
    proposed, changed = tuple(gaps(plan, drill, found)), tuple(changes(plan, record))
    if proposed or changed:
        html = part("revisions", drill, proposed, changed)
        yield Section("revisions", "预案修订建议", html, "record")
    if record.seal:
        yield Section("seal", "封存", part("seal", record.seal), "record")
