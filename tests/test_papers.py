"""Papers: every printable is typeset for real, and what comes out is read back."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from generator import build, fonts, office, papers, printing
from generator.edition import project
from generator.handbook.book import Handbook
from generator.model.scale import EDITIONS, Audience
from generator.papers import bundle, typeset
from generator.papers.desk import Desk
from generator.papers.faults import NotSet
from generator.papers.paper import Paper
from tests.conftest import Project

_HAN = re.compile(r"[\u4e00-\u9fff]")
_SHARED_TEMPLATES = {"blocks", "front", "ladder", "manual_forms", "places", "sheet", "steps"}


@pytest.fixture(scope="module")
def files(made: tuple[Paper, ...]) -> dict[str, bytes]:
    found, problems = printing.files(made, printing.opened(None))
    assert problems == ()
    return found


def _pages(content: bytes) -> list[str]:
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]


def _with_drill(book: Handbook, id: str, **fields: object) -> Handbook:
    plan = book.plans["difang"]
    drill = plan.drills[id].changed(**fields)
    return book.changed(plans={"difang": plan.changed(drills=plan.drills | {id: drill})})


def _typeset(book: Handbook, *paths: str) -> dict[str, bytes]:
    """Papers of a handbook as PDF: all of them, or those asked for."""
    press = typeset.press()
    wanted = {p.path: p for p in papers.papers(book, Audience.TRAINER)}
    return {path: typeset.pdf(press, wanted[path]) for path in paths or wanted}


def test_every_printable_keeps_the_contract():
    modules = papers.modules()
    assert modules
    orders = [module.ORDER for module in modules]
    assert len(set(orders)) == len(orders), "two printables have the same place in a package"
    for module in modules:
        assert module.__doc__ and module.AUDIENCE in EDITIONS
    templates = {path.stem for path in typeset.TEMPLATES.glob("*.typ")}
    names = {module.__name__.rpartition(".")[2] for module in modules}
    # That of a bundle's first sheet is no printable of its own.
    assert templates - _SHARED_TEMPLATES - {"contents"} == names


def test_every_printable_is_tried(made: tuple[Paper, ...]):
    """The small handbook has something for each of them."""
    used = {name for paper in made for name in paper.templates} - {"contents"}
    assert used == {module.__name__.rpartition(".")[2] for module in papers.modules()}


def test_papers_say_what_they_are_for(made: tuple[Paper, ...]):
    paths = [paper.path for paper in made]
    assert len(set(paths)) == len(paths)
    for paper in made:
        assert re.fullmatch(r"papers/[a-z0-9-]+/[a-z0-9-]+\.pdf", paper.path)
        assert paper.title and paper.purpose and paper.size and paper.copy


def test_every_sheet_bears_mark_edition_and_page(made: tuple[Paper, ...], files: dict[str, bytes]):
    for paper in made:
        pages = _pages(files[paper.path])
        for text in pages:
            assert "参考样稿·非正式文件" in text, paper.path
            # A paper that responders have is theirs, for trainers too.
            edition = "演练版·" if paper.drill or "shared" in paper.path else "处置版·"
            assert edition in text and "2030-01-02" in text, paper.path
            assert not paper.drill or "仅供演练使用" in text, paper.path
            assert re.search(r"第\d+页共\d+页|此面空白", text), paper.path
        if len(paper.parts) == 1:
            told = [re.search(r"第(\d+)页共(\d+)页", text) for text in pages]
            assert [(int(t[1]), int(t[2])) for t in told if t] == [
                (number, len(pages)) for number in range(1, len(pages) + 1)
            ]


def test_papers_are_tagged_and_titled(made: tuple[Paper, ...], files: dict[str, bytes]):
    for paper in made:
        reader = PdfReader(io.BytesIO(files[paper.path]))
        catalog = reader.root_object
        assert catalog["/MarkInfo"]["/Marked"] and catalog["/Lang"].startswith("zh")
        assert reader.metadata and reader.metadata.title == paper.title
        told = catalog["/Metadata"].get_object().get_data().decode()
        assert "pdfaid:part" in told and "pdfuaid:part" in told


def test_what_is_given_is_what_is_printed(made: tuple[Paper, ...], files: dict[str, bytes]):
    """The audit reads what a paper is typeset from; so no word may come from anywhere else."""
    for paper in made:
        sources = {name: (typeset.TEMPLATES / f"{name}.typ") for name in paper.templates}
        sources |= {name: typeset.TEMPLATES / f"{name}.typ" for name in _SHARED_TEMPLATES}
        known = set(paper.text).union(*(p.read_text(encoding="utf-8") for p in sources.values()))
        # Chinese figures number the headings.
        known |= set("一二三四五六七八九十")
        printed = "".join(_pages(files[paper.path]))
        assert set(_HAN.findall(printed)) <= known, paper.path


def test_script_holds_every_line(trainer: Handbook, files: dict[str, bytes]):
    printed = "".join(_pages(files["papers/difang/shifan-control.pdf"]))
    for line in trainer.plans["difang"].drills["shifan"].script[0].lines:
        for words in (line.screen, line.narration, line.sound, line.note):
            assert not words or words in printed
    assert "预期行动" in printed and "巡查一号堤段" in printed
    assert "预期行动" not in "".join(_pages(files["papers/difang/shifan-script.pdf"]))


def test_same_paper_same_bytes(made: tuple[Paper, ...], files: dict[str, bytes]):
    press = typeset.press()
    for paper in reversed(made):
        assert typeset.pdf(press, paper) == files[paper.path]


def test_cached_is_clean(made: tuple[Paper, ...], files: dict[str, bytes], tmp_path: Path):
    cache = printing.opened(tmp_path)
    assert printing.files(made, cache) == (files, ())
    kept = sorted(tmp_path.iterdir())
    assert len(kept) == sum(1 + len(office.suffixes(paper)) for paper in made)
    # A file cut off by a power failure is no cache.
    for path in kept[:9]:
        path.write_bytes(path.read_bytes()[:1000])
    assert printing.files(made, cache) == (files, ())
    # Nor is one that is damaged in its middle, or stands under the name of another.
    for path in kept:
        content = path.read_bytes()
        path.write_bytes(content[:100] + bytes(len(content) - 200) + content[-100:])
    assert printing.files(made, cache) == (files, ())
    first, second = (cache.folder / cache.name(paper) for paper in made[:2] if cache.folder)
    first.write_bytes(second.read_bytes())
    assert cache.find(made[0]) is None
    assert printing.files(made, cache) == (files, ())
    cache.forget_others(made[:1])
    assert len(list(tmp_path.iterdir())) == 1 + len(office.suffixes(made[0]))


def test_archive_has_all_files_in_print_order(made: tuple[Paper, ...], files: dict[str, bytes]):
    of_drill = [paper for paper in made if paper.drill == "shifan" and len(paper.parts) == 1]
    archive = zipfile.ZipFile(io.BytesIO(files["papers/difang/shifan.zip"]))
    names = archive.namelist()
    assert names[:3] == ["01-shifan-notice.pdf", "01-shifan-notice.docx", "02-shifan-workplan.pdf"]
    assert len(names) == sum(1 + len(office.suffixes(paper)) for paper in of_drill)
    numbers = [int(name[:2]) for name in names]
    assert numbers == sorted(numbers) and numbers[-1] == len(of_drill)
    assert all(name.isascii() for name in names)
    name = next(name for name in names if name.endswith("-shifan-script.docx"))
    assert archive.read(name) == files["papers/difang/shifan-script.docx"]
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_bundle_starts_each_paper_on_a_new_sheet(
    trainer: Handbook, made: tuple[Paper, ...], files: dict[str, bytes]
):
    for paper in bundle.bundles(
        Desk(trainer, Audience.TRAINER), (paper for paper in made if len(paper.parts) == 1)
    ):
        firsts = [n for n, text in enumerate(_pages(files[paper.path])) if "第1页共" in text]
        assert len(firsts) == len(paper.parts)
        assert all(number % 2 == 0 for number in firsts)


def test_drill_papers_are_for_trainers_only(small: Handbook):
    for edition in (Audience.PUBLIC, Audience.RESPONDER):
        made = papers.papers(project(small, edition), edition)
        assert [paper.path for paper in made if paper.drill] == []


def test_a_character_without_glyph_is_told(trainer: Handbook):
    book = _with_drill(trainer, "shifan", title="演练\U0001f525")
    found, problems = printing.files(papers.papers(book, Audience.TRAINER), printing.opened(None))
    assert found == {}
    assert {problem.code for problem in problems} == {"T101"}
    assert "U+1F525" in problems[0].message


def test_an_unknown_font_is_told(made: tuple[Paper, ...], tmp_path: Path):
    for template in typeset.TEMPLATES.glob("*.typ"):
        shutil.copy(template, tmp_path)
    sheet = tmp_path / "sheet.typ"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("Noto Serif", "Not a Serif"))
    with pytest.raises(NotSet) as told:
        typeset.pdf(typeset.press(templates=tmp_path), made[0])
    assert told.value.problem.code == "T102"
    assert "unknown font family" in told.value.problem.message


@pytest.fixture
def faces_folder(tmp_path: Path) -> Path:
    """A folder with a face under the name of an official one: one of ours, renamed."""
    folder = tmp_path / "office"
    folder.mkdir()
    face = TTFont(next(fonts.FOLDER.glob("NotoSerif*Regular*")))
    for record in face["name"].names:
        if record.nameID in (1, 4, 6, 16):
            record.string = "FangSong_GB2312"
    face["CFF "].cff.fontNames = ["FangSong_GB2312"]
    face.save(folder / "fang.otf")
    return folder


def test_the_office_s_own_faces_come_first(
    made: tuple[Paper, ...], faces_folder: Path, tmp_path: Path
):
    assert typeset.faces(faces_folder) == {"title": [], "serif": ["FangSong_GB2312"], "sans": []}
    content = typeset.pdf(typeset.press(faces_folder), made[0])
    fonts_of = [page["/Resources"]["/Font"] for page in PdfReader(io.BytesIO(content)).pages]
    names = {str(one.get_object()["/BaseFont"]) for page in fonts_of for one in page.values()}
    assert any("FangSong" in name for name in names)
    assert any("NotoSans" in name for name in names)
    ours, theirs = printing.opened(tmp_path), printing.opened(tmp_path, faces_folder)
    assert ours.name(made[0]) != theirs.name(made[0])
    # As deep as the compiler looks.
    below = faces_folder / "below"
    below.mkdir()
    (faces_folder / "fang.otf").rename(below / "fang.otf")
    assert typeset.faces(faces_folder)["serif"] == ["FangSong_GB2312"]
    deeper = printing.opened(tmp_path, faces_folder)
    assert len({one.name(made[0]) for one in (ours, theirs, deeper)}) == 3


def test_a_folder_without_official_faces_is_refused(project: Project, tmp_path: Path):
    told = project.run("build", "--fonts", str(tmp_path))
    assert told.returncode == 2 and "没有认得的公文字体" in told.stderr


def test_a_face_that_was_not_copied_whole_is_refused(project: Project, faces_folder: Path):
    """Cut off, it would print blank sheets without a word."""
    assert fonts.cut_short(faces_folder) == () == fonts.cut_short(fonts.FOLDER)
    face = faces_folder / "fang.otf"
    face.write_bytes(face.read_bytes()[:-1000])
    told = project.run("print", "difang/shifan", "--fonts", str(faces_folder))
    assert told.returncode == 2 and "fang.otf 没有拷全" in told.stderr
    told = project.run("print", "difang/shifan", "--fonts", str(faces_folder / "nowhere"))
    assert told.returncode == 2 and "找不到文件夹" in told.stderr


def test_a_long_word_is_broken_inside_its_cell(trainer: Handbook):
    """An address of a page or a name in capitals has no place to break."""
    word = "DIANHUAHUIYISHIYITINGERLOU" * 4
    act = trainer.plans["difang"].drills["shifan"].script[0]
    line = act.lines[0].changed(place=word, note=word, say=f"演练。{word}。演练。")
    book = _with_drill(trainer, "shifan", script=(act.changed(lines=(line,)),))
    path = "papers/difang/shifan-control.pdf"
    reader = PdfReader(io.BytesIO(_typeset(book, path)[path]))
    told = "\n".join(page.extract_text() for page in reader.pages).replace("\u200b", "")
    pieces = re.findall("[A-Z]{3,}", told)
    # Three times the whole word, and no piece of it longer than a cell is wide.
    assert "".join(pieces).count("YITING") > 6 and max(map(len, pieces)) < 40


def test_a_script_of_500_lines(trainer: Handbook):
    act = trainer.plans["difang"].drills["shifan"].script[0]
    book = _with_drill(trainer, "shifan", script=(act.changed(lines=act.lines[:1] * 500),))
    path = "papers/difang/shifan-control.pdf"
    pages = _pages(_typeset(book, path)[path])
    assert len(pages) > 40
    # Whichever sheet one takes up: it says what is going on, and what its columns are.
    assert all("指令与对白" in text and "情景：值班室接到电话。" in text for text in pages[6:-1])


def test_long_names_and_texts_stay_on_the_sheet(trainer: Handbook):
    """Every text as long as its field allows."""
    act = trainer.plans["difang"].drills["shifan"].script[0]
    name, sentence = "很长的名称" * 12, "很长的一句话里什么都有" * 18
    texts = {"place": name, "via": name, "sound": name, "say": sentence, "do": sentence}
    texts |= {"screen": sentence, "narration": sentence, "note": sentence}
    line = act.lines[0].changed(**texts)
    book = _with_drill(
        trainer,
        "shifan",
        title=name,
        script=(act.changed(act=name, scene=sentence, lines=(line, line)),),
        stop_words=(sentence,) * 4,
        real_event_rule=sentence,
    )
    paths = ("papers/difang/shifan-control.pdf", "papers/difang/shifan-script.pdf")
    for pdf in _typeset(book, *paths).values():
        printed = "".join(_pages(pdf))
        assert printed.count(sentence) >= 6 or printed.count("什么都有") >= 18 * 8


def test_right_to_left_text(trainer: Handbook):
    book = _with_drill(trainer, "shifan", safety_notes=("توقف فورا", "不得真的下水。"))
    assert _typeset(book)


def test_every_face_has_every_character():
    faces = sorted(fonts.FOLDER.glob("*.?tf"))
    assert len(faces) == 6
    for face in faces:
        have = set(TTFont(face).getBestCmap())
        listed = (fonts.FOLDER / "characters.txt").read_text(encoding="utf-8")
        wanted = set() if "Arabic" in face.name else {ord(sign) for sign in listed} - {10}
        assert wanted <= have, face.name
    assert sum(face.stat().st_size for face in faces) <= 14_000_000
    assert "SIL OPEN FONT LICENSE" in (fonts.FOLDER / "OFL.txt").read_text(encoding="utf-8")


def test_templates_use_no_other_character():
    for template in typeset.TEMPLATES.glob("*.typ"):
        assert fonts.missing(template.read_text(encoding="utf-8")) == (), template.name


def test_every_piece_to_cut_out_is_known_by_machine_and_in_clear(made: tuple[Paper, ...]):
    """All that leaves a drill's papers has a code, and beside it what the code says."""
    for paper in made:
        for part in paper.parts:
            template = (typeset.TEMPLATES / f"{part.template}.typ").read_text(encoding="utf-8")
            shown = r"identity\(|masthead\(|cover\(|head\.qr"
            assert re.search(shown, template), part.template


