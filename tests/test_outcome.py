"""What comes of a record: in time or not, the score, proposals for the plan, and its papers."""

from __future__ import annotations

from fractions import Fraction

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import pages
from generator.edition import project
from generator.handbook.book import Handbook
from generator.handbook.outcome import RULE, Outcome, outcomes, score, timeline
from generator.handbook.revisions import changes, gaps
from generator.model.results import RATINGS, DrillRecord, Observation
from generator.model.scale import EDITIONS, Audience
from generator.model.time import Moment, parse_moment
from generator.papers import archive, bundle
from generator.papers.paper import Paper
from tests.conftest import SMALL


def _found(book: Handbook, **fields: object) -> tuple[Outcome, ...]:
    plan = book.plans["difang"]
    record = plan.records["jianyan"].changed(**fields)
    return outcomes(book, plan, plan.drills["jianyan"], record)


def _seen(key: str, at: str) -> Observation:
    seen = Observation(item=key, rating="优", seen="看到了。")
    return seen.changed(actual=parse_moment(at))


@pytest.mark.parametrize(
    ("started", "actual", "late"),
    [
        (None, "T+8", -2),
        (None, "T+13", 3),
        (None, "21:08", None),
        ("21:00", "21:08", -2),
        ("23:55", "00:08", 3),
        ("00:05", "23:58", -17),
        ("21:00", "T+10", 0),
    ],
)
def test_planned_against_actual(
    small: Handbook, started: str | None, actual: str, late: int | None
):
    began = parse_moment(started) if started else None
    found = _found(small, started_at=began, observations=(_seen("i-shenshui/dianhua", actual),))
    first = found[0]
    assert first.item.due == Moment(10, clock=False) and first.late == late
    told = {None: "", -2: "按时", -17: "按时", 0: "按时", 3: "晚 3 分"}[late]
    assert first.in_words == told


def test_both_on_the_clock_need_no_start(small: Handbook):
    plan = small.plans["difang"]
    drill = plan.drills["jianyan"]
    inject = drill.injects["i-shenshui"]
    expect = (inject.expect[0].changed(due=parse_moment("23:50")),)
    injects = {**drill.injects, "i-shenshui": inject.changed(at=None, expect=expect)}
    record = plan.records["jianyan"].changed(
        started_at=None, observations=(_seen("i-shenshui/dianhua", "00:05"),)
    )
    found = outcomes(small, plan, drill.changed(injects=injects), record)
    assert found[0].late == 15


def test_a_proposed_limit_is_never_overdue(small: Handbook):
    plan = small.plans["difang"]
    drill = plan.drills["shifan"]
    record = plan.records["jianyan"].changed(observations=(_seen("script/cheli", "T+59"),))
    found = {one.item.key: one for one in outcomes(small, plan, drill, record)}
    late = found["script/cheli"]
    assert late.limit_kind == "建议值" and (late.late or 0) > 0
    assert late.in_words.endswith("（建议值·非法定，不算超时）")
    assert "超时" not in RULE


def test_time_line_follows_what_happened(small: Handbook):
    found = _found(
        small,
        observations=(_seen("i-jixu/shumian", "T+1"), _seen("i-shenshui/dianhua", "21:45")),
    )
    keys = [one.item.key for one in timeline(found)]
    assert keys[0] == "i-jixu/shumian"
    assert keys.index("i-shenshui/dianhua") == keys.index("i-jixu/xunba") - 1


def test_the_score_counted_again_from_the_file(small: Handbook):
    """By a rule of its own, from the record as it is written."""
    raw = yaml.safe_load((SMALL / "plans/difang/records/jianyan.yaml").read_text(encoding="utf-8"))
    rated = [
        {"优": 100, "良": Fraction(200, 3), "中": Fraction(100, 3), "差": 0}[one["rating"]]
        for one in raw["observations"]
        if one["rating"] != "未评" and not one["item"].endswith("/new")
    ]
    mean = sum(rated) / Fraction(len(rated))
    counted = score(_found(small))
    assert counted.per_cent == int(mean + Fraction(1, 2)) == 83
    assert (counted.rated, counted.total, counted.gaps) == (2, 6, 1)


