"""Word and Excel: opened again by the libraries offices' own programs follow, and by LibreOffice."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader

from generator import fonts, office, papers
from generator.handbook.book import Handbook
from generator.handbook.reading import read_handbook
from generator.office import elements, excel, layouts, tables
from generator.office.document import Section, Sheet
from generator.office.elements import element, parsed
from generator.office.word import docx
from generator.papers import blocks
from generator.papers.paper import Paper
from tests.conftest import CI, ROOT

_MARK = "参考样稿·非正式文件"
_HEAD = {
    "title": "演练通知",
    "about": "试一试",
    "copy": "参演用",
    "mark": _MARK,
    "edition": "演练版·2030-01-02",
    "notice": "仅供演练使用",
    "number": "x/y",
    "hash": "0123456789",
}
# Every kind the brief of the office names, by the name of its file.
_WORD = {"notice", "workplan", "script", "control", "evaluation", "safeguards", "report"}
_WORD |= {"checklist", "annual", "assessment", "summary", "improvements", "revisions"}
_EXCEL = {"evaluation", "checklist", "annual"}

# Which of its sheets lie on their side.
_SIDES = {kind: [False, True] for kind in ("script", "control", "evaluation", "report")}
_SIDES |= {kind: [True] for kind in ("annual", "improvements", "revisions")}


@pytest.fixture(scope="module")
def files(made: tuple[Paper, ...]) -> dict[str, bytes]:
    return {office.path(p, s): office.made(p, s) for p in made for s in office.suffixes(p)}


def _word(content: bytes) -> Word:
    return Document(io.BytesIO(content))


def _xml(content: bytes, name: str = "word/document.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(content)).read(name).decode()


def _text(word: Word) -> str:
    return "".join(node.text or "" for node in word.element.body.iter(qn("w:t")))


def _of(files: dict[str, bytes], suffix: str) -> list[tuple[str, bytes]]:
    return [(path, content) for path, content in files.items() if path.endswith(suffix)]


def test_what_trainers_edit_comes_as_word_and_excel(made: tuple[Paper, ...]):
    kinds = {paper.kind: office.suffixes(paper) for paper in made if office.suffixes(paper)}
    assert {kind for kind, suffixes in kinds.items() if "docx" in suffixes} == _WORD
    assert {kind for kind, suffixes in kinds.items() if "xlsx" in suffixes} == _EXCEL


def test_every_layout_is_of_a_printable():
    names = {path.stem for path in Path(layouts.__path__[0]).glob("*.py")} - {"__init__"}
    assert names <= {module.__name__.rpartition(".")[2] for module in papers.modules()}


def test_the_same_words_in_both(made: tuple[Paper, ...], files: dict[str, bytes]):
    """Whatever Chinese the blocks of a paper hold stands in its Word file."""
    for paper in made:
        content = paper.parts[0].content
        if "blocks" in content and len(paper.parts) == 1:
            told = re.findall(r"[\u4e00-\u9fff]{4,}", str(content["blocks"]))
            shown = _text(_word(files[office.path(paper, "docx")]))
            for words in told:
                assert words in shown, (paper.path, words)


def test_script_holds_every_line(trainer: Handbook, files: dict[str, bytes]):
    control = _text(_word(files["papers/difang/shifan-control.docx"]))
    for line in trainer.plans["difang"].drills["shifan"].script[0].lines:
        for words in (line.screen, line.narration, line.sound, line.note):
            assert not words or words in control
    assert "预期行动" in control and "巡查一号堤段" in control
    # What goes wrong and what gets worse is for control alone.
    assert "〔意外、变重〕" in control
    assert "变重" not in _text(_word(files["papers/difang/shifan-script.docx"]))
    assert "预期行动" not in _text(_word(files["papers/difang/shifan-script.docx"]))


def test_script_has_room_for_the_clock(files: dict[str, bytes]):
    """T+ is printed, the clock's time is written in below it."""
    for kind in ("script", "control"):
        tables_of = _word(files[f"papers/difang/shifan-{kind}.docx"]).tables
        acts = [table for table in tables_of if "情景：" in table.cell(0, 0).text]
        assert acts
        for table in acts:
            assert "时刻\nT+／北京" in [cell.text for cell in table.rows[1].cells]
        rows = [row for table in acts for row in table.rows[2:]]
        timed = [cell for row in rows for cell in row.cells if "T+" in cell.text]
        assert timed
        for cell in timed:
            assert any(run.underline for run in cell.paragraphs[0].runs)