def test_sealed_drills_change_no_paper(small: Handbook):
    assert small.sealed
    bare = small.changed(sealed={})
    for edition in EDITIONS:
        with_them = [paper.text for paper in build.printables(project(small, edition), edition)]
        without = [paper.text for paper in build.printables(project(bare, edition), edition)]
        assert with_them == without


def test_a_sealed_drill_can_be_typeset_by_the_same_code(small: Handbook, tmp_path: Path):
    """Who opens a seal hands the drill over as one of its plan's, and writes where it likes."""
    id, sealed = next(iter(small.sealed.items()))
    assert sealed.plan
    plan = small.plans[sealed.plan.id]
    book = small.changed(plans={plan.plan.id: plan.changed(drills={id: sealed})}, sealed={})
    made = tuple(papers.papers(book, Audience.TRAINER, sealed=True))
    _files, problems = printing.files(made, printing.opened(tmp_path))
    assert made and problems == () and all(paper.drill == id for paper in made)


@pytest.mark.parametrize("status", ["样例", "已结束"])
def test_a_blind_drill_known_to_all_says_so_on_each_sheet(trainer: Handbook, status: str):
    book = _with_drill(trainer, "jianyan", notice="双盲", status=status)
    warning = f"{status}·已公开，不得用于实际双盲"
    for sealed in (False, True):
        made = papers.papers(book, Audience.TRAINER, sealed)
        of = [paper for paper in made if paper.drill == "jianyan" and not paper.record]
        told = {warning in paper.text for paper in of}
        assert told == {not sealed}


def test_question_cards_tell_no_answer(made: tuple[Paper, ...], trainer: Handbook):
    cards = next(paper for paper in made if paper.kind == "questions")
    for stage in trainer.plans["difang"].drills["zhuomian"].stages:
        for question in stage.questions.values():
            for told in (*(point.text for point in question.points), *question.follow_ups):
                assert told not in cards.text
            assert all(option.why not in cards.text for option in question.options)


def test_a_blind_drill_is_not_betrayed_by_its_notice(trainer: Handbook):
    """Single-blind: time and place only; double-blind: no paper beforehand at all."""
    for notice, count in (("单盲", 1), ("双盲", 0)):
        book = _with_drill(trainer, "shifan", notice=notice)
        made = [p for p in papers.papers(book, Audience.TRAINER) if p.drill == "shifan"]
        told = [paper for paper in made if paper.kind == "notice"]
        assert len(told) == count
        drill = book.plans["difang"].drills["shifan"]
        secrets = [drill.title, drill.scenario.start, *(o.text for o in drill.objectives.values())]
        secrets += [*drill.safety_notes, *(role.name for role in drill.cast.values())]
        for paper in told:
            assert [secret for secret in secrets if secret in paper.text] == []
