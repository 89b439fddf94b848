"""A block pasted off its column is one slip: told once, where it begins, with how to move it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import takewhile

import pytest

from generator.handbook.reading import Reading, read_handbook
from generator.source import Problem
from generator.yamltext import Shift, applied
from tests.conftest import ROOT, SMALL, files_below

SMALL_FILES = files_below(SMALL, "plans")
REAL_FILES = files_below(ROOT, "plans")
STEPS = (2, -2, 1, -1)


def _columns(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _pasted(text: str, start: int) -> Iterator[Shift]:
    """The ways a block may be pasted: all of it off, only its head, or all but its head."""
    lines = text.split("\n")
    own, end = _columns(lines[start]), start + 1
    while end < len(lines) and (not lines[end].strip() or _columns(lines[end]) > own):
        end += 1
    for first, last in ((start, end), (start, start + 1), (start + 1, end)):
        moved = [line for line in lines[first:last] if line.strip()]
        for by in STEPS:
            if moved and all(_columns(line) + by >= 0 for line in moved):
                yield Shift(first + 1, last, by)


def _slips(files: dict[str, bytes]) -> list[tuple[str, Shift]]:
    found = []
    for path, raw in sorted(files.items()):
        text = raw.decode()
        for start, line in enumerate(text.split("\n")):
            if line.strip() and not line.lstrip().startswith("#"):
                found += [(path, shift) for shift in _pasted(text, start)]
    return found


def _read(files: dict[str, bytes], path: str, shift: Shift) -> tuple[Reading, list[Problem]]:
    moved = applied(files[path].decode(), [shift]).encode()
    reading = read_handbook({path: moved})
    return reading, [found for found in reading.problems if found.where.path == path]


def _tell(files: dict[str, bytes], chosen: list[tuple[str, Shift]]) -> tuple[int, int, list[str]]:
    """How many slips are told once and where they begin, how many told, what else is said."""
    exact, told, rest = 0, 0, []
    for path, shift in chosen:
        reading, problems = _read(files, path, shift)
        before = read_handbook({path: files[path]})
        if not problems:
            # Columns that differ and mean the same are no slip.
            assert reading.handbook == before.handbook, (path, shift)
            continue
        told += 1
        first = next(n for n in range(shift.first, shift.last + 1))
        if len(problems) == 1 and (problems[0].where.line, problems[0].code) == (first, "Y106"):
            exact += 1
        elif len(problems) > 1:
            rest.append(f"{path} {shift}: {[str(problem) for problem in problems]}")
    return exact, told, rest


def test_blocks_off_their_column_are_told_once():
    slips = _slips(SMALL_FILES)
    exact, told, rest = _tell(SMALL_FILES, random.Random(7).sample(slips, 150))
    assert told > 100 and exact / told > 0.97 and len(rest) / told < 0.02, rest


@pytest.mark.slow
def test_blocks_off_their_column_in_the_real_plans():
    slips = _slips(REAL_FILES)
    exact, told, rest = _tell(REAL_FILES, random.Random(11).sample(slips, 400))
    assert told > 300 and exact / told > 0.97 and len(rest) / told < 0.02, rest


def test_a_block_off_its_column_hides_no_other_fault(small_files: dict[str, bytes]):
    """Faults before, in and after the block are told in the same run, where they stand."""
    path = "plans/difang/actions.yaml"
    text = small_files[path].decode()
    slipped = text.replace("every: 1小时", "every: 常常").replace("levels: 二级", "levels: 五级")
    slipped = slipped.replace("within: 建议30分钟", "within: 尽快")
    lines = slipped.split("\n")
    first = lines.index("    fengdu:") + 1
    pasted = applied(slipped, [Shift(first, first + 9, 2)])
    reading = read_handbook(small_files | {path: pasted.encode()})
    told = [
        (problem.where.line, problem.where.column, problem.code) for problem in reading.problems
    ]
    assert told == [(8, 14, "P101"), (31, 7, "Y106"), (38, 17, "P101"), (46, 15, "P101")]


def test_a_mended_file_is_read_on(small_files: dict[str, bytes]):
    """What hangs from the file is checked as if the block stood right."""
    path = "plans/difang/duties.yaml"
    lines = small_files[path].decode().split("\n")
    first = lines.index("  zhuanyi:") + 1
    pasted = applied("\n".join(lines), [Shift(first, len(lines), 2)])
    reading = read_handbook(small_files | {path: pasted.encode()})
    assert [problem.code for problem in reading.problems] == ["Y106"]
    assert reading.unread == frozenset()
    duty = reading.handbook.plans["difang"].duties["zhuanyi"]
    assert (duty.where.line, duty.where.column) == (first, 5)


def test_many_faults_are_told_in_time(small_files: dict[str, bytes]):
    """Where no few shifts mend a file, it is told as it stands."""
    path = "plans/difang/plan.yaml"
    lines = small_files[path].decode().split("\n")
    ragged = [" " * (number % 5) + line for number, line in enumerate(lines)]
    reading = read_handbook({path: "\n".join(ragged).encode()})
    assert reading.problems


def _entries(text: str) -> list[tuple[int, int]]:
    """First and last line of the entries of a plan's file, counted from 1, lists inside or not."""
    lines = text.split("\n")
    found = []
    for first, line in enumerate(lines, start=1):
        if re.fullmatch(r" {2,4}[a-z0-9-]+:", line):
            inside = takewhile(re.compile(rf" {{{_columns(line) + 1}}}").match, lines[first:])
            found.append((first, first + len(list(inside))))
    return [(first, last) for first, last in found if 4 <= last - first <= 20]


