"""Stock of injects (注入库): what drills can take, by phase; and when it is light in each month."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.handbook.stock import shown
from generator.model.scale import PHASES, Audience
from generator.model.stock import StockInject
from generator.pages.page import Link, Page, Section
from generator.pages.site import Site

ORDER = 76
AUDIENCE = Audience.TRAINER
PATH = "stock.html"


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Ready injects are at home here."""
    if book.registers.stock_injects:
        yield ("index", "", "stock"), PATH
    for id in book.registers.stock_injects:
        yield ("stock", "", id), f"{PATH}#x-{id}"
    for id in book.registers.daylight if book.registers.stock_injects else ():
        yield ("daylight", "", id), f"{PATH}#d-{id}"


def pages(site: Site) -> Iterator[Page]:
    """Yield the page, where there is anything to take."""
    if site.book.registers.stock_injects:
        yield Page(PATH, "注入库", tuple(_sections(site)), site.main_nav(PATH))


def _sections(site: Site) -> Iterator[Section]:
    registers, part = site.book.registers, site.parts("stock.html", site.view(PATH))
    phases: dict[str, list[StockInject]] = {phase: [] for phase in PHASES}
    for ready in registers.stock_injects.values():
        # Each stands once, where it is first of use; the others of its phases are told with it.
        first = next((phase for phase in PHASES if phase in ready.phases), PHASES[0])
        phases[first].append(ready)
    used = {phase: of for phase, of in phases.items() if of}
    jumps = [(f"{phase} {len(of)}", f"#phase-{PHASES.index(phase)}") for phase, of in used.items()]
    if registers.daylight:
        jumps.append(("日出日落", "#daylight"))
    html = part("how", len(registers.stock_injects), jumps)
    yield Section("how", "", html, "stock")
    for phase, of in used.items():
        html = part("listed", of)
        yield Section(f"phase-{PHASES.index(phase)}", phase, html, "stock", repeats=True)
        for ready in of:
            drills = tuple(_taken_by(site, ready.id))
            html = part("ready", ready, _texts(ready), drills)
            yield Section(f"x-{ready.id}", ready.title, html, "stock", ready.id, level=3)
    if registers.daylight:
        html = part("daylight", tuple(registers.daylight.values()))
        yield Section("daylight", "日出日落", html, "stock")


def _texts(ready: StockInject) -> tuple[str, str]:
    return shown(ready.text, ready), shown(ready.nothing.text or "", ready)


def _taken_by(site: Site, id: str) -> Iterator[Link]:
    for plan_id, plan in site.book.plans.items():
        for drill in plan.drills.values():
            if any(ref.id == id for ref in drill.uses):
                address = site.homes["drill", plan_id, drill.id]
                yield Link(drill.title, site.view(PATH).url(address))
