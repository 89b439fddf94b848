"""The loop: what is found is mended, tried again, and nobody who must drill is forgotten."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator import checks, pages
from generator.edition import project
from generator.handbook.accounts import accounts_of_units
from generator.handbook.book import Handbook
from generator.handbook.chain import chains
from generator.handbook.overdue import dues_of_plan, dues_of_unit
from generator.handbook.reading import read_handbook
from generator.handbook.views import open_points
from generator.model.period import parse_period
from generator.model.scalar import Slip
from generator.model.scale import Audience
from generator.model.time import Day
from generator.model.words import Blank
from generator.pages.page import Page
from generator.stats import stats
from tests.conftest import ROOT, SMALL, Project, files_below
from tests.recount import recount

TODAY = Day("2030-01-02")


@pytest.fixture(scope="module")
def whole() -> Handbook:
    """The real handbook."""
    reading = read_handbook(files_below(ROOT, "plans", "content"))
    assert reading.problems == ()
    return reading.handbook


def _ledger(book: Handbook, edition: Audience, today: Day | None = None) -> Page:
    made = pages.pages(project(book, edition), edition, today=today)
    return next(page for page in made if page.path == "ledger.html")


def _text(page: Page, section: str) -> str:
    """The words of a section; a row on a line."""
    html = next(one.html for one in page.sections if one.id == section)
    rows = re.sub(r"\s+", " ", html).replace("</tr>", "\n")
    return re.sub(r"<[^>]*>", "", rows)


@pytest.mark.parametrize(
    ("written", "words", "last", "due"),
    [
        ("全年", "每个自然年", date(2029, 6, 1), date(2030, 12, 31)),
        ("3年", "每3年", date(2028, 2, 29), date(2031, 2, 28)),
        ("1年", "每年", date(2029, 6, 1), date(2030, 6, 1)),
        ("半年", "每半年", date(2029, 8, 31), date(2030, 2, 28)),
        ("6个月", "每6个月", date(2029, 10, 10), date(2030, 4, 10)),
        ("1周", "每周", date(2029, 12, 28), date(2030, 1, 4)),
    ],
)
def test_periods(written: str, words: str, last: date, due: date):
    period = parse_period(written)
    assert str(period) == words and period.due(last) == due


@pytest.mark.parametrize("written", ["定期", "每年", "0年", "两年"])
def test_a_period_without_a_figure_is_refused(written: str):
    with pytest.raises(Slip, match="请写成 3年"):
        parse_period(written)


def test_in_time_late_and_never_held(small: Handbook):
    """The same drills by the day they are looked at; the last day itself is not late."""

    def days(today: str) -> dict[str, int | None]:
        account = accounts_of_units(small, Day(today))["xiang"]
        return {due.interval.id: due.days for due in account.dues}

    assert days("2030-01-02") == {"niandu": 363, "bannian": 98}
    assert days("2030-04-10") == {"niandu": 265, "bannian": 0}
    assert days("2030-05-23") == {"niandu": 222, "bannian": -43}
    assert days("2031-01-01") == {"niandu": -1, "bannian": -266}
    (never,) = dues_of_plan(small, "shanpo", (), TODAY)
    assert (never.last, never.by, never.days) == (None, None, None)
    bound = [one for one in small.registers.drill_intervals.values() if one.counts == "单位"]
    unheld = tuple(dues_of_unit(small, bound, (), TODAY))
    assert [(due.last, str(due.by), due.days) for due in unheld] == [
        (None, "2030-12-31", 363),
        (None, "None", None),
    ]


def test_the_ledger_says_it_in_words_and_signs(small: Handbook):
    in_time = _text(_ledger(small, Audience.TRAINER), "units")
    assert "全年 1 次：✓ 还有 363 天（2030-12-31 以前）" in in_time
    # One township in time does not say that all are; where none is, all are late.
    assert "半年 1 次：逐个另记，最近一个 2029-10-10" in in_time
    late = _ledger(small, Audience.TRAINER, Day("2030-05-23"))
    assert "半年 1 次：✗ 已超期 43 天（2030-04-10 以前）" in _text(late, "units")
    assert "三年 1 次：○ 没有记录" in _text(late, "plans")
    assert "按 2030-05-23 算" in _text(late, "head")
    assert "计划 2030-04-02（✗ 日子已过，没有记录）" in _text(late, "plans")
    assert "日子已过" not in in_time
    mending = _text(late, "improvements")
    assert "✗ 已超期 154 天" in mending and "✗ 已超期 83 天" in mending


def test_a_drill_that_is_over_asks_nothing_any_more(small: Handbook):
    plan = small.plans["difang"]

    def asked(status: str) -> list[str]:
        known = Blank("演练日期", "甲局")
        drill = plan.drills["jianyan"].changed(status=status, held_on=known)
        book = small.changed(
            plans=small.plans | {"difang": plan.changed(drills=plan.drills | {"jianyan": drill})}
        )
        return [one.what for one in open_points(book) if one.record is drill]

    assert "演练日期" in asked("计划") and asked("已结束") == []


def test_what_is_dated_later_is_not_held_yet(small: Handbook):
    early = _ledger(small, Audience.TRAINER, Day("2029-09-01"))
    assert "演过 1 次" in _text(early, "head") and "另有 1 次写着这一天以后的日期" in _text(
        early, "head"
    )
    account = accounts_of_units(small, Day("2029-09-01"))["jia-ju"]
    assert [str(one.on) for one in account.done] == ["2029-06-01"]


def test_a_delay_is_late_when_it_should_be_looked_at_again(small: Handbook):
    """And the chain and the ledger say so alike."""

    def late(today: str) -> int:
        steps = chains(small, Day(today))["difang"].steps
        return len(next(step for step in steps if step.id == "late").broken)

    assert late("2030-09-01") + 1 == late("2030-09-02")
    ledger = _text(_ledger(small, Audience.TRAINER, Day("2030-09-02")), "improvements")
    assert "再议：2030-09-01 ✗ 已超期 1 天" in ledger


def test_a_blind_drill_is_proved_by_its_seal(small: Handbook):
    plan = small.plans["difang"]
    bare = plan.records["jianyan"].changed(seal=None)
    book = small.changed(
        plans=small.plans | {"difang": plan.changed(records=plan.records | {"jianyan": bare})}
    )
    found = [accounts_of_units(of, TODAY)["jia-ju"] for of in (small, book)]
    assert [(one.of("notice", "双盲"), one.proved, one.blind) for one in found] == [
        (1, 1, "50%"),
        (1, 0, "0%"),
    ]


def test_shares_and_kinds(small: Handbook):
    account = accounts_of_units(small, TODAY)["jia-ju"]
    kinds = [("form", "桌面"), ("form", "实战"), ("breadth", "单项"), ("notice", "双盲")]
    assert [account.of(*kind) for kind in kinds] == [1, 1, 1, 1] and account.blind == "50%"
    assert [drill.id for _, drill in account.samples] == ["zhuomian"]
    # Who only evaluates has not drilled; a body above is not bound.
    assert "shangji" not in accounts_of_units(small, TODAY)


def test_below_trainers_only_closed_drills_count(small: Handbook):
    """Adding or taking away drills that are not closed changes no letter of the ledger."""
    plan = small.plans["difang"]
    closed = {id: drill for id, drill in plan.drills.items() if drill.status == "已结束"}
    assert set(closed) == {"jianyan", "fucha"}
    only = small.changed(plans=small.plans | {"difang": plan.changed(drills=closed)}, sealed={})
    shown = _ledger(small, Audience.RESPONDER)
    assert shown == _ledger(only, Audience.RESPONDER)
    words = "".join(section.text for section in shown.sections)
    assert "样例" not in words and "计划" not in words and "整改" not in words
    assert "2 次" in words


def test_what_an_assessor_is_shown(small: Handbook):
    rows = _text(_ledger(small, Audience.TRAINER), "evidence").split("\n")
    closed = next(row for row in rows if "号码表是旧的" in row)
    assert all(word in closed for word in ("已关闭", "证明：", "2029-10-10 复验：良"))
    waived = next(row for row in rows if "收队时没有清点人数" in row)
    assert "不整改：" in waived and "批准：总指挥" in waived


def _problems(files: dict[str, bytes]) -> str:
    reading = read_handbook(files)
    return "\n".join(map(str, (*reading.problems, *checks.problems(reading))))


def test_an_owner_without_any_drill_to_come_is_told(small_files: dict[str, bytes]):
    """No drill can carry it: somebody plans one, or somebody defers it."""
    planned = "plans/difang/drills/shifan.yaml"
    files = {path: raw for path, raw in small_files.items() if not path.startswith("private/")}
    files[planned] = files[planned].replace("status: 计划".encode(), "status: 样例".encode())
    told = _problems(files)
    assert "P361 整改 jia-guangbo“在预案里加上广播”（各乡镇负责）没有演练可带" in told


def test_while_any_file_is_unread_nobody_is_said_to_have_forgotten(small_files: dict[str, bytes]):
    """The drill that carries it may stand in the broken file of another plan."""
    planned, other = "plans/difang/drills/shifan.yaml", "plans/shanpo/plan.yaml"
    files = small_files | {
        planned: small_files[planned].replace("status: 计划".encode(), "status: 样例".encode())
    }
    assert " P361 " in _problems(files)
    broken = _problems(files | {other: files[other].replace(b"title: ", b"title ", 1)})
    assert f"{other}:" in broken and " P361 " not in broken


def test_a_sealed_drill_asks_nothing_of_what_lies_open(small_files: dict[str, bytes]):
    """The next drill of all is sealed: with it or without, the same is told."""
    assert _problems(dict(small_files)) == ""
    planned = "plans/difang/drills/shifan.yaml"
    without = {path: raw for path, raw in small_files.items() if path != planned}
    records = [path for path in without if "/records/" in path]
    for path in records:
        without[path] = without[path].replace(b"    retest: shifan\n", b"")
    told = [line for line in _problems(without).splitlines() if " P361 " in line]
    assert told and all("没有演练可带" in line for line in told)
    bare = {path: raw for path, raw in without.items() if not path.startswith("private/")}
    assert told == [line for line in _problems(bare).splitlines() if " P361 " in line]


@pytest.mark.parametrize(
    ("folder", "today"), [(SMALL, "2030-01-02"), (SMALL, "2030-05-23"), (ROOT, "2026-11-23")]
)
def test_counted_once_more_from_the_raw_files(folder, today: str):
    """The same holes, by a script that shares nothing with the generator."""
    book = read_handbook(files_below(folder, "plans")).handbook
    told = {id: figures["链条断在哪里"] for id, figures in stats(book, Day(today)).items()}
    assert told == recount(folder / "plans", today)
    assert any(number for holes in told.values() for number in holes.values())


def test_each_hole_has_its_list(whole: Handbook):
    """What is counted stands on the plan's page, each with a link to where it is mended."""
    book = project(whole, Audience.TRAINER)
    made = {page.path: page for page in pages.pages(book, Audience.TRAINER)}
    for id, chain in chains(book, None).items():
        sections = {section.id: section for section in made[f"plans/{id}/chain.html"].sections}
        for step in chain.steps:
            if step.broken:
                html = sections[step.id].html
                assert html.count("<li><a href=") == len(step.broken), (id, step.id)


def test_what_was_never_held_is_not_called_late(whole: Handbook):
    """No real drill is on record: nobody is told to be late, and each is told by when to drill."""
    page = _ledger(whole, Audience.TRAINER)
    units = _text(page, "units")
    assert "超期" not in units and "○ 没有记录，还有 38 天（2026-12-31 以前）" in units
    assert "样例不算演过" in _text(page, "head")
    for interval in whole.registers.drill_intervals.values():
        assert interval.source.source.id in whole.registers.sources and interval.source.locator


def test_today_reaches_the_pages(project: Project):
    project.build("--edition", "responder", "--no-papers", "--today", "2030-05-23")
    page = project.site("responder")["responder/ledger.html"].decode()
    assert "按 2030-05-23 算" in page
    wrong = project.run("build", "--today", "2030-05")
    assert wrong.returncode == 2 and "请写成 2026-11-23 这样" in wrong.stderr
