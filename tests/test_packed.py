"""The alarms read Word, Excel and zip: nothing stricter hides in a packed file."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator import audit
from generator.audit.site import Audited
from generator.edition import project
from generator.handbook.book import Handbook
from generator.model.scale import Audience
from generator.office.document import Section, Sheet
from generator.office.excel import xlsx
from generator.office.word import docx
from generator.papers import blocks
from generator.papers.bundle import zipped

_SECRET = "堤坝东侧第三级台阶上不得站人围观拍照"
_PAGE = "<p>参考样稿·非正式文件 公众版 2030-01-02</p>".encode()
_HEAD = {
    "title": "通知",
    "about": "试一试",
    "copy": "公众用",
    "mark": "参考样稿·非正式文件",
    "edition": "公众版·2030-01-02",
    "notice": "",
    "number": "x/y",
    "hash": "0123456789",
}


def _docx(*words: blocks.Spans, **head: str) -> bytes:
    return docx(_HEAD | head, "", [Section(tuple(blocks.text(one) for one in words))])


def _xlsx(words: str, name: str = "表") -> bytes:
    return xlsx(_HEAD, [Sheet(name, (("列", 9),), ((words,),))])


def _found(
    book: Handbook, files: dict[str, bytes], printed: dict[str, str] | None = None
) -> set[str]:
    plan = book.plans["difang"]
    drill = plan.drills["shifan"].changed(safety_notes=(_SECRET,))
    whole = book.changed(plans={"difang": plan.changed(drills={"shifan": drill})})
    files = {"index.html": _PAGE} | files
    site = Audited(
        whole, project(whole, Audience.PUBLIC), Audience.PUBLIC, files, printed=printed or {}
    )
    return {problem.code for problem in audit.problems(site)}


def test_quiet(small: Handbook):
    files = {"a.docx": _docx(["平常的话"]), "a.xlsx": _xlsx("平常的话"), "a.pdf": b"%PDF"}
    whole = {"01-a.docx": files["a.docx"], "01-a.xlsx": files["a.xlsx"], "01-a.pdf": b"%PDF"}
    assert _found(small, files | {"a.zip": zipped(whole)}, {"a.pdf": "平常的话"}) == set()


@pytest.mark.parametrize(
    "content",
    [
        _docx([_SECRET]),
        _docx([_SECRET[:7], {"strong": _SECRET[7:]}]),
        _docx([_SECRET[:7], "\u200b", _SECRET[7:]]),
        _docx(["平常"], about=_SECRET),
        _docx(["平常"], notice=_SECRET),
    ],
)
def test_a_leak_in_word_rings(small: Handbook, content: bytes):
    assert _found(small, {"a.docx": content}) == {"A110"}
    whole = {"index.html": _PAGE, "a.zip": zipped({"01-a.docx": content})}
    assert _found(small, whole) == {"A110"}


def test_a_leak_in_excel_rings(small: Handbook):
    assert _found(small, {"a.xlsx": _xlsx(_SECRET)}) == {"A110"}
    assert _found(small, {"a.xlsx": _xlsx("平常", name=_SECRET)}) == {"A110"}


def test_a_leak_in_names_and_zips_in_zips_rings(small: Handbook):
    inner = zipped({f"{_SECRET}.xml": b"<p/>"})
    assert _found(small, {"a.zip": zipped({"b.zip": inner})}) == {"A110"}


def test_what_no_audit_can_read_rings(small: Handbook):
    assert _found(small, {"a.pdf": b"%PDF"}) == {"A110"}
    assert _found(small, {"a.zip": zipped({"a.pdf": b"%PDF"})}) == {"A110"}
    content = io.BytesIO(_docx(["平常的话"]))
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("word/media/image1.png", b"\x89PNG")
    assert _found(small, {"a.docx": content.getvalue()}) == {"A110"}


def test_numbers_and_missing_marks_ring(small: Handbook):
    assert _found(small, {"a.docx": _docx(["请打 13912345678"])}) == {"A120"}
    assert _found(small, {"a.xlsx": _xlsx("请打 13912345678")}) == {"A120"}
    assert _found(small, {"a.docx": _docx(["平常的话"], mark="正式文件")}) == {"A105"}
