"""Open points (待核清单): every blank and everything not yet confirmed, by who can settle it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.views import OpenPoint, open_points
from generator.model.scale import Audience
from generator.pages.page import Page, Section
from generator.pages.site import Site

ORDER = 90
AUDIENCE = Audience.TRAINER
PATH = "open.html"


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """No record is at home here."""
    yield ("index", "", "open"), PATH


def _counted(points: list[OpenPoint]) -> dict[OpenPoint, int]:
    """One entry a record, with the number of its open parts."""
    keys = [(point.plan, type(point.record), getattr(point.record, "id", "")) for point in points]
    first = dict(zip(reversed(keys), reversed(points), strict=True))
    counted = Counter(keys)
    return {first[key]: counted[key] for key in counted}


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of open points."""
    part = site.parts("open_points.html", site.view(PATH))
    by_who: dict[str, list[OpenPoint]] = defaultdict(list)
    uncertain: dict[str, list[OpenPoint]] = defaultdict(list)
    for point in open_points(site.book):
        (by_who if point.kind == "空白" else uncertain)[point.who or point.kind].append(point)
    counts = {"空白": sum(map(len, by_who.values()))} | {k: len(v) for k, v in uncertain.items()}
    sections = [Section("counts", "", part("counts", counts), "open")]
    for number, (who, points) in enumerate(sorted(by_who.items()), start=1):
        title = f"请{who}确认"
        sections.append(Section(f"who-{number}", title, part("blanks", points), "open"))
    for kind, anchor in (("待地区确认", "local"), ("待核", "unread")):
        if uncertain[kind]:
            sections.append(
                Section(anchor, kind, part("uncertain", _counted(uncertain[kind])), "open")
            )
    yield Page(PATH, "待核清单", tuple(sections), site.main_nav(PATH))
