"""Reading and checking everything: where the handbook lies, what it says, what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator import checks, seals, tree
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
    return reading, in_order(problems)


def sound(folders: Folders) -> Reading:
    """Read everything; raise Refused where there is any problem."""
    reading, problems = gather(folders)
    if problems:
        raise Refused(problems)
    return reading
