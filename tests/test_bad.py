"""Bad files, each with the whole of what is said about it.

`<name>.yaml` is read as a register file; `<name>.txt` is what the clerk sees, and so a
message is reviewed as prose. `pytest --rewrite` writes what was found.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from generator import checks
from generator.handbook.reading import read_handbook
from generator.source import in_order
from generator.yamltext import read
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "bad"
FILES = sorted(FOLDER.glob("*.yaml"))


def _messages(path: str, raw: bytes) -> str:
    reading = read_handbook({path: raw})
    problems = in_order((*reading.problems, *checks.problems(reading)))
    return "".join(f"{problem}\n" for problem in problems)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_bad_file(file: Path, request: pytest.FixtureRequest):
    found = _messages(f"plans/shared/{file.name}", file.read_bytes())
    expected = file.with_suffix(".txt")
    if request.config.getoption("--rewrite"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
    for line in found.splitlines():
        place, _, sentence = line.partition(": ")
        assert place.startswith(f"plans/shared/{file.name}:") and place.count(":") == 2
        assert sentence.endswith(("。", "？")), line
    assert found


def test_a_value_of_two_megabytes():
    found = _messages("plans/shared/x.yaml", ("posts:\n  zhiban: " + "长" * 700_000).encode())
    assert found == (
        "plans/shared/x.yaml:2:1: Y116 文件超过 1 MB，最长的是第 2 行；"
        "请看是不是误粘贴了整篇，或拆成几个文件。\n"
    )


PLANS = sorted((ROOT / "plans").rglob("*.yaml"))


@pytest.mark.parametrize("file", PLANS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_truncated_plans_are_told(file: Path):
    """At a hundred places of every file."""
    _truncated(file, range(64, file.stat().st_size, 64)[:: file.stat().st_size // 6400 + 1])


@pytest.mark.slow
@pytest.mark.parametrize("file", PLANS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_plans_truncated_anywhere_are_told(file: Path):
    """At every 64th byte."""
    _truncated(file, range(64, file.stat().st_size, 64))


def _truncated(file: Path, places: Iterable[int]) -> None:
    """A file cut short is told once, in the line where it ends, whatever it is."""
    raw, path = file.read_bytes(), file.relative_to(ROOT).as_posix()
    for place in places:
        cut = raw[:place]
        last = cut.count(b"\n") + 1
        if not cut.endswith(b"\n"):
            told = [(problem.where.line, problem.code) for problem in read(path, cut)[1]]
            assert told == [(last, "Y107")]
            continue
        problems = read_handbook({path: cut}).problems
        assert all(problem.where.line <= last for problem in problems if problem.where.path == path)


@pytest.mark.parametrize("lines", range(1, 60, 7))
def test_plans_cut_between_lines_never_crash(small_files: dict[str, bytes], lines: int):
    """A cut after a whole line may be a whole file; what is lacking then is told elsewhere."""
    path = "plans/difang/actions.yaml"
    whole = small_files[path].splitlines(keepends=True)
    reading = read_handbook(small_files | {path: b"".join(whole[:lines])})
    problems = (*reading.problems, *checks.problems(reading))
    assert problems or lines > len(whole)
    for problem in problems:
        assert problem.where.path == path or problem.code in ("P201", "P302", "P310", "P320")


SLIPS = {
    "not readable": lambda raw: b"title\xef\xbc\x9a x\n",
    "cut": lambda raw: raw[: len(raw) // 2].rstrip(),
    "gbk": lambda raw: raw.decode().encode("gbk", "replace"),
    "empty": lambda raw: b"",
    "list": lambda raw: b"- a\n- b\n",
    "two colons": lambda raw: raw + b"x: y: z\n",
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_broken_file_is_told_once(small_files: dict[str, bytes], slip: str):
    """Whichever file it is: nothing follows from it in the other files."""
    for path in [path for path in small_files if path.startswith("plans/")]:
        reading = read_handbook(small_files | {path: SLIPS[slip](small_files[path])})
        told = [problem.where.path for problem in (*reading.problems, *checks.problems(reading))]
        assert told == [path]


def test_one_broken_file_hides_no_other(small_files: dict[str, bytes]):
    broken = dict(small_files)
    for path in (
        "plans/difang/actions.yaml",
        "plans/difang/guide.yaml",
        "plans/topics/luoshui.yaml",
    ):
        broken[path] = b"title\xef\xbc\x9a x\n"
    reading = read_handbook(broken)
    problems = in_order((*reading.problems, *checks.problems(reading)))
    assert [problem.code for problem in problems] == ["Y104"] * 3
