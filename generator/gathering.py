"""Reading and checking everything: where the handbook lies, what it says, what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from generator import checks, seals, tree
from generator.checks import dangling_reference
from generator.handbook.reading import Reading, read_handbook
from generator.refusal import Refused
from generator.seals.tracking import tracked
from generator.source import Location, Problem, in_order


@dataclass(frozen=True)
class Folders:
    """Where things are read from and written to; `fonts` holds faces of the office's own."""

    plans: Path
    content: Path
    private: Path | None
    out: Path
    work: Path
    fonts: Path | None = None


def sources(folders: Folders) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Return all files the handbook is read from, and the problems met."""
    files, problems = tree.read_folder(folders.plans, "plans")
    documents, more = tree.read_folder(folders.content, "content")
    files, problems = files | documents, problems + more
    if folders.private is not None:
        private, more = tree.read_folder(folders.private, "private")
        # Packages and nonces of seals are no part of the handbook.
        own = {p: raw for p, raw in private.items() if not p.startswith(f"private/{seals.FOLDER}/")}
        files, problems = files | own, problems + more + tracked(folders.private, "private")
    return files, problems


def gather(folders: Folders) -> tuple[Reading, tuple[Problem, ...]]:
    """Read everything and return it with every problem found."""
    files, problems = sources(folders)
    reading = read_handbook(files, [problem.where.path for problem in problems])
    problems += reading.problems + tuple(checks.problems(reading))
    if reading.handbook.registers.edition is None and ("", "unit") not in reading.unread:
        where = Location("plans/shared/edition.yaml", 1, 1)
        problems += (Problem(where, "P103", "缺少 edition（版次），请在登记册里写上名称和日期。"),)
    return reading, in_order(_fixed(problem, reading, folders.private) for problem in problems)


def _fixed(problem: Problem, reading: Reading, private: Path | None) -> Problem:
    """Tell of an id lost to a drill that is under seal, or was, that its file is not to be changed."""
    if problem.code != dangling_reference.RULE.code:
        return problem
    steps = problem.where.path.removesuffix(".yaml").split("/")
    if private and steps[:2] == ["private", "sealed"]:
        fixed = (private / seals.FOLDER / steps[-1]).is_dir()
    else:
        plan = reading.handbook.plans.get(steps[1]) if len(steps) == 4 else None
        records = plan.records.values() if plan and steps[2] == "drills" else ()
        fixed = any(one.seal and one.drill.id == steps[3] for one in records)
    told = "这场演练封存过，它的文件改了就核对不上；请在预案、登记册里恢复原样，启封过的也可以把编号写进 retired。"
    return replace(problem, message=f"{problem.message}{told}") if fixed else problem


def sound(folders: Folders) -> Reading:
    """Read everything; raise Refused where there is any problem."""
    reading, problems = gather(folders)
    if problems:
        raise Refused(problems)
    return reading
