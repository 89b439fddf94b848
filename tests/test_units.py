"""A unit's page: first what to do and whom to tell, last what it was called; and where it is named."""

from __future__ import annotations

import pytest

from generator import pages
from generator.edition import project
from generator.handbook.book import Handbook
from generator.handbook.mentions import mentions, reports_to
from generator.handbook.steps import first_actions
from generator.handbook.views import actions_of_unit, open_points
from generator.model.scale import Audience


def test_what_to_do_comes_first_and_old_names_last(small: Handbook):
    book = project(small, Audience.RESPONDER)
    made = {page.path: page for page in pages.pages(book, Audience.RESPONDER)}
    sections = {section.id: section for section in made["units/jia-ju.html"].sections}
    ids = [*sections]
    assert ids[:3] == ["head", "now", "plan-difang"] and ids[-2:] == ["mentions", "names"]
    assert "#a-dianhua" in sections["now"].html and "checklist/jia-ju.html" in sections["now"].html
    assert "老甲局管理处" in sections["names"].text


def test_where_a_unit_is_named(small: Handbook):
    units = small.registers.units
    found = mentions(small, units["jia-ju"], open_points(small))
    assert {a.id for a in found.reporting["difang"]} >= {"kanshui", "xunba"}
    roles = {position.id: part for position, part in found.positions["difang"]}
    assert roles == {"zong": "担任", "bangongshi": "牵头", "qiangxian": "牵头"}
    assert found.asked and {point.who for point in found.asked} == {"甲局"}
    assert mentions(small, units["shangji"], ()).called_first == ("difang",)


@pytest.mark.parametrize(("unit", "to"), [("jia-ju", {"shangji"}), ("yi-ju", {"shangji"})])
def test_whom_a_unit_reports_to(small: Handbook, unit: str, to: set[str]):
    """Its own reports tell; without any, what all do first."""
    plan = small.plans["difang"]
    first = first_actions(small, plan)[unit]
    told = reports_to(plan, unit, actions_of_unit(small, plan)[unit], first)
    assert {getattr(ref, "id", "") for ref in told} == to


def test_pages_below_others_tell_the_way_up(small: Handbook):
    book = project(small, Audience.TRAINER)
    made = {page.path: page for page in pages.pages(book, Audience.TRAINER)}
    for path, up, lit in (
        ("plans/difang/checklist/jia-ju.html", "../checklist.html", ["责任清单"]),
        ("units/jia-ju.html", "index.html", ["各单位"]),
        ("plans/difang/open.html", "../../open.html", ["待核清单"]),
    ):
        page = made[path]
        assert page.up and page.up.url == up
        assert [link.title for link in (*page.nav, *page.tabs) if link.above] == lit
        assert not [link for link in (*page.nav, *page.tabs) if link.current]
