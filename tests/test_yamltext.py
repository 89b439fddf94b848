"""What stays as written, and what is accepted; bad files have their own test."""

from __future__ import annotations

import pytest

from generator.yamltext import Group, Items, Text, read


@pytest.mark.parametrize(
    "value",
    ["12:30", "1.10", "0123", "no", "2018-06-11", "3.10", "on", "~", "null", "0x1F", "1_000"],
)
def test_scalars_stay_as_written(value: str):
    node, problems = read("f.yaml", f"a: {value}\n".encode())
    assert problems == ()
    assert isinstance(node, Group)
    assert node.entries[0][1] == Text(value, node.entries[0][1].where)


def test_accepted():
    text = '\ufeff# 注释\r\na: 说：“注意：撤离”  # 说明\r\nb:\r\n  - x\r\nc: [jia-ju, yi-ju.zhiban]\r\nd: "1 #坝段"\r\ne: |\r\n  注意：\r\n  #不是注释\r\n'
    node, problems = read("f.yaml", text.encode())
    assert problems == ()
    assert isinstance(node, Group)
    values = {key.value: entry for key, entry in node.entries}
    assert isinstance(values["a"], Text) and values["a"].value == "说：“注意：撤离”"
    assert isinstance(values["c"], Items) and len(values["c"].members) == 2
    assert isinstance(values["d"], Text) and values["d"].value == "1 #坝段"
    assert isinstance(values["e"], Text) and values["e"].value == "注意：\n#不是注释\n"


@pytest.mark.parametrize("quoted", ["'{a} '' #b'", "'it''s #1'", '"a \\" #b"', "[a, 'b #c']"])
def test_a_sign_of_comment_inside_quotes_eats_nothing(quoted: str):
    assert read("f.yaml", f"a: {quoted}\n".encode())[1] == ()
    told = [problem.code for problem in read("f.yaml", f"a: {quoted} #c\n".encode())[1]]
    assert told == ["Y105"]


def test_all_problems_of_a_file_in_one_run():
    _, problems = read("f.yaml", "a： 1\nb: 1 #二\n　c: 3\n".encode())
    assert [str(problem)[:12] for problem in problems] == [
        "f.yaml:1:2: ",
        "f.yaml:2:6: ",
        "f.yaml:3:1: ",
    ]
