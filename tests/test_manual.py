"""What the manual derives from the records: T+, who at which level, what a unit does first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.citing import gathered
from generator.handbook.ladder import answers, posts_of_command, procedure
from generator.handbook.sheets import sheets
from generator.handbook.steps import (
    before,
    first_actions,
    first_actions_of_nobody,
    offset,
    step,
)
from generator.model.reference import Citation, Ref
from generator.model.time import parse_limit
from generator.model.words import Blank
from tests.conftest import CHROMIUM, Project


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("立即", "T+0"),
        ("30分钟", "T+30分"),
        ("建议1小时", "T+1小时"),
        ("20个工作日", "T+20个工作日"),
        ("xunba之后", "接上一步"),
        ("xunba之后 30分钟", "接上一步30分"),
        ("【待地区确认：时限，甲局】", ""),
    ],
)
def test_limits_count_from_t(written: str, shown: str):
    assert offset(parse_limit(written)) == shown


def test_a_step_names_the_one_before_once(small: Handbook):
    actions = small.plans["difang"].actions
    assert before(actions["fengdu"]) == (Ref(("action",), "xunba"),)
    assert before(actions["xunba"]) == ()
    assert before(actions["xiangying-2-xuanbu"])[0].id == "xiangying-2-qidong"


def test_a_step_knows_its_units_and_levels(small: Handbook):
    plan = small.plans["difang"]
    patrol, group = (step(small, plan, plan.actions[id]) for id in ("xunba", "fengdu"))
    assert (patrol.units, patrol.levels, patrol.commanded) == (("jia-ju",), (1, 2, 3), False)
    assert group.commanded and set(group.units) == {"jia-ju", "yi-ju", "xiang"}
    assert group.levels == (2,)


def test_levels_with_the_same_answer_stand_together(small: Handbook):
    responses = small.plans["difang"].plan.responses
    assert responses
    decides = [(answer.levels, answer.who[0].id) for answer in answers(responses, "decides")]
    assert decides == [("二级", "zong"), ("三级", "fu-zong")]
    common = responses.common.decides
    levels = {key: level.changed(decides=None) for key, level in responses.levels.items()}
    alike = answers(responses.changed(levels=levels), "decides")
    assert [(answer.levels, answer.who) for answer in alike] == [("各级", (common,))]
    silent = responses.changed(levels=levels, common=responses.common.changed(decides=None))
    assert answers(silent, "decides") == ()


def test_the_procedure_leads_to_the_derived_actions(small: Handbook):
    plan = small.plans["difang"]
    linked = {id for shown in procedure(plan) for _, id in shown.actions}
    assert linked == {id for id in plan.actions if id.startswith("xiangying-")} and linked
    assert [post.id for post in posts_of_command(plan)] == ["zong", "fu-zong"]


def test_units_begin_with_what_is_their_own_and_due_at_once(small: Handbook):
    firsts = first_actions(small, small.plans["difang"])
    found = {unit: (f.on_warning, f.on_event) for unit, f in firsts.items()}
    ids = {unit: tuple(a.id if a else "" for a in pair) for unit, pair in found.items()}
    assert ids["jia-ju"][0] == "" and found["jia-ju"][1].within.kind == "立即"
    assert ids["yi-ju"] == ("kanshui", "fengdu")
    assert ids["xiang"] == ("", "cheli")


def test_nobody_acts_for_a_group_nobody_leads(small: Handbook):
    """While its head is a blank, no member knows which lines of the group are its own."""
    plan = small.plans["difang"]
    assert "fengdu" in _lines(small, plan)["yi-ju"]
    group = plan.plan.command["qiangxian"].changed(lead=Blank("谁牵头", "甲局"))
    command = plan.plan.command | {"qiangxian": group}
    headless = plan.changed(plan=plan.plan.changed(command=command))
    book = small.changed(plans={**small.plans, "difang": headless})
    lines = _lines(book, headless)
    assert [id for id, of in lines.items() if "fengdu" in of] == ["zhiwu-qiangxian"]
    made = {sheet.file: sheet for sheet in sheets(book, headless)}
    assert [share.name for share in made["yi-ju"].apart] == ["抢险组"]
    assert made["zhiwu-qiangxian"].apart == ()
    assert first_actions(book, headless)["yi-ju"].on_event is None
    assert first_actions_of_nobody(book, headless)["qiangxian"].on_event


def _lines(book: Handbook, plan: PlanBook) -> dict[str, set[str]]:
    return {
        sheet.file: {action.id for share in sheet.shares for action in share.actions}
        for sheet in sheets(book, plan)
    }


def test_a_source_is_named_once():
    law, plan = Ref(("source",), "fa"), Ref(("source",), "yuan")
    cited = [
        Citation(law, "第1条"),
        Citation(plan, ""),
        Citation(law, "第3条"),
        Citation(law, "第1条"),
    ]
    assert gathered(cited) == (Citation(law, "第1条、第3条"), Citation(plan, ""))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--no-first-run"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


def _manual(project: Project) -> Path:
    return project.folder / "dist" / "responder" / "plans" / "weather" / "manual.html"


def _kept(page: Page) -> int:
    return page.locator(".actions tbody:visible").count()


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
@pytest.mark.parametrize("scripts", [True, False])
def test_six_answers_on_the_first_screen(browser: Browser, real: Project, scripts: bool):
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=scripts
    )
    page = context.new_page()
    page.goto(_manual(real).as_uri())
    boxes = [row.bounding_box() for row in page.locator(".first > div").all()]
    assert len(boxes) == 6
    assert all(box and box["y"] + box["height"] <= 740 for box in boxes)
    assert page.locator("#filter").is_visible() == scripts
    context.close()


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_the_filter_keeps_its_choice_and_hides_nothing_one_asks_for(
    browser: Browser, real: Project
):
    page = browser.new_page()
    page.goto(_manual(real).as_uri())
    everything = _kept(page)
    page.select_option("#filter-unit", "xiangzhen")
    kept = _kept(page)
    assert 0 < kept < everything
    assert f"剩 {kept} 项，共 {everything} 项" in page.inner_text("#filter-left")
    page.reload()
    assert _kept(page) == kept
    page.evaluate("location.hash = '#a-xiangying-1-qidong'")
    page.wait_for_function("!document.querySelector('.actions tbody[hidden]')")
    page.select_option("#filter-level", "4")
    assert not page.locator("#a-xiangying-1-qidong").is_visible()
    page.click("#filter button")
    assert _kept(page) == everything and "level" not in page.url
    page.goto(_manual(real).as_uri() + "?level=9&unit=none")
    assert _kept(page) == everything
    page.close()


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_paper_bears_everything_whatever_is_filtered(browser: Browser, real: Project):
    """A print with rows missing looks like a whole one."""
    page = browser.new_page()
    page.goto(_manual(real).as_uri() + "?unit=xiangzhen&level=4")
    kept = _kept(page)
    page.evaluate("""() => {
      const hidden = () => document.querySelectorAll('.actions tbody[hidden]').length;
      window.addEventListener('beforeprint', () => { window.missing = hidden(); });
    }""")
    page.pdf()
    assert page.evaluate("window.missing") == 0
    assert _kept(page) == kept > 0 and "unit=xiangzhen" in page.url
    page.close()


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_a_phone_folds_the_phases_until_one_asks(browser: Browser, real: Project):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(_manual(real).as_uri())
    folds = page.locator("details.narrow")
    assert _kept(page) == 0 and folds.count() == page.locator(".actions").count()
    page.evaluate("location.hash = '#a-xiangying-1-qidong'")
    page.wait_for_function("document.querySelectorAll('details.narrow[open]').length === 1")
    box = page.locator("#a-xiangying-1-qidong").bounding_box()
    assert box and 0 <= box["y"] <= 40
    page.select_option("#filter-unit", "xiangzhen")
    assert _kept(page) > 0
    page.set_viewport_size({"width": 1280, "height": 800})
    page.click("#filter button")
    page.wait_for_function("!document.querySelector('details.narrow:not([open])')")
    assert not folds.first.locator("summary").is_visible()
    page.close()


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_a_phone_finds_its_way_up_and_down(browser: Browser, real: Project):
    """The list of contents begins with the page's own sections, and jumps end at the top."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(_manual(real).as_uri())
    page.click("text=目录")
    own = page.locator("#nav a:visible").all_inner_texts()
    titles = page.locator("article h2:visible").all_inner_texts()
    # Last the one file to carry away, which otherwise stands at the far end of the page.
    assert own == [*titles, "单文件版（存到手机）"]
    page.click("#nav >> text=按级别看")
    box = page.locator("#by-level").bounding_box()
    assert box and 0 <= box["y"] <= 40
    assert page.locator("article a[href='#first']").count() == len(titles) - 1
    page.close()
