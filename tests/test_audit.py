"""Each audit rings on a page made wrong, and is quiet on the finished sites."""

from __future__ import annotations

import pytest

from generator import audit
from generator.audit.site import Audited
from generator.edition import project
from generator.handbook.book import Handbook
from generator.handbook.reading import read_handbook
from generator.model.scale import EDITIONS, Audience
from tests.conftest import Project

MARK = "<p>参考样稿·非正式文件 公众版 2030-01-02</p>"
WRONG = {
    "A101 script": '<script src="https://example.org/x.js"></script>',
    "A101 image": '<img src="//example.org/x.png">',
    "A101 style": '<p style="background:url(http://example.org/x.png)">',
    "A101 link": '<a href="https://example.org">',
    "A101 diagram": '<pre class="mermaid">graph</pre>',
    "A102 file": '<a href="nowhere.html">x</a>',
    "A102 anchor": '<a href="#nowhere">x</a>',
    "A103 id": '<p id="a"></p><p id="a"></p>',
    "A120 coordinates": "<p>位置在东经88.1度</p>",
    "A120 pair": "<p>47.84321, 88.13999</p>",
    "A120 degrees": "<p>48°12′</p>",
    "A120 secrecy": "<p>机密★三年</p>",
    "A120 telephone": "<p>请打 0906-2123456</p>",
    "A120 mobile": "<p>请打 13912345678</p>",
    "A120 identity": "<p>65430119900101123X</p>",
    "A120 plate": "<p>新H·12345 已驶入</p>",
    "A120 map": '<map name="x"></map>',
}


def _found(book: Handbook, files: dict[str, bytes]) -> list[str]:
    site = Audited(book, project(book, Audience.PUBLIC), Audience.PUBLIC, files)
    return [problem.code for problem in audit.problems(site)]


@pytest.mark.parametrize("name", WRONG)
def test_rings(small: Handbook, name: str):
    files = {"index.html": f"<html>{MARK}{WRONG[name]}</html>".encode()}
    assert _found(small, files) == [name[:4]]


@pytest.mark.parametrize(("before", "column"), [("", 7), ("`代码` ", 12)])
def test_a_fault_of_a_handwritten_page_is_told_at_its_line(
    small_files: dict[str, bytes], before: str, column: int
):
    text = small_files["content/about.md"] + f"\n{before}看![图](tu/没有.png)。\n".encode()
    book = read_handbook(small_files | {"content/about.md": text}).handbook
    page = f'<html>{MARK}<img src="tu/%E6%B2%A1%E6%9C%89.png" alt="图"></html>'
    files = {"index.html": f'<html>{MARK}<a href="about.html">x</a></html>'.encode()}
    site = Audited(
        book, project(book, Audience.PUBLIC), Audience.PUBLIC, files | {"about.html": page.encode()}
    )
    (problem,) = audit.problems(site)
    assert problem.code == "A102"
    assert str(problem.where) == f"content/about.md:{text.decode().count(chr(10))}:{column}"


def test_orphans_and_missing_marks(small: Handbook):
    files = {"index.html": MARK.encode(), "lost.html": MARK.encode()}
    assert _found(small, files) == ["A104"]
    assert set(_found(small, {"index.html": b"<p></p>"})) == {"A105"}


def test_outside_addresses_in_styles_and_scripts(small: Handbook):
    files = {"index.html": MARK.encode()}
    assert _found(small, files | {"a.css": b"@import 'https://example.org/a.css';"}) == ["A101"]
    assert _found(small, files | {"a.css": b"p{background:url(//example.org/a)}"}) == ["A101"]
    assert _found(small, files | {"a.js": b"fetch('https://example.org/a')"}) == ["A101"]


def test_quiet(small: Handbook):
    page = f'{MARK}<p id="a">请打 <a href="tel:110">110</a>，3 < 5。</p><a href="#a">a</a>'
    assert _found(small, {"index.html": page.encode()}) == []


def test_every_audit_has_a_ringing_case():
    rung = {name[:4] for name in WRONG} | {"A104", "A105", "A110"}
    assert {rule.code for rule in audit.rules()} == rung


@pytest.mark.parametrize("edition", EDITIONS)
def test_finished_sites_hold_what_they_should(built: Project, edition: Audience):
    name = ("public", "responder", "trainer")[edition]
    pages = {path for path in built.site(name) if path.endswith(".html")}
    wanted = {
        "index.html",
        "plans/difang/index.html",
        "plans/difang/guide.html",
        "plans/difang/guide-one.html",
        "sources.html",
        "glossary.html",
        "keywords.html",
        "about.html",
        "plans/shanpo/index.html",
        "topics/luoshui.html",
    }
    if edition >= Audience.RESPONDER:
        wanted |= {
            f"plans/{plan}/{page}.html"
            for plan in ("difang", "shanpo")
            for page in ("manual", "manual-one", "checklist")
        }
        wanted |= {
            f"units/{unit}.html" for unit in ("index", "jia-ju", "yi-ju", "xiang", "shangji")
        }
        wanted |= {f"plans/difang/checklist/{unit}.html" for unit in ("jia-ju", "yi-ju", "xiang")}
        wanted |= {"plans/difang/checklist/zhiwu-fu-zong.html"}
        wanted |= {"plans/difang/drills/jianyan.html", "plans/difang/drills/fucha.html"}
        wanted |= {"ledger.html", "verify.html"}
    if edition == Audience.TRAINER:
        wanted |= {
            "plans/difang/drills/shifan.html",
            "plans/difang/drills/zhuomian.html",
            "open.html",
            "plans/difang/open.html",
            "plans/shanpo/open.html",
            "plans/difang/chain.html",
            "plans/shanpo/chain.html",
            "plans/difang/records/jianyan.html",
            "plans/difang/records/fucha.html",
            "plans/difang/records/zhuomian-1.html",
            "stock.html",
            "style.html",
            "maintainer.html",
            "reference.html",
            "rules.html",
            "trainer-notes.html",
        }
    assert pages == {f"{name}/{path}" for path in wanted}


def test_no_server_addresses_and_no_ballast(built: Project):
    for path in built.site():
        assert not path.endswith((".map", "404.html", "sitemap.xml", "sitemap.xml.gz"))
        assert "/lunr/" not in path and "/workers/" not in path
