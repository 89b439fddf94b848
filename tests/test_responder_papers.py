"""Papers for responders: manual, checklist and pocket cards, typeset for real and read back."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader

from generator import pages
from generator.edition import project
from generator.handbook.book import Handbook
from generator.handbook.sheets import sheets
from generator.model.record import Record
from generator.model.reference import Ref
from generator.model.scale import Audience
from generator.model.work import Action
from generator.pages.one_file import Dress, one_file
from generator.papers import Desk, checklist, manual, pocket, typeset
from generator.papers.faults import NotSet
from generator.papers.paper import Paper
from generator.papers.pocket import first_few
from generator.render import environment

KINDS = {"manual": manual, "checklist": checklist, "pocket": pocket}
# The foot of a page stands higher; what is lower has run out of its page.
FOOT = 25
LONG = "很长的单位名称里什么都有" * 5
SENTENCE = "这一句话写得很长，长到这一栏许可的地方，一个字也不能丢。" * 7


@pytest.fixture(scope="module")
def responder(small: Handbook) -> Handbook:
    return project(small, Audience.RESPONDER)


@pytest.fixture(scope="module")
def printed(responder: Handbook) -> dict[str, list[str]]:
    """The pages of each paper as text without blanks."""
    return {kind: _pages(_pdf(responder, kind)) for kind in KINDS}


def _papers(book: Handbook, kind: str) -> list[Paper]:
    return list(KINDS[kind].papers(Desk(book, Audience.RESPONDER)))


def _pdf(book: Handbook, kind: str) -> bytes:
    paper = next(paper for paper in _papers(book, kind) if paper.plan == "difang")
    return typeset.pdf(typeset.press(), paper)


def _pages(content: bytes) -> list[str]:
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]


def _lowest(content: bytes) -> float:
    """How far above the edge of its page the lowest text stands, in points."""
    found: list[float] = []

    def note(text: str, cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        if text.strip():
            found.append(tm[5] * cm[3] + cm[5])

    for page in PdfReader(io.BytesIO(content)).pages:
        page.extract_text(visitor_text=note)
    return min(found)


def _text(book: Handbook, kind: str) -> str:
    """What is printed, in one; a text that runs over two lines stays whole."""
    return "".join(_pages(_pdf(book, kind)))


def _with_action(book: Handbook, id: str, **fields: object) -> Handbook:
    plan = book.plans["difang"]
    actions = plan.actions | {id: plan.actions[id].changed(**fields)}
    return book.changed(plans=book.plans | {"difang": plan.changed(actions=actions)})


def _renamed(book: Handbook, register: str, id: str, name: str) -> Handbook:
    records: dict[str, Record] = getattr(book.registers, register)
    named = records | {id: records[id].changed(name=name)}
    return book.changed(registers=book.registers.changed(**{register: named}))


def test_responders_and_trainers_have_them_the_public_not(small: Handbook):
    for edition in (Audience.RESPONDER, Audience.TRAINER):
        desk = Desk(project(small, edition), edition)
        for kind, module in KINDS.items():
            assert f"papers/difang/{kind}.pdf" in [paper.path for paper in module.papers(desk)]
            assert Audience.PUBLIC < module.AUDIENCE <= edition


def test_pages_link_to_the_papers_that_are_there(responder: Handbook):
    papers = tuple(paper for kind in KINDS for paper in _papers(responder, kind))
    for given in (papers, ()):
        made = pages.pages(responder, Audience.RESPONDER, papers=given)
        html = {page.path: "".join(section.html for section in page.sections) for page in made}
        for page, kinds in (
            ("manual", ("manual", "pocket")),
            ("checklist", ("checklist", "pocket")),
        ):
            for kind in kinds:
                link = f'href="../../papers/difang/{kind}.pdf"'
                assert (link in html[f"plans/difang/{page}.html"]) == bool(given)


def test_a_page_carried_away_alone_names_no_papers(responder: Handbook):
    papers = tuple(_papers(responder, "manual"))
    made = pages.pages(responder, Audience.RESPONDER, papers=papers)
    page = next(page for page in made if page.path == "plans/difang/manual.html")
    note = responder.registers.edition
    assert note and "papers" in [section.id for section in page.sections]
    alone = one_file(page, Audience.RESPONDER, note, Dress("", ""), environment("pages")).decode()
    assert "打印件" not in alone and "#papers" not in alone


def test_the_first_sheet_of_the_manual_says_what_to_do_now(printed: dict[str, list[str]]):
    first = printed["manual"][0]
    for words in ("先电话、立即报", "报给上级指挥部电话", "谁批准启动", "二级：总指挥", "谁签发"):
        assert words in first
    assert "缺位谁代总指挥：副总指挥代" in first
    assert "待地区确认：首报时限和口径" in first
    assert "甲局" in first, "who leads"


def test_contents_and_bookmarks_of_the_manual_are_right(responder: Handbook):
    reader = PdfReader(io.BytesIO(_pdf(responder, "manual")))
    texts = ["".join(page.extract_text().split()) for page in reader.pages]
    listed = re.findall(r"（[一二三四五六]）([^（）.]+)（第\d+(?:–\d+)?项）[.]*(\d+)", texts[1])
    phases = {action.phase for action in responder.plans["difang"].actions.values()}
    assert {phase for phase, _ in listed} == phases
    for phase, number in listed:
        assert f"）{phase}（第" in texts[int(number) - 1]
    marks = _bookmarks(list(reader.outline))
    for title in ("先看这里", "怎样报告", "首报单", "撤离登记表"):
        assert any(mark.endswith(title) for mark in marks), title


def _bookmarks(outline: list[object]) -> list[str]:
    found: list[str] = []
    for one in outline:
        found += _bookmarks(one) if isinstance(one, list) else [str(getattr(one, "title", ""))]
    return found


def test_manual_holds_every_action_with_its_limit_and_kind(
    responder: Handbook, printed: dict[str, list[str]]
):
    text = "".join(printed["manual"])
    for action in responder.plans["difang"].actions.values():
        for words in (action.do, action.when, *action.caution):
            assert words in text
    assert "T+30分建议值·非法定" in text
    assert "空白，待地区确认：各乡镇" in text
    assert "【信】" in text and "【疑】" in text and "【核】" in text
    assert "首报单" in text and "到安置点的时刻" in text


def test_each_unit_has_sheets_of_its_own(responder: Handbook, printed: dict[str, list[str]]):
    texts = printed["checklist"]
    for sheet in sheets(responder, responder.plans["difang"]):
        own = [n for n, text in enumerate(texts) if f"{sheet.name}·堤防险情·责任清单" in text]
        assert own[0] % 2 == 0, "begins on a right-hand side"
        assert own == list(range(own[0], own[-1] + 1))
        told = "".join(texts[number] for number in own)
        for share in sheet.shares:
            assert share.name in told
            for action in share.actions:
                assert action.do in told
    totals = [re.search(r"第(\d+)页共(\d+)页|此面空白", text) for text in texts]
    shown = [(int(found[1]), int(found[2])) for found in totals if found and found[1]]
    firsts = [number for number, (page, _) in enumerate(shown) if page == 1]
    for start, end in zip(firsts, [*firsts[1:], len(shown)], strict=True):
        assert shown[start:end] == [(n, end - start) for n in range(1, end - start + 1)]


def test_the_register_tells_where_sheets_begin(responder: Handbook, printed: dict[str, list[str]]):
    texts = printed["checklist"]
    for sheet in sheets(responder, responder.plans["difang"]):
        row = rf"{sheet.name}{len(sheet.shares)}{sheet.count}(\d+)"
        found = re.search(row, texts[0])
        assert found, sheet.name
        assert f"{sheet.name}·堤防险情" in texts[int(found[1]) - 1]


def test_every_post_with_something_to_do_has_a_card(printed: dict[str, list[str]]):
    text = "".join(printed["pocket"])
    for words in ("甲局值班员", "抢险组", "先电话、立即报", "巡查一号堤段", "险情扩大，立即撤人。"):
        assert words in text
    assert "沿实线剪开" in text and "没有统一规定" in text


def test_a_card_has_the_first_few_steps_in_their_order(responder: Handbook):
    one = responder.plans["difang"].actions["xunba"]
    made = tuple(one.changed(id=f"a{n}", critical=n > 6) for n in range(12))
    assert [action.id for action in first_few(made)] == [
        "a0",
        "a1",
        *(f"a{n}" for n in range(7, 12)),
    ]
    quiet: tuple[Action, ...] = (one.changed(phase="风险防控"), one.changed(phase="预案管理"))
    assert first_few(quiet) == ()


def test_nothing_on_cards_is_smaller_than_it_may_be(responder: Handbook):
    sizes: dict[float, str] = {}

    def note(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.setdefault(round(size * abs(tm[3] or 1) * abs(cm[3] or 1), 2), text)

    for page in PdfReader(io.BytesIO(_pdf(responder, "pocket"))).pages:
        page.extract_text(visitor_text=note)
    assert min(sizes) >= 7.45, sizes


def test_what_does_not_fit_goes_on_to_a_second_card(responder: Handbook):
    assert "4/4面" not in _text(responder, "pocket")
    book = _with_action(responder, "xunba", caution=tuple(f"{n}：{SENTENCE}" for n in range(9)))
    text = _text(book, "pocket")
    assert text.count(SENTENCE) == 9
    assert re.search(r"8/8面|10/10面|12/12面", text)


def test_what_no_card_can_hold_is_told(responder: Handbook):
    """No field may be as long; if one ever is, nobody gets a card with its end cut off."""
    with pytest.raises(NotSet, match="处置卡上有一条太长"):
        _pdf(_with_action(responder, "xunba", when=SENTENCE * 5), "pocket")


def test_a_row_taller_than_a_page_goes_on_overleaf(responder: Handbook):
    lines = tuple(f"{n}：{SENTENCE}" for n in range(20))
    book = _with_action(responder, "xunba", caution=lines)
    for kind in ("manual", "checklist"):
        found = _pages(_pdf(book, kind))
        assert _lowest(_pdf(book, kind)) > FOOT, kind
        body = "".join(found)
        missing = [n for n in range(20) if f"{n}：这一句话写得很长" not in body]
        assert missing == [], kind
        # A sentence that goes on overleaf has the foot and the head of a page in it.
        assert body.count("一个字也不能丢") >= 20 * 7 - len(found), kind


def test_names_as_long_as_they_may_be(responder: Handbook):
    book = _renamed(_renamed(responder, "units", "jia-ju", LONG), "posts", "zhiban", LONG)
    book = _renamed(book, "forms", "shoubao", LONG)
    for kind in KINDS:
        assert LONG in _text(book, kind), kind
        assert _lowest(_pdf(book, kind)) > FOOT, kind


def test_right_to_left_names(responder: Handbook):
    book = _renamed(responder, "units", "jia-ju", "توقف 甲局 فورا")
    for kind in KINDS:
        text = _text(book, kind)
        assert "甲局" in text and re.search(r"[\u0600-\u06ff\ufb50-\ufeff]", text), kind


def test_a_plan_without_actions_has_a_manual_at_most(responder: Handbook):
    assert [paper.plan for paper in _papers(responder, "manual")] == list(responder.plans)
    for kind in ("checklist", "pocket"):
        assert "shanpo" not in [paper.plan for paper in _papers(responder, kind)]


def test_a_unit_is_not_told_to_ring_itself(responder: Handbook):
    book = _with_action(responder, "xunba", report_to=(Ref(("unit",), "jia-ju", post="zhiban"),))
    cards = _papers(book, "pocket")[0].parts[0].content["cards"]
    assert isinstance(cards, list)
    own = next(card for card in cards if card["post"] == "值班员")
    assert ["甲局值班员"] not in own["phones"]