@given(st.lists(st.sampled_from(RATINGS), max_size=30))
def test_any_ratings_are_counted_as_the_rule_says(small: Handbook, ratings: list[str]):
    sample = _found(small)[0]
    found = [Outcome(**{**sample.__dict__, "rating": rating}) for rating in ratings]
    worth = [{"优": 3, "良": 2, "中": 1, "差": 0}[rating] for rating in ratings if rating != "未评"]
    counted = score(found)
    if worth:
        exact = Fraction(sum(worth) * 100, 3 * len(worth))
        assert counted.per_cent is not None and abs(counted.per_cent - exact) <= Fraction(1, 2)
    else:
        assert counted.per_cent is None
    assert sum(counted.counts.values()) == counted.total == len(ratings)


def test_what_the_plan_lacks_is_proposed_beside_what_it_has(small: Handbook):
    plan = small.plans["difang"]
    drill, record = plan.drills["jianyan"], plan.records["jianyan"]
    (gap,) = gaps(plan, drill, _found(small))
    assert gap.outcome.item.words == "用广播通知" and gap.outcome.rating == "中"
    assert gap.after is plan.actions["dianhua"] and gap.duty is plan.duties["baosong"]
    alone = drill.injects["i-shenshui"]
    alone = alone.changed(expect=alone.expect[1:])
    other = drill.changed(injects={**drill.injects, "i-shenshui": alone})
    (gap,) = gaps(plan, other, outcomes(small, plan, other, record))
    assert gap.after is None and gap.duty is plan.duties["baosong"]
    changed = [(one.improvement.id, one.of.id) for one in changes(plan, record)]
    assert changed == [("jia-guangbo", "cheli"), ("jia-guangbo", "zhuanyi")]


def test_a_record_to_fill_in_is_no_drill_held(small: Handbook, made: tuple[Paper, ...]):
    records = small.plans["difang"].records
    assert (records["jianyan"].held, records["zhuomian-1"].held) == (True, False)
    assert {paper.record for paper in made} == {"", "fucha", "jianyan"}


def test_what_the_archive_names_is_made(made: tuple[Paper, ...]):
    titles = {paper.title for paper in made if paper.record}
    assert titles == {"评估报告", "总结报告", "整改台账", "预案修订建议"}
    assert titles < set(archive.ARCHIVE)


def test_papers_of_a_record_are_not_in_the_package_made_beforehand(made: tuple[Paper, ...]):
    package = bundle.by_drill(made)["difang", "jianyan"]
    assert not [paper for paper in package if paper.record]
    assert {paper.kind for paper in made if paper.record} == {
        "assessment",
        "summary",
        "improvements",
        "revisions",
    }


@pytest.mark.parametrize("edition", EDITIONS)
def test_records_have_pages_for_trainers_only(
    small: Handbook, edition: Audience, made: tuple[Paper, ...]
):
    found = {page.path: page for page in pages.pages(project(small, edition), edition, None, made)}
    paths = [path for path in found if "/records/" in path]
    assert bool(paths) == (edition == Audience.TRAINER)
    for path in paths:
        ids = [section.id for section in found[path].sections]
        held = "zhuomian" not in path
        assert {"papers", "results"} <= set(ids) if held else ids == ["head"]


def test_every_finding_and_measure_is_on_paper(small: Handbook, made: tuple[Paper, ...]):
    record = small.plans["difang"].records["jianyan"]
    text = {paper.kind: paper.text for paper in made if paper.record}
    for finding in record.findings.values():
        assert finding.text in text["assessment"] and finding.text in text["summary"]
    for measure in record.improvements.values():
        assert measure.text in text["improvements"] and measure.text in text["summary"]
    assert all(one.seen in text["assessment"] for one in record.observations if one.seen)
    assert "用广播通知" in text["revisions"]


def test_one_record_of_each_kind_is_in_the_fixture(small: Handbook):
    records: list[DrillRecord] = list(small.plans["difang"].records.values())
    assert {record.held for record in records} == {True, False}
