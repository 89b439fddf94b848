"""Ticking a checklist in a real browser: kept, kept apart, cleared, exported, refused."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.conftest import CHROMIUM, Project

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium on this machine"
    ),
]

SHEET = "plans/difang/checklist/jia-ju.html"
NO_STORE = """
Object.defineProperty(window, "localStorage", { get() { throw new Error("refused"); } });
"""
FULL_STORE = 'Storage.prototype.setItem = () => { throw new Error("full"); };'


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--no-first-run"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        offline=True,
        timezone_id="Asia/Urumqi",
        accept_downloads=True,
    )
    context.set_default_timeout(5000)
    wrong: list[str] = []
    context.on("weberror", lambda error: wrong.append(error.error.stack or str(error.error)))
    yield context
    context.close()
    # The theme itself stumbles where storage is refused; our script may not.
    assert not [stack for stack in wrong if "checklist.js" in stack or "refused" not in stack]


@pytest.fixture
def site(built: Project) -> Path:
    return built.folder / "dist"


def _open(context: BrowserContext, path: Path) -> Page:
    page = context.new_page()
    page.goto(path.as_uri())
    return page


def _box(page: Page, action: str) -> str:
    assert page.locator(f"#a-{action} input[type=checkbox]").count() == 1
    return f"#a-{action} .tick label"


def _ticked(page: Page) -> list[str]:
    rows = page.locator("tr[data-action]")
    return [
        str(row.get_attribute("data-action"))
        for row in rows.all()
        if row.locator("input").is_checked()
    ]


def _progress(page: Page) -> str:
    return page.locator(".tick-bar p").inner_text()


def test_a_tick_survives_with_its_time_and_can_be_taken_back(context: BrowserContext, site: Path):
    # Before the page is there: a timer the theme has begun could not be ended by another clock.
    context.clock.set_fixed_time("2030-01-05T18:00:00Z")
    page = _open(context, site / "responder" / SHEET)
    page.clock.set_fixed_time("2030-01-05T19:02:00Z")
    count = page.locator("tr[data-action]").count()
    assert count == 8 and _progress(page) == f"已完成 0/{count}"
    page.click(_box(page, "xunba"))
    assert _ticked(page) == ["xunba"] and _progress(page) == f"已完成 1/{count}"
    # Beijing time, though the device stands in another zone.
    assert page.locator("#a-xunba .time").inner_text().split() == ["03:02", "01-06"]
    page.reload()
    assert _ticked(page) == ["xunba"] and _progress(page) == f"已完成 1/{count}"
    assert page.locator("#a-xunba .time").inner_text().split() == ["03:02", "01-06"]
    page.clock.set_fixed_time("2030-01-05T19:30:00Z")
    page.click(_box(page, "xunba"))
    assert _ticked(page) == [] and "原记 03:02" in page.locator("#a-xunba .time").inner_text()
    page.click(_box(page, "xunba"))
    assert page.locator("#a-xunba .time").inner_text().split() == ["03:30", "01-06"]


def test_the_keyboard_ticks(context: BrowserContext, site: Path):
    page = _open(context, site / "responder" / SHEET)
    page.focus("#a-xunba input")
    page.keyboard.press("Space")
    assert _ticked(page) == ["xunba"]


def test_ticks_of_other_units_editions_and_plans_stay_apart(
    context: BrowserContext, site: Path, tmp_path: Path
):
    page = _open(context, site / "responder" / SHEET)
    page.click(_box(page, "fengdu"))
    page.click(_box(page, "xunba"))
    # The action of a group stands on each member's sheet; each ticks its own part.
    other = _open(context, site / "responder/plans/difang/checklist/yi-ju.html")
    assert other.locator("#a-fengdu").count() == 1 and _ticked(other) == []
    assert _ticked(_open(context, site / "trainer" / SHEET)) == []
    shutil.copytree(site / "responder", tmp_path / "site")
    copy = tmp_path / "site" / SHEET
    text = copy.read_text(encoding="utf-8")
    assert _ticked(_open(context, copy)) == ["xunba", "fengdu"]
    for old, new in (("2030-01-02", "2031-01-02"), ('data-plan="difang"', 'data-plan="shanpo"')):
        assert old in text
        copy.write_text(text.replace(old, new), encoding="utf-8")
        assert _ticked(_open(context, copy)) == []
    index = _open(context, site / "responder/plans/difang/checklist.html")
    counts = {
        str(door.get_attribute("data-sheet")): door.locator(".done-count").inner_text()
        for door in index.locator("[data-count]").all()
    }
    assert counts == {
        "jia-ju": "本机已完成 2/8",
        "yi-ju": "",
        "xiang": "",
        "zhiwu-fu-zong": "",
    }


def test_only_what_is_open(context: BrowserContext, site: Path):
    page = _open(context, site / "responder" / SHEET)
    page.click(_box(page, "xunba"))
    page.click("text=只看没做完的")
    expect(page.locator("#a-xunba")).to_be_hidden()
    expect(page.locator("#a-dianhua")).to_be_visible()
    # A slip of the thumb stays in sight.
    page.click(_box(page, "dianhua"))
    expect(page.locator("#a-dianhua")).to_be_visible()
    # On paper nothing is left out.
    page.emulate_media(media="print")
    expect(page.locator("#a-xunba")).to_be_visible()
    expect(page.locator("#a-xunba .box")).to_be_visible()
    expect(page.locator(".tick-bar")).to_be_hidden()
    page.emulate_media(media="screen")
    page.click("text=只看没做完的")
    expect(page.locator("#a-xunba")).to_be_visible()
    page.click(_box(page, "fengdu"))
    page.click("text=只看没做完的")
    expect(page.locator("text=这一组都做完了 >> visible=true")).to_have_count(1)
    expect(page.locator("table.ticks >> visible=true")).to_have_count(3)


def test_clearing_asks_first_and_clears_only_this_sheet(context: BrowserContext, site: Path):
    other = _open(context, site / "responder/plans/difang/checklist/yi-ju.html")
    other.click(_box(other, "kanshui"))
    page = _open(context, site / "responder" / SHEET)
    page.evaluate("localStorage.setItem('not-ours', 'stays')")
    page.click(_box(page, "xunba"))
    asked: list[str] = []

    def answer(yes: bool) -> None:
        page.once(
            "dialog",
            lambda dialog: (
                asked.append(dialog.message),
                dialog.accept() if yes else dialog.dismiss(),
            ),
        )
        page.click("text=新事件清零")

    answer(False)
    assert _ticked(page) == ["xunba"]
    answer(True)
    assert _ticked(page) == [] and "1 个勾" in asked[0]
    page.reload()
    assert _ticked(page) == []
    other.reload()
    assert _ticked(other) == ["kanshui"]
    index = _open(context, site / "responder/plans/difang/checklist.html")
    index.once("dialog", lambda dialog: dialog.accept())
    index.click("text=新事件清零")
    expect(index.locator("text=新事件清零")).to_be_hidden()
    other.reload()
    assert _ticked(other) == []
    assert page.evaluate("localStorage.getItem('not-ours')") == "stays"


def test_export_as_text_and_as_file(context: BrowserContext, site: Path):
    context.clock.set_fixed_time("2030-01-05T19:02:00Z")
    page = _open(context, site / "responder" / SHEET)
    page.click(_box(page, "xunba"))
    page.get_by_role("button", name="导出").click()
    text = page.locator(".tick-export textarea").input_value()
    lines = text.splitlines()
    assert lines[:3] == [
        "参考样稿·非正式文件",
        "处置版·试用版·2030-01-02",
        "甲局责任清单（堤防险情）",
    ]
    assert "已完成 1/8" in lines and lines[-1] == "参考样稿·非正式文件"
    assert "[√ 2030-01-06 03:02] 巡查一号堤段（时限：立即）" in lines
    assert "[　] 补送书面首报（时限：1小时 法定）" in lines
    assert sum(line.startswith("[") for line in lines) == 8
    with page.expect_download() as download:
        page.get_by_role("button", name="存成文本文件").click()
    assert download.value.suggested_filename == "checklist-difang-jia-ju-20300106-0302.txt"
    saved = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    assert saved.splitlines() == lines


@pytest.mark.parametrize("script", [NO_STORE, FULL_STORE], ids=["refused", "full"])
def test_where_storage_is_refused_it_says_so_and_works_on(
    context: BrowserContext, site: Path, script: str
):
    context.add_init_script(script)
    page = _open(context, site / "responder" / SHEET)
    expect(page.locator(".tick-notice")).to_have_count(1)
    expect(page.locator(".tick-notice")).to_contain_text("本机不让保存，请打印或手写")
    page.click(_box(page, "xunba"))
    page.click(_box(page, "dianhua"))
    page.click(_box(page, "dianhua"))
    assert _ticked(page) == ["xunba"] and _progress(page) == "已完成 1/8"
    page.get_by_role("button", name="导出").click()
    text = page.locator(".tick-export textarea").input_value()
    assert re.search(r"\[√ .*\] 巡查一号堤段", text)
    page.once("dialog", lambda dialog: dialog.accept())
    page.click("text=新事件清零")
    assert _ticked(page) == []
    expect(page.locator(".tick-notice")).to_have_count(1)
    index = _open(context, site / "responder/plans/difang/checklist.html")
    expect(index.locator(".tick-notice")).to_have_count(1)


def test_no_notice_where_ticks_are_kept(context: BrowserContext, site: Path):
    page = _open(context, site / "responder" / SHEET)
    page.click(_box(page, "xunba"))
    expect(page.locator(".tick-notice")).to_have_count(0)


def test_what_other_pages_left_in_the_store_is_no_tick(context: BrowserContext, site: Path):
    page = _open(context, site / "responder" / SHEET)
    page.click(_box(page, "xunba"))
    keys = page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('handbook'))")
    assert len(keys) == 1
    page.evaluate("key => localStorage.setItem(key, '<b>x</b>')", keys[0])
    page.reload()
    assert _ticked(page) == [] and page.locator("article b").count() == 0


def test_without_script_boxes_for_the_pen_and_no_dead_controls(browser: Browser, site: Path):
    context = browser.new_context(java_script_enabled=False, offline=True)
    for path in sorted((site / "responder/plans/difang/checklist").iterdir()):
        page = context.new_page()
        page.goto(path.as_uri())
        article = page.locator("article")
        assert article.locator("button, input, textarea, [hidden]").count() == 0
        rows = article.locator("tr[data-action]")
        assert rows.count() > 0
        for row in rows.all():
            assert row.is_visible() and len(row.locator(".do").inner_text()) > 3
            assert row.locator(".box").is_visible()
    context.close()


def test_a_thumb_hits_the_boxes(context: BrowserContext, site: Path):
    page = _open(context, site / "responder" / SHEET)
    for target in page.locator(".tick label, article button, article .jump a").all():
        size = target.bounding_box()
        assert size and size["width"] >= 44 and size["height"] >= 44, size
