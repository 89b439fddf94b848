"""Figures: counted once more by hand on the small handbook."""

from __future__ import annotations

import json
import re

from generator.handbook.book import Handbook
from generator.stats import lines, stats
from tests.conftest import Project


def test_figures_of_the_small_plan(small: Handbook):
    figures = stats(small)["difang"]
    # 5 own actions, 2 of the module, 3 for each of two response levels.
    assert figures["数量"] == {
        "职责": 3,
        "行动": 13,
        "关键行动": 8,
        "公众提示": 4,
        "不要做的": 1,
        "要备的东西": 2,
        "别信的说法": 1,
        "小测验": 1,
        "演练": 4,
        "演练记录": 2,
    }
    assert figures["时限"] == {
        "法定": 1,
        "上位预案": 0,
        "本地文件": 0,
        "立即": 7,
        "顺序": 3,
        "建议值": 1,
        "空白": 1,
    }
    assert figures["覆盖"]["没有行动也没有理由的格"] == 0
    assert figures["空白由谁确认"]["上级值班室"] == 3
    assert next(iter(figures["空白由谁确认"])) == "甲局"


def test_shares_are_rounded_not_cut(small: Handbook):
    told = {word: str(value) for word, value in stats(small)["difang"]["可信度"].items()}
    pairs = {word: re.findall(r"\d+", value) for word, value in told.items()}
    total = sum(int(count) for count, _ in pairs.values())
    for count, share in pairs.values():
        assert abs(int(count) * 100 / total - int(share)) <= 0.5, told


def test_shown_in_text_and_json(project: Project):
    text = project.run("check", "--stats")
    assert text.returncode == 0
    assert "堤防险情应急预案（difang）" in text.stdout and "时限：法定 1" in text.stdout
    told = json.loads(project.run("check", "--stats", "--format", "json").stdout)
    assert told["problems"] == [] and told["stats"]["difang"]["数量"]["行动"] == 13


def test_every_plan_is_counted(small: Handbook):
    assert sum("（" in line and not line.startswith(" ") for line in lines(small)) == 2
