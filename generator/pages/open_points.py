"""Open points (待核清单): every blank and everything not yet confirmed, by who can settle it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from generator.handbook.book import Handbook
from generator.handbook.views import OpenPoint, open_points
from generator.handbook.visit import Scope
from generator.model.record import Record
from generator.model.scale import Audience
from generator.pages.page import Link, Page, Section
from generator.pages.site import Site

ORDER = 90
AUDIENCE = Audience.TRAINER
PATH = "open.html"
UNCERTAIN = {"待地区确认": "local", "待核": "unread"}
# Who is asked no more than this shares a sheet of paper with others, and cuts it.
FEW = 8
Counted = dict[OpenPoint, int]


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """No record is at home here; each plan has a page of what is uncertain in it."""
    yield ("index", "", "open"), PATH
    for id in book.plans:
        yield ("open", id, id), f"plans/{id}/open.html"


def asked(points: Iterable[OpenPoint]) -> dict[str, list[OpenPoint]]:
    """Return the blanks by who can fill them, those asked most first."""
    by_who: dict[str, list[OpenPoint]] = defaultdict(list)
    for point in points:
        if point.kind == "空白":
            by_who[point.who].append(point)
    return dict(sorted(by_who.items(), key=lambda entry: (-len(entry[1]), entry[0])))


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of open points, and what is uncertain in each plan on a page of its own."""
    book, points = site.book, tuple(open_points(site.book))
    part = site.parts("open_points.html", site.view(PATH))
    by_who = asked(points)
    counts = Counter(point.kind for point in points)
    jumps = [
        (f"{who} {len(of)}", f"#who-{number}")
        for number, (who, of) in enumerate(by_who.items(), start=1)
    ]
    sections = [Section("counts", "", part("counts", counts, jumps), "open", repeats=True)]
    for number, (who, of) in enumerate(by_who.items(), start=1):
        html, kind = part("sheet", _by_plan(of)), "slip" if len(of) <= FEW else "answers"
        sections.append(Section(f"who-{number}", f"请{who}答复", html, kind, repeats=True))
    others = [point for point in points if point.plan not in book.plans]
    rows = {id: Counter(p.kind for p in points if p.plan == id) for id in book.plans}
    sections.append(Section("uncertain", "待核的条目", part("plans", rows), "open", repeats=True))
    for kind, anchor in UNCERTAIN.items():
        of_kind = [point for point in others if point.kind == kind]
        if of_kind:
            html = part("uncertain", _by_label(of_kind))
            sections.append(
                Section(anchor, f"登记册和专题·{kind}", html, "open", level=3, repeats=True)
            )
    yield Page(PATH, "待核清单", tuple(sections), site.main_nav(PATH))
    for id in book.plans:
        yield _of_plan(site, id, [point for point in points if point.plan == id])


def _of_plan(site: Site, id: str, points: list[OpenPoint]) -> Page:
    path, member = f"plans/{id}/open.html", site.book.plans[id]
    part = site.parts("open_points.html", site.view(path, Scope(id)))
    counts = Counter(point.kind for point in points)
    sections = [Section("counts", "", part("plan", counts), "open", repeats=True)]
    for kind, anchor in UNCERTAIN.items():
        of_kind = [point for point in points if point.kind == kind]
        if of_kind:
            title = f"{kind}（{len(of_kind)} 处）"
            html = part("uncertain", _by_label(of_kind))
            sections.append(Section(anchor, title, html, "open", repeats=True))
    nav, tabs = site.main_nav(path, PATH), site.tabs(member, path)
    up = Link("待核清单", site.view(path).url(PATH))
    return Page(path, f"{member.plan.short}待核条目", tuple(sections), nav, tabs, up)


def _by_plan(points: list[OpenPoint]) -> dict[str, list[OpenPoint]]:
    grouped: dict[str, list[OpenPoint]] = defaultdict(list)
    for point in points:
        grouped[point.plan].append(point)
    return grouped


def _by_label(points: list[OpenPoint]) -> dict[str, Counted]:
    """Return one entry a record with the number of its open parts, by kind of record."""
    counted = Counter((point.plan, point.kind, _key(point)) for point in points)
    grouped: dict[str, Counted] = defaultdict(dict)
    seen = set()
    for point in points:
        key = (point.plan, point.kind, _key(point))
        if key not in seen:
            seen.add(key)
            grouped[_label(point)][point] = counted[key]
    return grouped


def _key(point: OpenPoint) -> tuple[type, str]:
    return type(point.record), getattr(point.record, "id", "")


def _label(point: OpenPoint) -> str:
    return point.record.label if isinstance(point.record, Record) else "登记册"
