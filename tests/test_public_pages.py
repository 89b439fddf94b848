"""Home, guides, topics and glossary: everything is there, once, and leads where it should."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from generator import pages
from generator.edition import project
from generator.handbook.book import Handbook
from generator.handbook.reading import read_handbook
from generator.model.reference import Citation, Ref
from generator.model.scale import EDITIONS, Audience
from generator.pages.page import Page
from generator.pages.site import Site
from tests.conftest import ROOT, files_below


@pytest.fixture(scope="module")
def whole() -> Handbook:
    return read_handbook(files_below(ROOT, "plans", "content")).handbook


def _pages(book: Handbook, edition: Audience = Audience.PUBLIC) -> dict[str, Page]:
    return {page.path: page for page in pages.pages(project(book, edition), edition)}


def _html(page: Page) -> str:
    return "".join(section.html for section in page.sections)


def _ids(page: Page) -> Iterator[str]:
    yield from (section.id for section in page.sections)
    yield from re.findall(r' id="([^"]+)"', _html(page))


@pytest.mark.parametrize("edition", EDITIONS)
def test_home_leads_to_every_hazard_and_topic(small: Handbook, edition: Audience):
    home = _pages(small, edition)["index.html"]
    sections = {section.id: section.html for section in home.sections}
    assert sections["start"].count('class="door"') == 3
    tiles = re.findall(r'class="tile" href="([^"]+)"', sections["now"])
    assert tiles == [
        "plans/difang/guide.html",
        "plans/shanpo/index.html",
        "topics/luoshui.html",
    ]
    assert ("plans" in sections) == (edition >= Audience.RESPONDER)
    assert ("drills" in sections) == (edition == Audience.TRAINER)


def test_home_shows_every_number_once_and_the_life_saving_ones_first(whole: Handbook):
    home = _pages(whole)["index.html"]
    shown = re.findall(r'id="hotline-([^"]+)"', _html(home))
    assert sorted(shown) == sorted(whole.registers.hotlines)
    assert shown[:5] == ["h110", "h119", "h120", "h122", "h12119"]


def test_a_guide_groups_what_to_do_now(whole: Handbook):
    plan = whole.plans["weather"]
    page = _pages(whole)["plans/weather/guide.html"]
    now = [message for message in plan.messages.values() if message.stage == "事中"]
    situations = dict.fromkeys(message.situation for message in now if message.situation)
    assert [s.title for s in page.sections if s.level == 3] == list(situations)
    assert [section.id for section in page.sections[:2]] == ["summary", "during"]
    for section in page.sections:
        if section.level == 3:
            ids = set(re.findall(r' id="m-([^"]+)"', section.html))
            assert ids == {message.id for message in now if message.situation == section.title}
            assert f'href="#{section.id}"' in page.sections[1].html
    shown = Counter(re.findall(r' id="m-([^"]+)"', _html(page)))
    assert shown == Counter([*plan.messages])


def test_a_guide_finds_by_people_and_by_place(whole: Handbook):
    page = _pages(whole)["plans/weather/guide.html"]
    sections = {section.id: section for section in page.sections}
    headings = {section.title: section.id for section in page.sections}
    for message in whole.plans["weather"].messages.values():
        for word in message.people:
            # Many of one situation are found by its heading.
            ways = f"(?:m-{message.id}|{headings.get(message.situation)})"
            assert re.search(
                rf'<summary>[^<]*{word}[、<](?:(?!</details>).)*href="#{ways}"',
                sections["people"].html,
                re.DOTALL,
            ), (word, message.id)


def test_a_topic_shows_own_and_borrowed_messages_once(small: Handbook):
    page = _pages(small)["topics/luoshui.html"]
    html = _html(page)
    for say in ("抛能浮的东西给他。", "往两侧高处走。"):
        assert len(re.findall(rf"</b>{say}</p>", html)) == 1
    assert 'href="../plans/difang/guide.html#m-wang-gaochu"' in html
    assert 'id="m-wang-gaochu"' not in html
    assert not [id for id, times in Counter(_ids(page)).items() if times > 1]


def test_only_responders_see_the_actions_of_a_topic(small: Handbook):
    for edition in EDITIONS:
        page = _pages(small, edition)["topics/luoshui.html"]
        has = "actions" in {section.id for section in page.sections}
        assert has == (edition >= Audience.RESPONDER)


def test_the_glossary_goes_by_pinyin(whole: Handbook):
    page = _pages(whole, Audience.TRAINER)["glossary.html"]
    letters = {s.title: s.text for s in page.sections if s.id.startswith("letter-")}
    assert list(letters)[1:] == sorted(list(letters)[1:])
    for term, letter in {
        "雪崩": "X",
        "应急工作手册": "Y",
        "会商": "H",
        "12小时四有": "数字和其他",
    }.items():
        assert term in letters[letter]
    shown = re.findall(r' id="t-([^"]+)"', _html(page))
    assert Counter(shown) == Counter([*whole.registers.terms])


def test_a_place_never_runs_into_a_bare_title(whole: Handbook):
    """《》 part a title from the place in it; a report or a paper has none, so a comma does."""
    sources = whole.registers.sources
    law = next(one for one in sources.values() if one.type == "法律")
    report = next(one for one in sources.values() if one.type == "新闻报道")
    view = Site(whole, Audience.PUBLIC, {}).view("index.html")
    assert view.cite(Citation(Ref(("source",), law.id), "第3条")).endswith("》第3条")
    assert view.cite(Citation(Ref(("source",), report.id), "第二段")).endswith("，第二段")
    assert not view.cite(Citation(Ref(("source",), report.id), "")).endswith("，")
