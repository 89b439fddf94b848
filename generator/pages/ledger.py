"""Drill ledger (演练台账): who must drill how often, what was held, what is left of it to mend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.handbook.accounts import Account, accounts_of_plans, accounts_of_units
from generator.handbook.book import Handbook
from generator.handbook.held import Held, held, samples, to_come
from generator.handbook.overdue import Due
from generator.handbook.retest import CLOSED, Owed, owed, retests
from generator.handbook.visit import Scope
from generator.model.results import DrillRecord, Finding
from generator.model.scale import Audience
from generator.model.time import Day
from generator.model.units import UNIT_KINDS, Unit
from generator.pages.page import Page, Section
from generator.pages.site import Render, Site

ORDER = 55
# Below trainers the projection leaves closed drills only: nothing else can be counted.
AUDIENCE = Audience.RESPONDER
PATH = "ledger.html"
TEMPLATE = "ledger.html"


@dataclass(frozen=True, eq=False)
class Mending:
    """An improvement, the days left, and the later drills that tried it again with their ratings."""

    owed: Owed
    days: int | None
    review: int | None
    tried: tuple[tuple[Held, tuple[str, ...]], ...]


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """How often to drill is at home here."""
    yield ("index", "", "ledger"), PATH
    for id in book.registers.drill_intervals:
        yield ("interval", "", id), f"{PATH}#interval-{id}"


def pages(site: Site) -> Iterator[Page]:
    """Yield the ledger; without a day there is nothing to reckon by."""
    book, day = site.book, site.day
    if day is None:
        return
    part = site.parts(TEMPLATE, site.view(PATH))
    sections = [*_dues(book, part, day), *_mendings(site, part, day)]
    done = held(book, day)
    jumps = [(section.title, f"#{section.id}") for section in sections]
    trainer = site.edition == Audience.TRAINER
    html = part(
        "head", day, len(done), len(held(book)) - len(done), len(samples(book)), jumps, trainer
    )
    yield Page(
        PATH,
        "演练台账",
        (Section("head", "", html, "ledger"), *sections),
        site.main_nav(PATH),
    )


def _dues(book: Handbook, part: Render, day: Day) -> Iterator[Section]:
    """What is required, and how each plan and each unit stands."""
    plans, units = accounts_of_plans(book, day), accounts_of_units(book, day)
    every = [due for account in (*plans.values(), *units.values()) for due in account.dues]
    standing = {
        id: _standing(due for due in every if due.interval.id == id)
        for id in book.registers.drill_intervals
    }
    ahead = bool(to_come(book) or samples(book))
    if standing:
        yield Section("intervals", "该演什么，多久一次", part("intervals", standing), "interval")
    yield Section("plans", "各预案", part("plans", plans, ahead, day), "ledger", repeats=True)
    groups = {kind: _of_kind(book, units, kind) for kind in UNIT_KINDS}
    if units:
        html = part("units", {kind: rows for kind, rows in groups.items() if rows}, ahead, day)
        yield Section("units", "各单位", html, "ledger", repeats=True)


def _standing(dues: Iterable[Due]) -> tuple[int, int, int]:
    """How many are in time, late, and without a record; classes of which one is in time left out."""
    known = [(due.last is not None, due.days or 0) for due in dues if not due.open]
    late = sum(has and days < 0 for has, days in known)
    never = sum(not has for has, _ in known)
    return len(known) - late - never, late, never


def _of_kind(
    book: Handbook, accounts: Mapping[str, Account], kind: str
) -> list[tuple[Unit, Account]]:
    units = book.registers.units
    return [(units[id], account) for id, account in accounts.items() if units[id].type == kind]


def _mendings(site: Site, part: Render, day: Day) -> Iterator[Section]:
    """What is left to mend, and what an assessor is shown: found, mended, tried again."""
    book = site.book
    inside = {id: site.parts(TEMPLATE, site.view(PATH, Scope(id))) for id in book.plans}
    mendings = [_mending(book, one, day) for one in owed(book)]
    waiting = [one for one in mendings if one.owed.improvement.status != CLOSED]
    if waiting:
        waiting.sort(key=lambda one: (not one.owed.open, one.days is None, one.days))
        rows = [inside[one.owed.scope.plan]("waiting_row", one) for one in waiting]
        html = part("waiting", rows)
        yield Section("improvements", "没有关闭的整改", html, "ledger", repeats=True)
    bodies = [
        inside[one.scope.plan]("evidence_body", one, _found(one.record, mendings))
        for one in held(book, day)
        if one.record
    ]
    if bodies:
        html = part("evidence", bodies)
        yield Section("evidence", "检查用证据单", html, "ledger", repeats=True, across=True)


def _found(record: DrillRecord, mendings: list[Mending]) -> list[tuple[Finding, list[Mending]]]:
    """The findings of a record, each with what mends it."""
    own = [one for one in mendings if one.owed.record is record]
    return [
        (finding, [one for one in own if finding.id in one.owed.improvement.closes])
        for finding in record.findings.values()
    ]


def _mending(book: Handbook, one: Owed, day: Day) -> Mending:
    deferred = one.improvement.deferred
    review = _left(deferred.review, day) if deferred else None
    return Mending(one, _left(one.improvement.due, day), review, retests(book, one))


def _left(until: object, day: Day) -> int | None:
    return (until.last - day.first).days if isinstance(until, Day) else None
