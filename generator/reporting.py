"""What a command tells of problems, and the codes it ends with."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator import stats
from generator.handbook.book import Handbook
from generator.source import Problem

FINE, PROBLEMS, USAGE, OUR_BUG, BUSY, INTERRUPTED = 0, 1, 2, 3, 4, 130


def report(
    problems: Iterable[Problem], style: str = "text", counted: Handbook | None = None
) -> int:
    """Print problems and perhaps figures, as text, github or json; return the exit code."""
    found = tuple(problems)
    {"json": _json, "github": _github}.get(style, _text)(found, counted)
    return PROBLEMS if found else FINE


def _json(problems: tuple[Problem, ...], counted: Handbook | None) -> None:
    rows = [
        {
            "path": problem.where.path,
            "line": problem.where.line,
            "column": problem.where.column,
            "code": problem.code,
            "message": problem.message,
        }
        for problem in problems
    ]
    told: object = rows
    if counted is not None:
        told = {"problems": rows, "stats": stats.stats(counted)}
    print(json.dumps(told, ensure_ascii=False, indent=1))


def _github(problems: tuple[Problem, ...], counted: Handbook | None) -> None:
    for problem in problems:
        where = problem.where
        place = f"file={where.path},line={where.line},col={where.column}"
        print(f"::error {place},title={problem.code}::{problem.message}")


def _text(problems: tuple[Problem, ...], counted: Handbook | None) -> None:
    print(*problems, sep="\n", end="\n" if problems else "")
    if problems:
        told = f"共 {len(problems)} 个问题。用 handbook explain 代码 看解释，"
        print(f"{told}例如 handbook explain {problems[0].code}。")
    else:
        print("没有发现问题。")
    if counted is not None:
        print(*stats.lines(counted), sep="\n")
