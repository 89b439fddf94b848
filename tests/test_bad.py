"""Bad files, each with the whole of what is said about it.

`<name>.yaml` is read as a register file; `<name>.txt` is what the clerk sees, and so a
message is reviewed as prose. `pytest --rewrite` writes what was found.
"""

from __future__ import annotations

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
    found = _messages("plans/shared/x.yaml", ("posts: " + "长" * 700_000).encode())
    assert found == "plans/shared/x.yaml:1:1: Y116 文件超过 1 MB，请拆成几个文件。\n"


@pytest.mark.parametrize("place", range(0, 6400, 64))
def test_truncated_files_never_crash(small_files: dict[str, bytes], place: int):
    for path, raw in small_files.items():
        if path.endswith(".yaml") and place < len(raw):
            node, problems = read(path, raw[:place])
            assert node is not None or problems


@pytest.mark.parametrize("place", range(64, 3200, 512))
def test_truncated_plans_are_told_at_their_place(small_files: dict[str, bytes], place: int):
    path = "plans/difang/actions.yaml"
    cut = small_files | {path: small_files[path][:place]}
    reading = read_handbook(cut)
    for problem in (*reading.problems, *checks.problems(reading)):
        assert problem.where.path == path or problem.code in ("P201", "P302", "P310", "P320")


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