def test_styles_levels_and_faces(files: dict[str, bytes]):
    faces = {
        "Title": ("方正小标宋简体", 22),
        # Without a size of its own a style has that of the text, 三号.
        "Heading 1": ("黑体", None),
        "Heading 2": ("楷体_GB2312", None),
        "Heading 3": ("仿宋_GB2312", None),
        "表文": (None, 12),
        "表头": ("黑体", None),
        "表文（小）": (None, 10.5),
    }
    for path, content in _of(files, ".docx"):
        word = _word(content)
        for name, (face, size) in faces.items():
            style = word.styles[name]
            fonts_of = style.element.find(".//" + qn("w:rFonts"))
            assert (None if fonts_of is None else fonts_of.get(qn("w:eastAsia"))) == face
            assert (style.font.size and style.font.size.pt) == size
        body = word.styles["Normal"].paragraph_format
        assert body.line_spacing is not None and body.line_spacing.pt == 29
        defaults = word.styles.element.find(qn("w:docDefaults"))
        assert defaults.find(".//" + qn("w:sz")).get(qn("w:val")) == "32"
        assert defaults.find(".//" + qn("w:rFonts")).get(qn("w:eastAsia")) == "仿宋_GB2312"
        assert defaults.find(".//" + qn("w:lang")).get(qn("w:eastAsia")) == "zh-CN"
        used = {paragraph.style.name for paragraph in word.paragraphs}
        assert {"Title", "Subtitle", "Heading 1"} <= used, path
    numbering = _xml(files["papers/difang/shifan-workplan.docx"], "word/numbering.xml")
    assert "chineseCountingThousand" in numbering
    assert all(f'w:lvlText w:val="{level}"' in numbering for level in ("%1、", "（%2）", "%3."))


def test_sheets_heads_and_feet(files: dict[str, bytes]):
    for path, content in _of(files, ".docx"):
        word = _word(content)
        wide = [section.page_width > section.page_height for section in word.sections]
        kind = Path(path).stem.rpartition("-")[2]
        apart = kind == "checklist"
        assert wide == ([False] * len(wide) if apart else _SIDES.get(kind, [False])), path
        for place, section in enumerate(word.sections):
            sides = {round(section.page_width.mm), round(section.page_height.mm)}
            assert sides == {210, 297}
            for head in (section.header, section.even_page_header):
                told = "".join(paragraph.text for paragraph in head.paragraphs)
                assert _MARK in told
            for foot in (section.footer, section.even_page_footer):
                told = "".join(paragraph.text for paragraph in foot.paragraphs)
                edition = "处置版·" if kind == "checklist" else "演练版·"
                assert edition in told and "2030-01-02" in told
                fields = [node.text for node in foot._element.iter(qn("w:instrText"))]
                alone = apart and place > 0
                assert fields == [" PAGE ", *([] if alone else [" NUMPAGES "])]
        # The number stands on the outer side: at the right of odd pages, the left of even ones.
        odd = "".join(paragraph.text for paragraph in word.sections[0].footer.paragraphs)
        even = "".join(paragraph.text for paragraph in word.sections[0].even_page_footer.paragraphs)
        assert odd.index("第") > odd.index("\t") and even.index("第") < even.index("\t")
        assert "mirrorMargins" in _xml(content, "word/settings.xml")
        assert "TOC" not in _xml(content)


def test_each_unit_has_sheets_of_its_own(files: dict[str, bytes]):
    """What is handed out begins on a new sheet, counts its own pages and says whose it is."""
    units = 0
    for path, content in _of(files, "checklist.docx"):
        word = _word(content)
        for section in list(word.sections)[1:]:
            units += 1
            assert section.start_type == WD_SECTION.ODD_PAGE, path
            [start] = section._sectPr.findall(qn("w:pgNumType"))
            assert start.get(qn("w:start")) == "1"
        heads = ["".join(p.text for p in section.header.paragraphs) for section in word.sections]
        assert len(set(heads)) == len(heads), path
    assert units > 3


def test_a_table_without_rows_is_its_head():
    columns = [{"name": name, "width": 30} for name in ("项目", "评级")]
    [table] = parsed([tables.grid({"columns": columns, "rows": [], "strong": 1}, 9000, True)])
    assert [node.text for node in table.iter(qn("w:t"))] == ["项目", "评级"]


@pytest.mark.parametrize("words", ["</w:t><w:br/>", "a & b", " 首尾空 ", "]]>", "&lt;", "<!--"])
def test_words_stay_words(words: str):
    [run] = parsed([element("r", elements.text(words), style=words)])
    assert [node.text for node in run.iter(qn("w:t"))] == [words]
    assert run.get(qn("w:style")) == words and len(run) == 1


