"""What is handed out of a blind drill tells nothing of it: not in words, title, name or metadata."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import chain

import pytest
from pypdf import PdfReader

from generator import office, papers
from generator.edition import project
from generator.handbook.book import Handbook
from generator.handbook.evaluation import evaluation_items
from generator.handbook.reading import read_handbook
from generator.handbook.visit import Scope, inside
from generator.handbook.walk import texts
from generator.model.drill import Drill
from generator.model.scale import Audience
from generator.model.time import parse_moment
from generator.papers import injects, typeset
from generator.papers.desk import Rehearsal
from generator.papers.issue import UNKNOWING, issued, numbered
from generator.papers.paper import Paper
from generator.sealing.closing import sealed_papers
from generator.sealing.leaks import leaks
from tests.conftest import ROOT, files_below

RUN = 8


@pytest.fixture(scope="module")
def blind(small: Handbook) -> list[tuple[Handbook, Drill]]:
    """The small sealed drill, and the real blind one as if it had come from under a seal."""
    files = files_below(ROOT, "plans", "content")
    text = files["plans/health/drills/shuangmang.yaml"].decode()
    sealed = f"plan: health\n{text}".replace("status: 样例", "status: 计划")
    real = read_handbook(files | {"private/sealed/k7m3x9q2.yaml": sealed.encode()})
    assert real.problems == ()
    return [
        (small, small.sealed["x7k2m4"]),
        (real.handbook, real.handbook.sealed["k7m3x9q2"]),
    ]


def _bare(text: str) -> str:
    """Return a text without what typesetting may change: blanks and line ends."""
    return re.sub(r"\s", "", text)


def _runs(words: str) -> Iterator[str]:
    bare = _bare(words)
    return (bare[start : start + RUN] for start in range(len(bare) - RUN + 1))


def _secrets(book: Handbook, drill: Drill) -> set[str]:
    """All runs of scenario, injects and expected steps that no register and no template has."""
    assert drill.plan
    plan = book.plans[drill.plan.id]
    told = [drill.title, plan.plan.title]
    for part in (drill.scenario, *drill.objectives.values(), *drill.injects.values()):
        told += [t for visit in inside(part, Scope(), part) for _, t in texts(visit.part)]
    told += [item.words for item in evaluation_items(plan, drill)]
    told += [role.name for role in drill.cast.values()]
    templates = [t.read_text(encoding="utf-8") for t in typeset.TEMPLATES.glob("*.typ")]
    registers = inside(book.registers, Scope(), book.registers)
    known = [text for visit in registers for _, text in texts(visit.part)]
    # How any drill is stopped hangs by the telephone all year.
    known += drill.stop_words
    return set(chain(*map(_runs, told))) - set(chain(*map(_runs, [*templates, *known])))


def _handed(book: Handbook, drill: Drill) -> list[Paper]:
    return [p for p in sealed_papers(book, drill) if p.copy.startswith(UNKNOWING)]


def _leaks(text: str, secrets: set[str]) -> list[str]:
    bare = _bare(text)
    return sorted(secret for secret in secrets if secret in bare)


def test_what_is_handed_out_shares_no_run_with_the_drill(blind: list[tuple[Handbook, Drill]]):
    for book, drill in blind:
        secrets = _secrets(book, drill)
        assert len(secrets) > 30
        handed = _handed(book, drill)
        assert {paper.kind for paper in handed} == {"envelope", "observers"}
        for paper in handed:
            told = (paper.text, paper.path, paper.title, paper.purpose)
            assert not _leaks("\n".join(told), secrets), paper.path
            assert str(drill.held_on) not in paper.text
            assert drill.plan and drill.plan.id not in paper.path
            pdf = PdfReader(io.BytesIO(typeset.pdf(typeset.press(), paper)))
            assert not _leaks("".join(page.extract_text() for page in pdf.pages), secrets)
            metadata = f"{pdf.metadata}{pdf.xmp_metadata and pdf.xmp_metadata.stream.get_data()!r}"
            assert not _leaks(metadata, secrets) and drill.plan.id not in metadata
            assert pdf.metadata and pdf.metadata.title == paper.title
            for suffix in office.suffixes(paper):
                with zipfile.ZipFile(io.BytesIO(office.made(paper, suffix))) as archive:
                    for name in archive.namelist():
                        assert not _leaks(archive.read(name).decode("utf-8", "replace"), secrets)


def test_the_test_above_rings(blind: list[tuple[Handbook, Drill]]):
    """The same runs are found in what control gets."""
    for book, drill in blind:
        secrets = _secrets(book, drill)
        control = [paper for paper in sealed_papers(book, drill) if issued(paper.copy)]
        found = _leaks("".join(paper.text for paper in control), secrets)
        # Ids that are as long as a run are printed nowhere.
        assert len(found) > 0.95 * len(secrets)


def test_no_drill_there_is_would_be_refused_for_what_it_hands_out(small_files: dict[str, bytes]):
    """Whatever its form; what is played, as question cards, is the drill and no leak of it."""
    for files in (files_below(ROOT, "plans", "content"), small_files):
        for path in (path for path in files if "/drills/" in path):
            plan, text = path.split("/")[1], files[path].decode()
            text = re.sub("^status: .*$", "status: 计划", text, flags=re.MULTILINE)
            text = re.sub("^notice: .*$", "notice: 双盲", text, flags=re.MULTILINE)
            sealed = f"plan: {plan}\n{text}".encode()
            book = read_handbook(files | {"private/sealed/k7m3x9q2.yaml": sealed}).handbook
            drill = book.sealed["k7m3x9q2"]
            assert leaks(book, drill, sealed_papers(book, drill)) == {}, path


def test_no_paper_of_a_sealed_drill_is_for_beforehand(blind: list[tuple[Handbook, Drill]]):
    for book, drill in blind:
        kinds = {paper.kind for paper in sealed_papers(book, drill)}
        assert not kinds & {"notice", "publicity", "placard", "roles", "blindcard"}
        assert {"prenotice", "simcell", "envelope", "evaluation"} <= kinds


def test_duty_rooms_are_told_nothing_of_the_scenario(blind: list[tuple[Handbook, Drill]]):
    for book, drill in blind:
        (paper,) = (p for p in sealed_papers(book, drill) if p.kind == "prenotice")
        assert not _leaks(paper.text, _secrets(book, drill))
        content = paper.parts[0].content
        rooms = content["rooms"]
        assert isinstance(rooms, list)
        names = [room["name"] for room in rooms]
        assert names == ["上级值班室", "110", "119", "120", "其他值班室"]
        assert all("缺一头的" in "".join(room["does"]) for room in rooms)
        pdf = PdfReader(io.BytesIO(typeset.pdf(typeset.press(), paper)))
        assert len(pdf.pages) == 1 + len(rooms)


def test_the_cell_plays_every_message_of_those_it_plays(blind: list[tuple[Handbook, Drill]]):
    most = 0
    for book, drill in blind:
        assert drill.plan
        (paper,) = (p for p in sealed_papers(book, drill) if p.kind == "simcell")
        rows = paper.parts[0].content["rows"]
        assert isinstance(rows, list)
        rehearsal = Rehearsal(book, book.plans[drill.plan.id], drill)
        played = {id for id, role in drill.cast.items() if role.simulated}
        expected = [
            number
            for number, one in injects.numbered(rehearsal)
            if one.sender.id in played
            and not one.via.startswith(("当面", "情况卡", "手抄卡", "纸条"))
        ]
        assert [row["number"] for row in rows] == expected and expected
        timed = [parse_moment(row["at"]) for row in rows if row["at"]]
        assert timed == sorted(timed)
        most = max(most, len(timed))
    assert most > 1


def test_copies_differ_in_their_number_only(blind: list[tuple[Handbook, Drill]]):
    book, drill = blind[0]
    paper = next(p for p in sealed_papers(book, drill) if p.kind == "injects")
    copies = [numbered(paper, number, 3) for number in (1, 2)]
    heads = [part.content["head"] for copy in (paper, *copies) for part in copy.parts]
    assert [head["issue"] for head in heads] == ["", "第 1 份，共 3 份", "第 2 份，共 3 份"]
    assert len({head["hash"] for head in heads}) == 1
    printed = [
        "".join("".join(p.extract_text().split()) for p in PdfReader(io.BytesIO(made)).pages)
        for made in (typeset.pdf(typeset.press(), copy) for copy in (paper, *copies))
    ]
    assert all("领用人签收" in text for text in printed)
    assert "第2份，共3份" in printed[2] and "第2份" not in printed[1]


def test_office_files_are_signed_for_too(blind: list[tuple[Handbook, Drill]]):
    book, drill = blind[0]
    for paper in sealed_papers(book, drill):
        if "docx" in office.suffixes(paper):
            with zipfile.ZipFile(io.BytesIO(office.made(paper, "docx"))) as archive:
                text = archive.read("word/document.xml").decode()
            assert ("领用人签收" in text) == issued(paper.copy), paper.path


def test_papers_known_to_all_have_no_number(trainer: Handbook):
    for paper in papers.papers(trainer, Audience.TRAINER):
        assert '"issue"' not in paper.text


def test_below_trainers_only_ended_drills_are_spoken_of(blind: list[tuple[Handbook, Drill]]):
    for book, _ in blind:
        for edition in (Audience.PUBLIC, Audience.RESPONDER):
            seen = project(book, edition)
            drills = [drill for plan in seen.plans.values() for drill in plan.drills.values()]
            assert all(drill.status == "已结束" for drill in drills)
            assert not seen.sealed
