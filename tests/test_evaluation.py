"""Evaluation items: each has a key of its own, that no other item moves."""

from __future__ import annotations

import pytest

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.evaluation import evaluation_items, form_name
from generator.handbook.reading import read_handbook
from generator.model.drill import Drill
from generator.model.results import parse_key
from generator.model.scalar import Slip
from tests.conftest import ROOT, files_below


def _keys(plan: PlanBook, drill: Drill) -> list[str]:
    return [item.key for item in evaluation_items(plan, drill)]


def test_no_two_items_of_a_drill_share_a_key(small: Handbook):
    real = read_handbook(files_below(ROOT, "plans")).handbook
    drills = [(p, d) for b in (small, real) for p in b.plans.values() for d in p.drills.values()]
    assert len(drills) > 8
    for plan, drill in drills:
        keys = _keys(plan, drill)
        assert keys and len(set(keys)) == len(keys), drill.id
        assert all(parse_key(key) == key for key in keys)


def test_keys_tell_where_an_item_comes_from(small: Handbook):
    plan = small.plans["difang"]
    assert _keys(plan, plan.drills["jianyan"])[:3] == [
        "i-shenshui/dianhua",
        "i-shenshui/new",
        "i-loushui/xunba",
    ]
    assert _keys(plan, plan.drills["zhuomian"]) == ["q-xianzuo/dianhua"]
    script = ["script/dianhua", "script/xunba", "script/fengdu", "script/cheli"]
    assert _keys(plan, plan.drills["shifan"]) == script


def test_other_items_move_no_key(small: Handbook):
    plan = small.plans["difang"]
    drill = plan.drills["shifan"]
    act = drill.script[0]
    first, *rest = act.lines
    twice = drill.changed(script=(act.changed(lines=(*rest, first, first)),))
    assert set(_keys(plan, twice)) == set(_keys(plan, drill)) | {
        "script/dianhua/2",
        "script/xunba/2",
    }


def test_the_mark_follows_words_and_times(small: Handbook):
    plan = small.plans["difang"]
    drill = plan.drills["jianyan"]
    mark = form_name(plan, drill)
    assert form_name(plan, drill.changed(title="别的名称")) == mark
    action = plan.actions["dianhua"]
    said = plan.changed(actions=plan.actions | {"dianhua": action.changed(do="先打电话")})
    assert form_name(said, drill) != mark
    injects = dict(drill.injects)
    injects["i-zaibao"] = injects["i-zaibao"].changed(expect=())
    assert form_name(plan, drill.changed(injects=injects)) != mark


@pytest.mark.parametrize("text", ["dianhua", "i-shenshui/", "/new", "i shenshui/new", "打电话"])
def test_what_is_no_key_is_refused(text: str):
    with pytest.raises(Slip, match="评估表“编号”一栏"):
        parse_key(text)
