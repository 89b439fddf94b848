"""The search box in a browser, from the folder and with the network cut."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize

from generator import pages, search
from generator.edition import project
from generator.handbook.book import Handbook
from generator.model.scale import Audience
from tests.conftest import Project
from tests.search.box import PHONE, Box

pytestmark = pytest.mark.browser

DESK: ViewportSize = {"width": 1280, "height": 800}
ATTACK = "<img src=gone.png onerror=document.title='struck'>"
BROKEN = "没有拷全"

Opener = Callable[..., Box]


@pytest.fixture
def said() -> list[str]:
    """What went wrong in the browser; a test that breaks something empties it."""
    return []


@pytest.fixture
def opened(browser: Browser, said: list[str]) -> Iterator[Opener]:
    """Open a page of an edition in a fresh profile; nothing may be asked for elsewhere."""
    contexts = []

    def open_page(
        site: Path, path: str = "index.html", size: ViewportSize = PHONE, scripts: bool = True
    ) -> Box:
        context = browser.new_context(viewport=size, offline=True, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda one: one.url.startswith("file:") or said.append(one.url))
        # What is on its way when a page is left is given up, not missing.
        page.on(
            "requestfailed",
            lambda one: one.failure == "net::ERR_ABORTED" or said.append(f"does not get {one.url}"),
        )
        page.on("pageerror", lambda error: said.append(f"breaks: {error}"))
        page.on("console", lambda one: one.type in ("error", "warning") and said.append(one.text))
        page.goto((site / path).as_uri())
        box = Box(page, f"{site.as_uri()}/")
        if scripts:
            box.open()
        return box

    yield open_page
    for context in contexts:
        context.close()
    assert not said


@pytest.fixture
def public(real: Project) -> Path:
    return real.folder / "dist" / "public"


@pytest.fixture
def responder(real: Project) -> Path:
    return real.folder / "dist" / "responder"


@pytest.fixture
def copy(built: Project, tmp_path: Path) -> Path:
    """An edition of the small handbook, to be broken."""
    return Path(shutil.copytree(built.folder / "dist" / "responder", tmp_path / "site"))


def _open_state(page: Page) -> bool:
    return bool(page.evaluate("document.querySelector('#__search').checked"))


def _path(box: Box, site: Path) -> str:
    return unquote(box.page.url.partition("#")[0]).removeprefix(f"{site.as_uri()}/")


def _filter(box: Box, name: str) -> Locator:
    return box.page.get_by_role("group", name="只看").get_by_role("button", name=name, exact=True)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_typing_finds(opened: Opener, public: Path, size: ViewportSize):
    box = opened(public, size=size)
    assert box.ask("推山雪来了怎么办").pages[0] == "topics/xuebeng.html"
    assert box.ask("车困在雪路上").pages[0] == "topics/kunxuelu.html"
    first = box.page.locator(".md-search-result__item").first
    assert first.is_visible() and "雪路" in first.inner_text()
    assert first.locator("mark").count()


@pytest.mark.parametrize("name", ["public", "responder", "trainer"])
def test_every_name_finds_its_page(opened: Opener, real: Project, name: str):
    """Whatever a page is called finds it among the pages shown."""
    box = opened(real.folder / "dist" / name)
    box.ask("应急")
    lost = box.page.evaluate("""() => {
        const search = window.handbookEngine(window.handbookData);
        const lost = [];
        window.handbookData.pages.forEach(([path, , , title, aliases]) => {
            [title].concat(aliases).forEach((name) => {
                if (!search(name).pages.some((page) => page.path === path)) lost.push(name);
            });
        });
        return lost;
    }""")
    assert lost == []


@pytest.mark.parametrize("name", ["public", "responder", "trainer"])
def test_a_title_finds_its_page_first(opened: Opener, real: Project, name: str):
    box = opened(real.folder / "dist" / name)
    box.ask("应急")
    later = box.page.evaluate("""() => {
        const search = window.handbookEngine(window.handbookData);
        const titles = window.handbookData.pages.map(([path, , , title]) => [path, title]);
        return titles.filter(([path, title]) => search(title).pages[0].path !== path);
    }""")
    assert later == []


@pytest.mark.parametrize(
    ("edition", "question", "page"),
    [
        ("public", "xuebeng", "topics/xuebeng.html"),
        ("public", "xue beng", "topics/xuebeng.html"),
        ("public", "CO", "topics/yiyanghuatan.html"),
        ("public", "雪崩怎么自救", "topics/xuebeng.html"),
        ("public", "雪蹦", "topics/xuebeng.html"),
        ("responder", "應急管理局", "units/yingji-ju.html"),
        ("responder", "安监局", "units/yingji-ju.html"),
    ],
)
def test_other_ways_of_writing(
    opened: Opener, real: Project, edition: str, question: str, page: str
):
    assert page in opened(real.folder / "dist" / edition).ask(question).pages[:2]


@pytest.mark.parametrize(
    "question", ["雪崩埋了人骨折了", "冻伤 骨折", "火车站有人冻伤", "大雪压断电线触电"]
)
def test_what_is_told_is_found_beside_what_is_not(opened: Opener, public: Path, question: str):
    assert opened(public).ask(question).pages


def test_a_deep_page_leads_to_the_same_places(opened: Opener, public: Path):
    near, far = opened(public), opened(public, "plans/weather/guide.html")
    assert near.ask("雪崩") == far.ask("雪崩")
    far.page.locator(".md-search-result__link").first.click()
    far.page.wait_for_url("**/topics/xuebeng.html*")


@pytest.mark.parametrize("question", ["雪崩", "冻伤", "一氧化碳"])
def test_enter_goes_to_the_best_page(opened: Opener, public: Path, question: str):
    box = opened(public)
    best = box.ask(question).pages[0]
    box.input.press("Enter")
    box.page.wait_for_url(lambda url: best in url)


@pytest.mark.parametrize("question", ["120", "雪崩几小时上报"])
def test_enter_goes_to_the_card_or_the_best_page(opened: Opener, responder: Path, question: str):
    box = opened(responder)
    answer = box.ask(question)
    assert answer.cards
    card = box.page.locator(".search-panel a").first.get_attribute("href") or ""
    box.input.press("Enter")
    allowed = (card, f"{responder.as_uri()}/{answer.pages[0]}")
    box.page.wait_for_url(lambda url: any(url.startswith(one) for one in allowed), timeout=5000)


def test_enter_where_nothing_is_found_does_nothing(opened: Opener, public: Path):
    box = opened(public)
    assert box.ask("qwxz").nothing
    before = box.page.url
    box.page.evaluate("document.querySelector('.md-search__input').blur()")
    box.input.focus()
    box.page.keyboard.press("Enter")
    box.page.wait_for_timeout(200)
    assert box.page.url == before and box.shown().nothing


def test_words_that_come_without_a_key(opened: Opener, public: Path):
    """Pasted or spoken ones."""
    box = opened(public)
    box.page.evaluate("""() => {
        const box = document.querySelector(".md-search__input");
        box.value = "雪崩";
        box.dispatchEvent(new Event("input", { bubbles: true }));
    }""")
    box.page.wait_for_selector(".md-search-result__item")
    assert box.shown().pages[0] == "topics/xuebeng.html"


def test_escape_closes(opened: Opener, public: Path):
    box = opened(public)
    box.ask("雪崩")
    assert _open_state(box.page)
    box.input.press("Escape")
    assert not _open_state(box.page)


def test_emptying_the_box_empties_the_answers(opened: Opener, public: Path):
    box = opened(public)
    assert box.ask("120").cards
    answer = box.ask("")
    assert not answer.pages and not answer.cards and not answer.nothing


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_filters_narrow_and_come_back(opened: Opener, responder: Path, size: ViewportSize):
    box = opened(responder, size=size)
    everything = box.ask("大雪封路")
    kind = _filter(box, "操作手册")
    kind.click()
    assert kind.get_attribute("aria-pressed") == "true"
    manuals = box.shown().pages
    assert len(manuals) > 1 and all(path.endswith("/manual.html") for path in manuals)
    assert box.input.evaluate("box => box === document.activeElement")
    plan = _filter(box, "气象灾害")
    plan.click()
    assert box.shown().pages == ("plans/weather/manual.html",)
    _filter(box, "操作手册").click()
    weather = box.shown().pages
    assert len(weather) > 1 and all("weather" in path for path in weather)
    _filter(box, "气象灾害").click()
    assert box.shown() == everything


def test_a_new_question_is_not_filtered(opened: Opener, responder: Path):
    box = opened(responder)
    everything = box.ask("雪崩")
    box.ask("大雪封路")
    _filter(box, "操作手册").click()
    assert box.ask("雪崩") == everything
    pressed = box.page.locator(".search-filters [aria-pressed=true]")
    assert pressed.count() == 0


@pytest.mark.parametrize(
    ("question", "title", "words"),
    [
        ("120", "120 医疗急救", ""),
        ("打急救电话", "120 医疗急救", ""),
        ("雪崩几小时上报", "气象灾害：怎样报告", "先电话、立即报"),
        ("大雪谁牵头", "气象灾害：谁牵头", "依据"),
        ("寒潮响应谁批准", "气象灾害：谁批准启动响应", "依据"),
    ],
)
def test_questions_of_fact_have_an_answer_card(
    opened: Opener, responder: Path, question: str, title: str, words: str
):
    box = opened(responder)
    assert title in box.ask(question).cards
    card = box.page.locator(".search-panel a", has_text=title).first
    assert words in card.inner_text()
    address = unquote(card.get_attribute("href") or "").removeprefix(f"{responder.as_uri()}/")
    path, _, anchor = address.partition("#")
    assert not anchor or f'id="{anchor}"' in (responder / path).read_text(encoding="utf-8")


def test_words_of_a_plan_stay_words(opened: Opener, copy: Path, small: Handbook):
    projected = project(small, Audience.RESPONDER)
    made = [
        replace(
            page,
            title=f"{page.title}{ATTACK}",
            sections=tuple(
                replace(
                    section,
                    title=section.title and f"{section.title}{ATTACK}",
                    html=section.html.replace("渗水", f"渗水{ATTACK}".replace("<", "&lt;")),
                )
                for section in page.sections
            ),
        )
        for page in pages.pages(projected, Audience.RESPONDER)
    ]
    homes = pages.homes(projected, Audience.RESPONDER)
    files = search.files(projected, Audience.RESPONDER, made, homes)
    assert files[search.DATA].decode().count(ATTACK) > 20
    (copy / search.DATA).write_bytes(files[search.DATA].replace(b"</", b"</script></"))
    box = opened(copy)
    for question in ("渗水", "甲局", ATTACK, "<b>渗水</b>", "报警 110", "qwxz"):
        box.ask(question)
        box.page.wait_for_timeout(50)
        assert box.page.locator(".md-search img").count() == 0, question
    assert "<img src=gone.png" in (box.ask("渗水"), box.page.inner_text(".md-search-result"))[1]
    assert box.page.title() != "struck"


@pytest.mark.parametrize(
    ("path", "keep"),
    [
        ("search/data.js", None),
        ("search/data.js", 0.5),
        ("search/data.js", 0.0),
        ("assets/search/engine.js", None),
        ("assets/search/words.js", 0.5),
        ("search/search_index.js", None),
    ],
    ids=["no data", "half the data", "empty data", "no engine", "half the words", "no index"],
)
def test_a_site_not_copied_whole_says_so(
    opened: Opener, copy: Path, said: list[str], path: str, keep: float | None
):
    content = (copy / path).read_bytes()
    if keep is None:
        (copy / path).unlink()
    else:
        (copy / path).write_bytes(content[: int(len(content) * keep)])
    box = opened(copy)
    box.input.fill("渗水")
    box.page.wait_for_selector(f".search-panel:has-text('{BROKEN}')", timeout=5000)
    assert box.page.locator(".md-search-result__item").count() == 0
    said.clear()


def test_nothing_found_leads_on(opened: Opener, public: Path):
    box = opened(public)
    answer = box.ask("qwxz")
    assert answer.nothing and not answer.pages and not answer.cards
    panel = box.page.locator(".search-none")
    assert "没有找到" in panel.inner_text()
    assert panel.locator("a[href^='tel:']").all_inner_texts()[:1] == ["110 报警"]
    links = [
        unquote(link.get_attribute("href") or "")
        for link in panel.locator("a:not([href^='tel:'])").all()
    ]
    paths = [link.removeprefix(f"{public.as_uri()}/") for link in links]
    assert {"plans/weather/guide.html", "topics/xuebeng.html", "keywords.html"} <= set(paths)
    assert all((public / path).is_file() for path in paths)


def test_nothing_is_kept_and_nothing_told(opened: Opener, public: Path):
    box = opened(public)
    stores = "() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])"
    before = box.page.evaluate(stores), box.page.url, box.page.evaluate("history.length")
    for question in ("煤气中毒", "qwxz", "120"):
        box.ask(question)
    box.input.press("Escape")
    after = box.page.evaluate(stores), box.page.url, box.page.evaluate("history.length")
    assert after == before and "煤气" not in str(after)
    assert box.page.context.cookies() == []


def test_on_a_phone_it_covers_the_page(opened: Opener, public: Path):
    box = opened(public)
    box.ask("大雪")
    box.page.wait_for_timeout(400)
    inner = box.page.locator(".md-search__inner").bounding_box()
    assert inner and (inner["x"], inner["width"]) == (0, PHONE["width"])
    assert inner["y"] <= 0 and inner["height"] >= PHONE["height"]
    assert box.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    for one in box.page.locator(".md-search-result__item, .search-filters button").all()[:8]:
        place = one.bounding_box()
        assert place and place["x"] >= 0 and place["x"] + place["width"] <= PHONE["width"]
    box.page.locator(".md-search__form label[for=__search]").click()
    assert not _open_state(box.page)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_without_scripts_no_box_is_shown(opened: Opener, public: Path, size: ViewportSize):
    box = opened(public, size=size, scripts=False)
    assert not box.input.is_visible()
    assert not any(one.is_visible() for one in box.page.locator("[for=__search]").all())
    way = box.page.get_by_role("link", name="关键词").first
    assert way.is_visible()
    way.click()
    assert _path(box, public) == "keywords.html"
    word = box.page.locator(".keywords li", has_text="推山雪").first
    word.get_by_role("link").first.click()
    assert (public / _path(box, public)).is_file()