def test_tables_repeat_their_heads_and_keep_rows_whole(files: dict[str, bytes]):
    for path, content in _of(files, ".docx"):
        for table in _word(content).tables:
            widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
            rows = table._tbl.findall(qn("w:tr"))
            for row in rows:
                assert row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None, path
                cells = [int(cell.find(f".//{qn('w:tcW')}").get(qn("w:w"))) for cell in row.tc_lst]
                assert sum(cells) == sum(widths), path
            heads = [
                row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
            ]
            labelled = rows[0].tc_lst[0].p_lst[0].find(f".//{qn('w:jc')}") is not None
            # Above the heads of a script stands what is going on, on each sheet too.
            told = "情景：" in "".join(node.text or "" for node in rows[0].iter(qn("w:t")))
            assert heads == ([] if labelled else rows[: 1 + told]), path


def test_properties_name_nobody_and_no_day(files: dict[str, bytes]):
    for path, content in files.items():
        archive = zipfile.ZipFile(io.BytesIO(content))
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert not [name for name in archive.namelist() if "thumbnail" in name], path
        properties = archive.read("docProps/core.xml").decode()
        assert "<dc:creator></dc:creator>" in properties and "lastModifiedBy" not in properties
        assert set(re.findall(r"\d{4}-\d\d-\d\dT", properties)) == {"2000-01-01T"}
        assert "zh-CN" in properties


def test_sheets_of_excel(files: dict[str, bytes]):
    for path, content in _of(files, ".xlsx"):
        for page in load_workbook(io.BytesIO(content)).worksheets:
            head = 7 if "evaluation" in path else 3
            assert page.freeze_panes == f"A{head + 1}"
            assert page.print_title_rows == f"${head}:${head}"
            assert page.page_setup.paperSize == 9 and page.page_setup.fitToWidth == 1
            told = f"{page['A2'].value}"
            assert _MARK in told and "2030-01-02" in told, path
            assert page.auto_filter.ref.startswith(f"A{head}:")
            assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n"}
            assert all(column.width >= 6 for column in page.column_dimensions.values())
    page = load_workbook(io.BytesIO(files["papers/difang/checklist.xlsx"]))["行动清单"]
    assert {"单位", "做什么", "时限"} <= {cell.value for cell in page[3]}


@pytest.mark.parametrize(
    "words", ["=1+1", "+86", "-5", "@SUM(A1)", '=HYPERLINK("x")', "#N/A", "1", "&D"]
)
def test_text_stays_text_in_excel(words: str):
    content = excel.xlsx(_HEAD | {"about": words}, [Sheet("表", (("列", 8),), ((words,),))])
    page = load_workbook(io.BytesIO(content)).active
    cell = page["A4"]
    assert cell.value == words and cell.data_type == "s" and cell.number_format == "@"
    assert cell.quotePrefix == words.startswith(("=", "+", "-", "@"))
    assert "<f>" not in _xml(content, "xl/worksheets/sheet1.xml")
    plain = Workbook().active
    plain["A1"] = words
    # The library alone would have taken some of these for something else.
    assert plain["A1"].data_type in "sfe"


@pytest.mark.parametrize(
    "words", ["<w:p>&amp;", "很长的名称" * 60, "توقف فورا 停 12", "a\u3000 b ", "】【"]
)
def test_text_stays_text_in_word(words: str):
    content = docx(
        _HEAD | {"about": words},
        words,
        [
            Section((blocks.text(words), blocks.steps([words]), blocks.heading(words))),
            Section((blocks.table((("列", 1), ("二", 2)), [(words, words)]),), wide=True),
        ],
    )
    word = _word(content)
    assert _text(word).count(words) == 7
    assert "第 1 页　共 1 页" in "".join(p.text for p in word.sections[0].footer.paragraphs)


def test_arabic_runs_from_right_to_left():
    content = docx(_HEAD, "", [Section((blocks.text("停 توقف فورا 停"),))])
    runs = _word(content).element.body.iter(qn("w:r"))
    marked = [run for run in runs if run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None]
    assert [run.find(qn("w:t")).text for run in marked] == ["توقف فورا"]


def test_control_characters_are_refused_when_read(small_files: dict[str, bytes]):
    path = "plans/difang/drills/shifan.yaml"
    hostile = small_files[path].replace("演练".encode(), b"\x07", 1)
    reading = read_handbook(small_files | {path: hostile})
    assert path in {problem.where.path for problem in reading.problems}