def _flat(lines: list[str], column: int) -> list[str]:
    return [" " * column + line.lstrip() for line in lines]


PARTS = {
    "all at the margin": lambda block: _flat(block, 0),
    "all but the first at the margin": lambda block: [block[0], *_flat(block[1:], 0)],
    "all in the column of the first": lambda block: _flat(block, _columns(block[0])),
    "the second half to the left": lambda block: [
        *block[: len(block) // 2],
        *(line[2:] for line in block[len(block) // 2 :]),
    ],
}


@pytest.mark.parametrize(("way", "most"), [*zip(PARTS, (2, 1, 1, 1), strict=True)])
def test_entries_pasted_in_one_column(way: str, most: int):
    """Told where they stand, with no advice about lines beside them; mended as it is told."""
    chosen = random.Random(3)
    paths = [path for path in sorted(REAL_FILES) if path.endswith(("actions.yaml", "guide.yaml"))]
    told = []
    for _ in range(8):
        path = chosen.choice(paths)
        text = REAL_FILES[path].decode()
        first, last = chosen.choice(_entries(text))
        lines = text.split("\n")
        lines[first - 1 : last] = PARTS[way](lines[first - 1 : last])
        reading = read_handbook({path: "\n".join(lines).encode()})
        problems = [problem for problem in reading.problems if problem.where.path == path]
        assert all(first <= problem.where.line <= last for problem in problems), (path, first, way)
        told.append(len(problems) <= most and all(p.code == "Y106" for p in problems))
    assert told.count(True) >= len(told) - 1, way


def test_a_flat_entry_is_told_whole(small_files: dict[str, bytes]):
    """Each sentence is true by itself, in whatever order they are followed."""
    path = "plans/difang/duties.yaml"
    text = small_files[path].decode()
    lines = text.split("\n")
    first, last = _entries(text)[1]
    lines[first - 1 : last] = _flat(lines[first - 1 : last], 0)
    reading = read_handbook(small_files | {path: "\n".join(lines).encode()})
    assert [str(problem) for problem in reading.problems] == [
        f"{path}:{first}:1: Y106 这一行少缩进了 2 格；请在行首加 2 个空格，或选中后按 Tab。",
        f"{path}:{first + 1}:1: Y106 从这一行到第 {last} 行都少缩进了 4 格；请在行首各加 4 个空格。",
    ]
