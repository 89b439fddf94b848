"""What is refused while reading, each at its place, and what stays as written."""

from __future__ import annotations

import pytest

from generator.yamltext import Group, Items, Text, read

REFUSED = {
    "duplicate key": ("a: 1\nb: 2\na: 3\n", "3:1", "Y111"),
    "anchor": ("a: &x 1\n", "1:4", "Y112"),
    "alias": ("a: *x\n", "1:4", "Y112"),
    "merge key": ("<<: 1\n", "1:1", "Y112"),
    "tag": ("a: !!str 1\n", "1:4", "Y112"),
    "two documents": ("a: 1\n---\nb: 2\n", "2:1", "Y113"),
    "flow mapping": ("a: {b: 1}\n", "1:4", "Y114"),
    "sentence in a flow list": ("a: [请注意，立即撤离]\n", "1:5", "Y114"),
    "tab": ("a:\n\tb: 1\n", "2:1", "Y103"),
    "ideographic space": ("a:\n　b: 1\n", "2:1", "Y103"),
    "no-break space": ("a:\u00a01\n", "1:3", "Y103"),
    "full-width colon after a key": ("who： x\n", "1:4", "Y104"),
    "full-width colon after a phase": ("actions:\n  先期处置：\n    a: 1\n", "2:7", "Y104"),
    "comment that eats text": ("place: 1 #坝段\n", "1:10", "Y105"),
    "two colons": ("say: 注意: 请撤离\n", "1:8", "Y110"),
    "open quote": ('a: "没有合上\n', "2:1", "Y110"),
    "bad indent": ("a:\n    b: 1\n  c: 2\n", "3:3", "Y110"),
    "empty": ("", "1:1", "Y110"),
    "only a comment": ("# 空的\n", "1:1", "Y110"),
    "control character": ("a: 暴\u0008雪\n", "1:5", "Y102"),
    "byte order mark inside": ("a: 1\n\ufeffb: 2\n", "2:1", "Y102"),
    "zero width space": ("a: 暴\u200b雪\n", "1:5", "Y102"),
    "deep nesting": ("[" * 3000, "1:13", "Y115"),
    "long value": ("a: " + "长" * 2001 + "\n", "1:4", "Y116"),
    "list as key": ("? [a, b]\n: 1\n", "1:3", "Y117"),
    "nul": ("a: \0\n", "1:4", "Y102"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str):
    text, place, code = REFUSED[name]
    _, problems = read("plans/x/plan.yaml", text.encode())
    shown = [str(problem) for problem in problems]
    assert len(shown) == 1, shown
    assert shown[0].startswith(f"plans/x/plan.yaml:{place}: {code} ")
    assert "。" in shown[0] and not shown[0].isascii()


@pytest.mark.parametrize(
    ("encoding", "name"), [("gbk", "GBK"), ("gb18030", "GBK"), ("utf-16", "UTF-16")]
)
def test_other_encodings_are_named(encoding: str, name: str):
    node, problems = read("f.yaml", "标题: 暴雪".encode(encoding))
    assert node is None
    assert [problem.code for problem in problems] == ["Y101"]
    assert name in problems[0].message and "UTF-8" in problems[0].message


def test_rare_characters_are_told_apart():
    _, problems = read("f.yaml", "标题: 𠮷".encode("gb18030"))
    assert "GB18030" in problems[0].message


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


def test_all_problems_of_a_file_in_one_run():
    _, problems = read("f.yaml", "a： 1\nb: 1 #二\n　c: 3\n".encode())
    assert [str(problem)[:12] for problem in problems] == [
        "f.yaml:1:2: ",
        "f.yaml:2:6: ",
        "f.yaml:3:1: ",
    ]


@pytest.mark.parametrize("place", range(0, 1200, 64))
def test_truncated_files_never_crash(small_files: dict[str, bytes], place: int):
    for path, raw in small_files.items():
        if path.endswith(".yaml"):
            node, problems = read(path, raw[:place])
            assert node is not None or problems
