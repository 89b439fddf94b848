"""Every rule about the data, tried on the small handbook with one change.

A case is a file: the path to change, the old text, the new text, and what is expected,
whole. An empty old text means a new file. An empty expectation means the change is fine.
`pytest --rewrite` writes what was found into the case, to be reviewed as prose.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import audit, checks, explanations
from generator.handbook.reading import read_handbook
from generator.source import in_order
from tests.conftest import ROOT

CASES = sorted((ROOT / "tests" / "cases").rglob("*.case"))
FOLDER = ROOT / "tests" / "cases"


def _read(case: Path) -> tuple[str, str, str, str]:
    head, rest = case.read_text(encoding="utf-8").split("\n<<<\n", 1)
    old, rest = rest.split("\n===\n", 1) if not rest.startswith("===\n") else ("", rest[4:])
    new, expected = rest.split("\n>>>\n", 1) if not rest.startswith(">>>\n") else ("", rest[4:])
    return head, old, new, expected


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_case(case: Path, small_files: dict[str, bytes], request: pytest.FixtureRequest):
    path, old, new, expected = _read(case)
    text = small_files.get(path, b"").decode()
    assert (old in text) if old else not text, "the case no longer fits the small handbook"
    files = small_files | {path: (text.replace(old, new, 1) if old else new + "\n").encode()}
    reading = read_handbook(files)
    problems = in_order((*reading.problems, *checks.problems(reading)))
    found = "".join(f"{problem}\n" for problem in problems)
    if case.name.startswith("good-"):
        assert found == ""
    elif request.config.getoption("--rewrite") and found != expected:
        case.write_text(
            f"{path}\n<<<\n{old}\n===\n{new}\n>>>\n{found}".replace("<<<\n\n===", "<<<\n==="),
            encoding="utf-8",
        )
    assert found == expected


def test_every_rule_has_a_good_and_a_bad_case():
    audits = {rule.code for rule in audit.rules()}
    # Rules of reading and of folders have their own tests.
    wanted = {rule.code for rule in explanations.rules() if rule.code.startswith("P")} - audits
    good, bad = set(), set()
    for case in CASES:
        (bad if _read(case)[3] else good).add(case.parent.name)
    assert wanted <= bad, f"no bad case: {sorted(wanted - bad)}"
    assert wanted <= good, f"no good case: {sorted(wanted - good)}"


def test_bad_cases_show_their_own_code():
    for case in CASES:
        expected = _read(case)[3]
        assert not expected or f": {case.parent.name} " in expected, case


def test_codes_are_unique_and_explained():
    rules = explanations.rules()
    assert len({rule.code for rule in rules}) == len(rules)
    for rule in rules:
        assert all((rule.title, rule.why, rule.wrong, rule.right)), rule.code