def test_same_bytes_whatever_the_hash_seed(tmp_path: Path, files: dict[str, bytes]):
    script = (
        "import hashlib, sys\n"
        "from generator import build, office\n"
        "from generator.edition import project\n"
        "from generator.handbook.reading import read_handbook\n"
        "from generator.model.scale import Audience\n"
        "from tests.conftest import SMALL, files_below\n"
        "files = files_below(SMALL, 'plans', 'content', 'private')\n"
        "book = project(read_handbook(files).handbook, Audience.TRAINER)\n"
        "for p in build.printables(book, Audience.TRAINER):\n"
        "    for s in office.suffixes(p):\n"
        "        print(office.path(p, s), hashlib.sha256(office.made(p, s)).hexdigest())\n"
    )
    told = set()
    for seed, zone in (("1", "Asia/Shanghai"), ("2", "America/Lima")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, env=env, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        told.add(done.stdout)
    assert len(told) == 1 and len(told.pop().splitlines()) == len(files)


def _converted(content: bytes, name: str, folder: Path) -> list[str]:
    """Return the pages LibreOffice makes of an office file, our own fonts in place of the named."""
    faces = {
        "仿宋_GB2312": "Serif",
        "楷体_GB2312": "Serif",
        "方正小标宋简体": "Serif",
        "黑体": "Sans",
    }
    matches = "".join(
        f'<match target="pattern"><test name="family"><string>{face}</string></test>'
        f'<edit name="family" mode="assign" binding="same"><string>Noto {like} CJK SC</string></edit>'
        "</match>"
        for face, like in faces.items()
    )
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{fonts.FOLDER}</dir>'
        f"{matches}</fontconfig>",
        encoding="utf-8",
    )
    (folder / name).write_bytes(content)
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
    done = subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(folder / "out"), str(folder / name)],
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr
    reader = PdfReader(folder / "out" / f"{Path(name).stem}.pdf")
    return ["".join(page.extract_text().split()) for page in reader.pages]


def _sizes(made: Path) -> set[float]:
    """Return how large the words of the tables are printed, in points; feet are smaller."""
    found: set[float] = set()
    for page in PdfReader(made).pages:

        def heard(text: str, cm: list[float], tm: list[float], _: object, size: float) -> None:
            y = tm[5] * cm[3] + cm[5]
            if re.search(r"[\u4e00-\u9fff]", text) and y > 60:
                found.add(round(abs(size * tm[3] * cm[3]), 1))

        page.extract_text(visitor_text=heard)
    return found


def test_a_line_of_excel_fits_a_sheet(files: dict[str, bytes]):
    """Fitted to the width of a sheet, more figures in a line would be printed too small to read."""
    for path, content in _of(files, ".xlsx"):
        for page in load_workbook(io.BytesIO(content)).worksheets:
            assert sum(column.width for column in page.column_dimensions.values()) <= 145, path


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(_WORD) + [f"{kind}.xlsx" for kind in sorted(_EXCEL)])
def test_libreoffice_shows_it(kind: str, files: dict[str, bytes], tmp_path: Path):
    if shutil.which("soffice") is None:
        assert not CI, "LibreOffice is missing"
        pytest.skip("no LibreOffice on this machine")
    ending = kind if "." in kind else f"{kind}.docx"
    path = next(path for path in files if path.endswith((f"-{ending}", f"/{ending}")))
    pages = _converted(files[path], Path(path).name, tmp_path)
    assert pages
    # What is handed out by itself counts its own pages.
    apart, firsts = path.endswith("checklist.docx"), 0
    for number, text in enumerate(pages, start=1):
        assert _MARK in text and "2030-01-02" in text, (path, number)
        firsts += "第1页" in text
        assert apart or f"第{number}页共{len(pages)}页" in text, (path, number)
        assert "Error" not in text and "错误" not in text, (path, number)
    assert firsts > 3 if apart else firsts == 1, path
    if path.endswith(".xlsx"):
        assert min(_sizes(tmp_path / "out" / f"{Path(path).stem}.pdf")) >= 10, path


@pytest.mark.slow
def test_libreoffice_repeats_heads_over_pages(tmp_path: Path):
    if shutil.which("soffice") is None:
        assert not CI, "LibreOffice is missing"
        pytest.skip("no LibreOffice on this machine")
    rows = [(f"{number}", "应当看到的一句话" * 6) for number in range(120)]
    table = blocks.table((("这一列的头", 1), ("另一列的头", 3)), rows)
    pages = _converted(docx(_HEAD, "", [Section((table,))]), "long.docx", tmp_path)
    assert len(pages) > 5 and all("这一列的头" in text for text in pages)
