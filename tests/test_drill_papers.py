"""Papers of drills: what those who play may read, what must be laid out, and what is too large."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from pypdf import PdfReader

from generator import papers
from generator.edition import project
from generator.handbook import practice
from generator.handbook.book import Handbook
from generator.handbook.drills import lines_of
from generator.handbook.evaluation import evaluation_items
from generator.handbook.reading import read_handbook
from generator.model.drill import Drill
from generator.model.scale import Audience
from generator.model.time import Moment
from generator.papers import archive, bundle, grid, issue, typeset
from generator.papers.desk import Desk
from generator.papers.paper import Paper
from tests.conftest import ROOT, files_below

_UNKNOWING = ("参演用", "观摩用", "公众用", "解说用", "值班用")
assert _UNKNOWING == issue.UNKNOWING


@pytest.fixture(scope="module")
def real() -> Handbook:
    """The handbook itself, as trainers have it."""
    reading = read_handbook(files_below(ROOT, "plans", "content"))
    assert reading.problems == ()
    return project(reading.handbook, Audience.TRAINER)


def _made(book: Handbook) -> dict[str, Paper]:
    return {paper.path: paper for paper in papers.papers(book, Audience.TRAINER)}


def _printed(paper: Paper) -> list[str]:
    content = typeset.pdf(typeset.press(), paper)
    return ["".join(p.extract_text().split()) for p in PdfReader(io.BytesIO(content)).pages]


def _with_drill(book: Handbook, id: str, **fields: object) -> Handbook:
    plan = book.plans["difang"]
    drill = plan.drills[id].changed(**fields)
    return book.changed(plans={"difang": plan.changed(drills=plan.drills | {id: drill})})


def _drills(book: Handbook) -> Iterator[tuple[str, Drill]]:
    for id, plan in book.plans.items():
        for drill in plan.drills.values():
            yield id, drill


def _kept_back(book: Handbook, plan: str, drill: Drill) -> set[str]:
    """What control knows: messages, what they should bring about, what is rated, answers."""
    told = {inject.text for inject in drill.injects.values()}
    told |= {item.words for item in evaluation_items(book.plans[plan], drill)}
    for stage in drill.stages:
        for question in stage.questions.values():
            told |= {point.text for point in question.points} | set(question.follow_ups)
            told |= {option.why for option in question.options if option.why}
    return {"".join(words.split()) for words in told}


def test_who_plays_reads_nothing_control_knows(real: Handbook, trainer: Handbook):
    for book in (real, trainer):
        made = _made(book)
        for plan, drill in _drills(book):
            secrets = _kept_back(book, plan, drill)
            given = [p for p in made.values() if (p.plan, p.drill) == (plan, drill.id)]
            handed = [p for p in given if p.copy.startswith(_UNKNOWING)]
            assert secrets and handed
            for paper in handed:
                text = "".join(paper.text.split())
                assert [words for words in secrets if words in text] == [], paper.path


def test_nor_is_it_printed(trainer: Handbook):
    for paper in _made(trainer).values():
        if paper.drill and paper.copy.startswith(_UNKNOWING):
            drill = trainer.plans[paper.plan].drills[paper.drill]
            printed = "".join(_printed(paper))
            secrets = _kept_back(trainer, paper.plan, drill)
            assert [words for words in secrets if words in printed] == [], paper.path


def test_of_a_blind_drill_only_sealed_notes_tell_and_no_scenario(real: Handbook, trainer: Handbook):
    for book in (real, trainer):
        made = _made(book)
        blind = [(plan, drill) for plan, drill in _drills(book) if drill.notice == "双盲"]
        assert blind
        for plan, drill in blind:
            mine = {p.kind: p for p in made.values() if (p.plan, p.drill) == (plan, drill.id)}
            assert not {"notice", "publicity", "placard", "roles"} & set(mine)
            handed = {k: p for k, p in mine.items() if p.copy.startswith(_UNKNOWING)}
            assert set(handed) == {"envelope", "observers"}
            told = [drill.title, drill.scenario.start, *drill.scenario.assumptions]
            told += [inject.text for inject in drill.injects.values()]
            told += [role.name for role in drill.cast.values() if role.simulated]
            for paper in handed.values():
                assert paper.copy.endswith(("现场拆封", "现场发放"))
                text = paper.text
                assert str(drill.held_on) not in text
                for words in told:
                    runs = (words[n : n + 8] for n in range(len(words) - 7))
                    assert not [run for run in runs if run in text], paper.path


def test_the_standing_card_knows_no_drill(trainer: Handbook):
    bare = trainer.changed(
        plans={id: plan.changed(drills={}, records={}) for id, plan in trainer.plans.items()}
    )
    card = "papers/shared/blindcard.pdf"
    assert _made(bare)[card] == _made(trainer)[card]
    assert len(_printed(_made(bare)[card])) == 1


def test_every_message_to_say_begins_and_ends_as_exercise(real: Handbook):
    found = 0
    for paper in _made(real).values():
        content = paper.parts[0].content
        said = [call["words"] for call in content.get("calls", [])]
        said += [content[name] for name in ("answer", "broadcast") if name in content]
        for words in said:
            found += 1
            assert words[0].startswith("演练。") and words[-1].endswith("演练。"), paper.path
    assert found


def test_booklets_hold_each_line_once_and_no_other_role(trainer: Handbook):
    paper = _made(trainer)["papers/difang/shifan-roles.pdf"]
    drill = trainer.plans["difang"].drills["shifan"]
    spoken = [line for line in lines_of(drill) if line.by]
    rows = [
        (r["name"], row)
        for sheet in paper.parts[0].content["sheets"]
        for r in sheet
        for a in r["acts"]
        for row in a["rows"]
    ]
    assert len(rows) == len(spoken)
    assert len({row["number"] for _, row in rows}) == len(rows)
    names = {drill.cast[line.by.id].name for line in spoken if line.by}
    assert {name for name, _ in rows} == names
    # One waits for what is heard where one stands, or for a sign.
    cues = {row["number"]: row["cue"] for _, row in rows}
    assert cues["1-1"]["words"] == []
    assert cues["1-A1"]["words"][0].startswith("演练。一号堤段渗水") and cues["1-A1"]["said"]
    assert cues["1-B1"]["words"] == ["到时刻，看导调员手势"]


def test_in_the_bound_copy_each_role_has_its_own_sheet(trainer: Handbook):
    (bound,) = bundle.bundles(
        Desk(trainer, Audience.TRAINER), (p for p in _made(trainer).values() if p.drill == "shifan")
    )
    pages = _printed(bound)
    roles = [number for number, page in enumerate(pages) if "由谁担任：" in page]
    assert roles and all(number % 2 == 0 for number in roles)
    assert "A3" in bound.size


def test_roles_that_share_a_sheet_stay_on_it(real: Handbook):
    """However many lines they have: what is cut apart has nothing of another on its back."""
    paper = _made(real)["papers/weather/shifan-roles.pdf"]
    sheets = paper.parts[0].content["sheets"]
    assert len(sheets) < sum(map(len, sheets)) * 0.8
    pages = [page for page in _printed(paper) if "由谁担任：" in page]
    assert [page.count("由谁担任：") for page in pages] == [len(roles) for roles in sheets]
    for page, roles in zip(pages, sheets, strict=True):
        assert all(one["name"] in page for one in roles)
        # What is cut off is known without the head and foot of the sheet.
        told = 1 if len(roles) == 1 else len(roles) + 1
        assert page.count("参考样稿·非正式文件") == page.count("仅供演练使用·非真实险情") == told


def test_a_fire_drill_is_never_blind_to_who_is_inside(real: Handbook):
    made = _made(real)
    told = [p for p in made.values() if p.kind in ("envelope", "safeguards")]
    for paper in [*told, made["papers/shared/blindcard.pdf"]]:
        printed = "".join(_printed(paper))
        assert "公安部令第61号第40条" in printed and "事先" in printed, paper.path


def test_report_and_debrief_lay_out_all_objectives_and_items(real: Handbook):
    made = _made(real)
    for plan, drill in _drills(real):
        rated = made[f"papers/{plan}/{drill.id}-evaluation.pdf"].parts[0].content["forms"]
        for kind in ("report", "debrief"):
            content = made[f"papers/{plan}/{drill.id}-{kind}.pdf"].parts[0].content
            assert content["forms"] == rated
            assert content["objectives"] == [[o.text] for o in drill.objectives.values()]


def test_report_names_what_is_tested_again(trainer: Handbook):
    printed = "".join(_printed(_made(trainer)["papers/difang/shifan-report.pdf"]))
    assert "在预案里加上广播" in printed and "责任单位" in printed


def test_only_booklets_of_announced_drills(trainer: Handbook):
    assert "papers/difang/shifan-roles.pdf" in _made(trainer)
    for notice in ("单盲", "双盲"):
        assert "papers/difang/shifan-roles.pdf" not in _made(
            _with_drill(trainer, "shifan", notice=notice)
        )


def test_archive_lists_every_kind_of_paper(real: Handbook):
    listed = "、".join(archive.ARCHIVE)
    for paper in _made(real).values():
        if paper.drill:
            assert re.sub(r"（(?:待填|代拟稿)）$", "", paper.title) in listed, paper.title


def test_the_year_s_plan_has_each_drill_somebody_owes(real: Handbook, trainer: Handbook):
    plan = _made(real)["papers/shared/annual.pdf"]
    assert re.sub(r"（.+）$", "", plan.title) in archive.ARCHIVE
    printed = "".join(_printed(plan))
    for book in real.plans.values():
        owed = practice.drills_owed(book)
        assert owed and all("演练" in action.do for action in owed)
        assert all(action.do in printed and action.when in printed for action in owed)
        # At least one a year is what the office's own work points ask of whoever leads the plan.
        assert "《工作要点》四（一）" in printed and owed[0].every and str(owed[0].every) == "1年"
        assert all(drill.title in printed for drill in book.drills.values())
    assert not re.search(r"(?<!年)月\d|\d+月", plan.text)
    # Where no action says so, how often is a blank and not a guess.
    assert "多久练一次，照哪条规定" in _made(trainer)["papers/shared/annual.pdf"].text


def test_only_samples_are_offered_for_the_year(trainer: Handbook):
    titles = {drill.id: drill.title for drill in trainer.plans["difang"].drills.values()}
    for status, count in (("样例", 1), ("计划", 0), ("已结束", 0)):
        book = _with_drill(trainer, "shifan", status=status)
        text = _made(book)["papers/shared/annual.pdf"].text
        assert text.count(titles["shifan"]) == count
    book = _with_drill(trainer, "shifan", notice="双盲", status="样例")
    assert "不得用于实际双盲" in _made(book)["papers/shared/annual.pdf"].text


def test_columns_of_a_wall_chart():
    def at(minutes: int, clock: bool = False) -> Moment:
        return Moment(minutes, clock)

    assert grid.slots([]) == ()
    assert [str(s.start) for s in grid.slots([at(-3), at(12)])] == ["T-5", "T+0", "T+5", "T+10"]
    mixed = grid.slots([at(5), at(600, True)])
    assert [str(slot.start) for slot in mixed] == ["10:00", "T+5"]
    assert not mixed[0].holds(at(600))
    for last in (1, 59, 500, 5_000, 50_000, 500_000):
        columns = grid.slots([at(0), at(last)])
        assert len(columns) <= 12
        assert sum(slot.holds(at(last)) for slot in columns) == 1


def test_without_schedule_and_places_and_notes(trainer: Handbook):
    for id in ("shifan", "jianyan", "zhuomian"):
        book = _with_drill(trainer, id, schedule=(), places=(), safety_notes=(), objectives={})
        for paper in _made(book).values():
            if paper.drill == id:
                assert _printed(paper), paper.path


def test_a_script_of_500_lines(trainer: Handbook):
    act = trainer.plans["difang"].drills["shifan"].script[0]
    lines = act.lines[:1] * 500
    made = _made(_with_drill(trainer, "shifan", script=(act.changed(lines=lines),)))
    booklet = _printed(made["papers/difang/shifan-roles.pdf"])
    assert "".join(booklet).count("一号堤段渗水，长") >= 500
    assert all("等哪一句" in page for page in booklet[2:])
    # All in one place at one time: a cell that runs over the sheets, with none left out.
    chart = "".join(_printed(made["papers/difang/shifan-timeline.pdf"]))
    assert all(f"1-{number}T" in chart for number in range(1, 501))


def test_what_is_as_long_as_it_may_be(trainer: Handbook):
    act = trainer.plans["difang"].drills["shifan"].script[0]
    name, sentence = "很长的名称" * 12, "很长的一句话里什么都有" * 18
    line = act.lines[0].changed(place=name, via=name, say=sentence, do=sentence, note=sentence)
    drill = trainer.plans["difang"].drills["shifan"]
    book = _with_drill(
        trainer,
        "shifan",
        title=name,
        places=(name,) * 6,
        cast={id: role.changed(name=name) for id, role in drill.cast.items()},
        objectives={id: one.changed(text=sentence) for id, one in drill.objectives.items()},
        script=(act.changed(act=name, scene=sentence, lines=(line, line)),),
        stop_words=(sentence,) * 6,
        safety_notes=(sentence,) * 12,
        real_event_rule=sentence,
    )
    for paper in _made(book).values():
        if paper.drill == "shifan":
            pages = _printed(paper)
            assert all(re.search(r"第\d+页共\d+页", page) for page in pages), paper.path
            if paper.kind in ("roles", "safeguards", "report", "observers"):
                assert "什么都有" in "".join(pages)


def test_right_to_left_text(trainer: Handbook):
    words = "توقف فورا"
    book = _with_drill(trainer, "shifan", title=words, stop_words=(words,), safety_notes=(words,))
    for paper in _made(book).values():
        if paper.drill == "shifan":
            assert _printed(paper)
