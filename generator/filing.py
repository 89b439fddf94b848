"""`handbook record`: records and forms to fill in, and forms taken back, written where nothing is yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path

from generator import build, checks, office, schema, tree
from generator.creating import new_files
from generator.edition import project
from generator.gathering import Folders, sound
from generator.handbook import kinds
from generator.handbook.book import Handbook, PlanBook
from generator.handbook.evaluation import evaluation_items, form_name
from generator.handbook.reading import read_handbook
from generator.model.drill import Drill
from generator.model.results import DrillRecord
from generator.model.scale import Audience
from generator.model.time import Day
from generator.papers import Desk, evaluation
from generator.recording import cells, writing
from generator.recording.answers import answers
from generator.recording.kept import Answers
from generator.recording.merging import Taken, together
from generator.recording.rules import DISAGREE, TEXT
from generator.recording.sheet import Sheet
from generator.refusal import Refused, Unfit
from generator.source import Problem, in_order


def blank_record(folders: Folders, name: str, out: Path | None) -> Path:
    """Write the record of a drill, named plan/drill, to fill in; return where it is."""
    reading = sound(folders)
    plan, drill = _drill(reading.handbook, name)
    path, target = _place(folders, plan, drill, out)
    text = writing.fresh(reading.handbook, plan, drill, schema.editor_line(path, kinds.RECORD))
    new_files({target: text.encode()})
    return target


def blank_form(folders: Folders, name: str, out: Path | None) -> Path:
    """Write the evaluation form of a drill as a workbook to fill in; return where it is."""
    book = project(sound(folders).handbook, Audience.TRAINER)
    plan, drill = _drill(book, name)
    of = (plan.plan.id, drill.id)
    paper = next(
        paper
        for paper in evaluation.papers(Desk(book, Audience.TRAINER))
        if (paper.plan, paper.drill) == of
    )
    target = _free(out, build.ROOT / "build" / "record" / plan.plan.id, drill.id, "xlsx")
    new_files({target: office.made(paper, "xlsx")})
    return target


def taken_back(
    folders: Folders, name: str, forms: Sequence[Path], out: Path | None
) -> tuple[Path, tuple[Path, ...]]:
    """Write the record that filled-in forms make, one an evaluator.

    Return where it is, and the records without any rating that it replaces: whoever has read it
    deletes them. Raise Refused with everything that is wrong with the forms; then nothing is written.
    """
    reading = sound(folders)
    book = reading.handbook
    plan, drill = _drill(book, name)
    path, target = _place(folders, plan, drill, out)
    taken, problems = _read(plan, drill, forms)
    if taken is None:
        raise Refused(in_order(problems))
    editor = schema.editor_line(path, kinds.RECORD)
    sheet = writing.filled(book, plan, drill, editor, taken)
    if problems := _checked(folders, path, sheet):
        raise Refused(in_order(problems))
    new_files({target: sheet.text.encode()})
    folder = folders.plans / plan.plan.id / "records"
    return target, tuple(folder / f"{one.id}.yaml" for one in writing.awaited(plan, drill))


def _drill(book: Handbook, name: str) -> tuple[PlanBook, Drill]:
    names = {
        f"{id}/{drill}": (plan, plan.drills[drill])
        for id, plan in book.plans.items()
        for drill in plan.drills
    }
    if name not in names:
        raise Unfit(f"没有“{name}”这场演练；有：{'、'.join(names)}。")
    plan, drill = names[name]
    if not any(evaluation_items(plan, drill)):
        raise Unfit(f"{name} 没有一项可评：脚本、注入、题目都没有连到行动；请先补上。")
    return plan, drill


def _read(
    plan: PlanBook, drill: Drill, forms: Iterable[Path]
) -> tuple[Taken | None, tuple[Problem, ...]]:
    """Return what the forms say together, or everything that is wrong with them."""
    items = {item.key: item for item in evaluation_items(plan, drill)}
    of = form_name(plan, drill)
    stale = writing.awaited(plan, drill)
    seal = writing.seal_of(plan.records_of(drill))
    read, problems = [], list[Problem]()
    for file in forms:
        if not file.is_file():
            raise Unfit(f"找不到文件 {file}。")
        try:
            found, wrong = answers(
                cells.read(str(file), file.read_bytes()), of, items, (seal and seal.form) or ""
            )
            read += [found] if found else []
            problems += wrong
        except cells.Unreadable as unreadable:
            problems.append(unreadable.problem)
    taken, wrong = together(read, bool(problems)) if read else (None, ())
    problems += (*wrong, *_other_day(stale, read))
    return (None if problems else taken), tuple(problems)


def _other_day(stale: Iterable[DrillRecord], read: Iterable[Answers]) -> Iterator[Problem]:
    """Yield the days that are not the one a drill was opened for."""
    for record in stale:
        for one in read:
            if one.day and isinstance(record.held_on, Day) and one.day.value != record.held_on:
                told = f"记录 {record.id} 写的演练日期是 {record.held_on}，这里是 {one.day.value}；请核对，改成一样。"
                yield one.day.problem(DISAGREE, told)


def _checked(folders: Folders, path: str, sheet: Sheet) -> tuple[Problem, ...]:
    """Check the handbook with the new record in it; what is wrong is told at the form's cell."""
    files, _ = tree.read_folder(folders.plans, "plans")
    reading = read_handbook(files | {path: sheet.text.encode()})
    found = []
    for problem in (*reading.problems, *checks.problems(reading)):
        if problem.where.path == path:
            origin = sheet.origins.get(problem.where.line)
            told = problem.message.rstrip("。")
            found.append(origin.problem(TEXT, f"{told}（{problem.code}）。") if origin else problem)
    return tuple(found)


def _place(folders: Folders, plan: PlanBook, drill: Drill, out: Path | None) -> tuple[str, Path]:
    """Return the path of a record as the handbook will know it, and the file."""
    folder = folders.plans / plan.plan.id / "records"
    own = _free(None, folder, drill.id, "yaml")
    return f"plans/{plan.plan.id}/records/{own.name}", _free(out, folder, drill.id, "yaml")


def _free(out: Path | None, folder: Path, drill: str, suffix: str) -> Path:
    """Return the file that was asked for, or the next one in a folder that is not there yet."""
    if out is not None and not out.is_dir():
        if out.suffix != f".{suffix}":
            raise Unfit(
                f"写出来的是 .{suffix} 文件，--out 也请这样结尾：{out.with_suffix(f'.{suffix}')}。"
            )
        return out
    numbered = ((out or folder) / f"{drill}-{number}.{suffix}" for number in count(1))
    return next(path for path in numbered if not path.exists() and not path.is_symlink())
