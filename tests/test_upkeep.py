"""Pages for those who keep the site: style, maintainer, sources, open points."""

from __future__ import annotations

import re

from jinja2 import Environment, nodes

from generator import pages
from generator.edition import project
from generator.handbook.basis import citing_plans, duties_of_mandates, in_force
from generator.handbook.book import Handbook
from generator.handbook.tracks import Step, side_by_side
from generator.handbook.views import open_points
from generator.model.icon import ICONS
from generator.model.scale import EDITIONS, Audience
from generator.model.script import Line
from generator.model.sources import Source
from generator.model.time import Day
from generator.pages import maintainer, style
from generator.pages import open_points as open_points_page
from generator.pages.page import Page
from tests.conftest import ROOT

TEMPLATES = ROOT / "generator" / "pages"
OVERRIDES = ROOT / "site_overrides"


def _page(book: Handbook, path: str, edition: Audience = Audience.TRAINER) -> Page:
    made = {page.path: page for page in pages.pages(project(book, edition), edition)}
    return made[path]


def _html(page: Page) -> str:
    return "".join(section.html for section in page.sections)


def _parse(name: str) -> nodes.Template:
    return Environment(autoescape=True).parse((TEMPLATES / name).read_text(encoding="utf-8"))


# What single kinds of pages are known by: the first class of each of their own elements.
OWN = """first go actions more ticks phase tick hand sheet-door tick-notice stage must halt situation
beside track timeline ladder tree keywords search-card search-filters search-none entries figures
facts facts-list message rumour ask kit dials door tile jump caution alarm fold limit colour chip"""


def test_the_style_page_shows_what_pages_have_of_their_own(small: Handbook):
    html = _html(_page(small, "style.html"))
    shown = {name for names in re.findall(r'class="([^"]*)"', html) for name in names.split()}
    assert not set(OWN.split()) - shown


def test_the_style_page_shows_every_shared_element():
    """A macro counts as shown where the page, or one it shows, calls it."""
    macros = {macro.name: macro for macro in _parse("parts.html").find_all(nodes.Macro)}
    shown = {
        node.attr
        for node in _parse("style.html").find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == "parts"
    }
    assert shown <= set(macros)
    waiting = list(shown)
    while waiting:
        for call in macros[waiting.pop()].find_all(nodes.Call):
            name = call.node.name if isinstance(call.node, nodes.Name) else ""
            if name in macros and name not in shown:
                shown.add(name)
                waiting.append(name)
    assert shown == set(macros)


def test_the_style_page_shows_every_token_picture_and_kind_of_limit(small: Handbook):
    html = _html(_page(small, "style.html"))
    sheet = (OVERRIDES / "assets" / "tokens.css").read_text(encoding="utf-8")
    colours = set(re.findall(r"--([\w-]+): #", sheet))
    assert colours == set(style.TOKENS)
    assert set(re.findall(r"--step-(\w):", sheet)) == set(style.STEPS)
    swatches = (OVERRIDES / "assets" / "drill.css").read_text(encoding="utf-8")
    for name in colours:
        assert f'class="swatch swatch-{name}"' in html
        assert f".swatch-{name} {{ background: var(--{name}); }}" in swatches
    pictures = {path.stem for path in (OVERRIDES / "icons").glob("*.svg")}
    assert pictures == set(ICONS.values()) | set(style.OWN_ICONS.values())
    assert not ICONS.keys() & style.OWN_ICONS.keys()
    assert html.count('class="icon"') >= len(pictures)
    for words in ("法定", "上位预案", "本地文件", "立即", "建议值·非法定", "上一步完成后"):
        assert words in html


def test_the_maintainer_page_tells_of_every_kind_of_page(small: Handbook):
    told = {module.__name__ for _, module, _ in maintainer.KINDS} | {maintainer.__name__}
    assert told == {module.__name__ for module in pages.modules(Audience.TRAINER)}


def test_only_trainers_have_these_pages(small: Handbook):
    for edition in EDITIONS:
        for page in pages.pages(project(small, edition), edition):
            led = {link.title for link in page.nav} & {"样式页", "维护页"}
            assert len(led) == (2 if edition == Audience.TRAINER else 0), page.path


def test_what_is_asked_adds_up(small: Handbook):
    """Each blank stands on one answer sheet, and each sheet can be jumped to."""
    page = _page(small, "open.html")
    sheets = [section for section in page.sections if section.id.startswith("who-")]
    rows = [html for sheet in sheets for html in re.findall(r"<tr><td.*?</tr>", sheet.html)]
    blanks = [p for p in open_points(project(small, Audience.TRAINER)) if p.kind == "空白"]
    assert len(rows) == len(blanks) > 0
    jumps = re.findall(r'href="#(who-\d+)">(.*?) (\d+)<', page.sections[0].html)
    counted = [(s.id, s.title, s.html.count('data-label="答复"')) for s in sheets]
    assert [(id, f"请{who}答复", int(n)) for id, who, n in jumps] == counted
    assert {
        s.kind for s in sheets if s.html.count('data-label="答复"') <= open_points_page.FEW
    } == {"slip"}
    maintained = _html(_page(small, "maintainer.html"))
    for id, who, number in jumps:
        assert f'<a href="open.html#{id}">{who}</a> {number}' in maintained


