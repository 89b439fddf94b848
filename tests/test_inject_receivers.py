"""Who may receive an inject, where it takes two changed files to see: classes of units."""

from __future__ import annotations

import pytest

from generator.checks import inject_receiver_cannot
from generator.handbook.reading import read_handbook

DRILL, REGISTER = "plans/difang/drills/jianyan.yaml", "plans/shared/registers.yaml"


def _told(small_files: dict[str, bytes], unit: str) -> list[str]:
    """What is said when the group leader plays a unit, described by `unit`, of its own."""
    drill = small_files[DRILL].decode().replace("plays: qiangxian", "plays: xia-xiang")
    register = small_files[REGISTER].decode()
    register = register.replace("\nposts:", f"  xia-xiang:\n{unit}    certainty: 待核\n\nposts:")
    changed = {DRILL: drill.encode(), REGISTER: register.encode()}
    reading = read_handbook(small_files | changed)
    assert reading.problems == ()
    return [told for _, _, told in inject_receiver_cannot.check(reading.handbook)]


def test_one_township_may_do_what_all_townships_do(small_files: dict[str, bytes]):
    assert _told(small_files, "    name: 下游乡\n    type: 乡镇\n") == []


@pytest.mark.parametrize(
    "unit",
    [
        "    name: 下游村\n    type: 村\n",
        "    name: 各街道\n    type: 乡镇\n    many: 是\n",
    ],
)
def test_another_kind_or_another_class_may_not(small_files: dict[str, bytes], unit: str):
    told = _told(small_files, unit)
    assert len(told) == 1
    assert "这一步由各乡镇做" in told[0]