def _source(**fields: str) -> Source:
    given = {"id": "x", "title": "某法", "type": "法律", "certainty": "待核", **fields}
    return Source.model_validate(given)


def test_in_force_is_told_by_dates_only():
    on = Day("2026-11-23")
    assert in_force(_source(), on) == ""
    assert in_force(_source(in_force_from="2026-11-23"), on) == "现行"
    assert in_force(_source(in_force_from="2007"), on) == "现行"
    assert in_force(_source(in_force_from="2026-11-24"), on) == "尚未施行"
    assert in_force(_source(in_force_from="2026-11"), on) == ""
    assert in_force(_source(in_force_from="2027"), on) == "尚未施行"
    ended = {"in_force_from": "2007-11-01", "in_force_until": "2024-11-01"}
    assert in_force(_source(**ended), on) == "已失效"
    assert in_force(_source(**ended), Day("2024-10-31")) == "现行"
    assert in_force(_source(replaced_by="y"), on) == "已失效"


def test_what_rests_on_a_source_and_who_carries_a_mandate(small: Handbook):
    trainer, public = project(small, Audience.TRAINER), project(small, Audience.PUBLIC)
    assert citing_plans(trainer)["fa"]["difang"] > citing_plans(public)["fa"]["difang"] > 0
    carried = duties_of_mandates(trainer)["shouce"]
    assert "fangshou" in [duty.id for duty in carried["difang"]]
    html = _html(_page(small, "sources.html"))
    assert 'href="plans/difang/checklist.html#d-fangshou"' in html


def test_answers_and_tracks_stand_open_on_paper(small: Handbook):
    """Answers are folded by script only; parallel tracks are columns of a table of their own."""
    table = _html(_page(small, "plans/difang/drills/zhuomian.html"))
    answered = len(small.plans["difang"].drills["zhuomian"].questions)
    folds = re.findall(r"<details[^>]*>", table)
    assert answered > 1 and folds == ['<details class="fold" open>'] * answered
    script = _html(_page(small, "plans/difang/drills/shifan.html"))
    assert script.index("</table>", script.index('class="script"')) < script.index("beside")
    columns = [f'<th scope="col">同时·{name}</th>' for name in ("堤上", "村里")]
    assert "".join(columns) in script
    blind = _html(_page(small, "plans/difang/drills/jianyan.html"))
    assert blind.index("不得用于实际双盲") < blind.index("类型")


def _told(at: str | None, say: str) -> Line:
    return Line.model_validate({"say": say} | ({"at": at} if at else {}))


def test_what_goes_on_together_stands_in_one_row():
    """A turn lasts until the track's next moment; lines keep their order and none is lost."""
    tracks = {
        "路口": (_told("T+44", "甲"), _told(None, "乙"), _told("T+49", "丙")),
        "村里": (_told(None, "子"), _told("T+45", "丑"), _told("T+50", "寅"), _told("T+48", "卯")),
        "指挥部": (_told("T+1:30", "天"),),
    }
    rows = list(side_by_side(tracks))
    assert [(str(row.at or ""), "".join(map(_cell, row.steps))) for row in rows] == [
        ("T+44", "1甲1子—"),
        ("", "2乙——"),
        ("T+45", "3丙2丑—"),
        ("T+50", "—3寅—"),
        ("T+48", "—4卯1天"),
    ]


def _cell(step: Step | None) -> str:
    return f"{step.number}{step.line.say}" if step else "—"


def test_a_blank_limit_bears_no_certainty(small: Handbook):
    """The chip is the action's: beside a blank it would say that the blank is confirmed."""
    sheet = _html(_page(small, "plans/difang/checklist/jia-ju.html"))
    cells = re.findall(r'<td data-label="时限">(.*?)</td>', sheet, re.DOTALL)
    assert cells and not [cell for cell in cells if "chip" in cell]
    manual = _html(_page(small, "plans/difang/manual.html"))
    lines = re.findall(r'<p class="source">(?:(?!</p>).)*?时限待地区确认.*?</p>', manual)
    assert lines and all(line.index("chip") < line.index("时限待地区确认") for line in lines)
    assert all(line.count("chip-") == 1 for line in lines)


def test_findings_are_shown_to_trainers_only(small: Handbook):
    found = _html(_page(small, "plans/difang/records/jianyan.html"))
    assert 'id="improvement-jia-guangbo"' in found and "没有人广播" in found
    for page in pages.pages(project(small, Audience.RESPONDER), Audience.RESPONDER):
        assert "没有人广播" not in _html(page), page.path
