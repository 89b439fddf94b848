"""Every old word of the national table is caught in a sentence, and every exception is let pass."""

from __future__ import annotations

import pytest

from generator.checks import outdated_name
from generator.handbook.reading import read_handbook
from generator.handbook.renames import NOTHING_OLD, RENAMES, Rename

PATH, FIELD = "plans/difang/actions.yaml", "when: 决口征兆明显"
EXCEPTIONS = [(rename, title) for rename in RENAMES for title in rename.exceptions]


def _told(small_files: dict[str, bytes], sentence: str) -> list[str]:
    text = small_files[PATH].decode()
    assert FIELD in text
    changed = text.replace(FIELD, f"when: {sentence}").encode()
    reading = read_handbook(small_files | {PATH: changed})
    assert reading.problems == ()
    return [told for _, _, told in outdated_name.check(reading.handbook)]


@pytest.mark.parametrize("rename", RENAMES, ids=lambda rename: rename.old)
def test_an_old_word_is_told_once_with_the_new_one(small_files: dict[str, bytes], rename: Rename):
    told = _told(small_files, f"接到{rename.old}的通知")
    assert told == [f"“{rename.old}”是旧说法，请改成“{rename.new}”。"]


@pytest.mark.parametrize("rename", RENAMES, ids=lambda rename: rename.old)
def test_the_new_word_is_let_pass(small_files: dict[str, bytes], rename: Rename):
    assert _told(small_files, f"接到{rename.new}的通知") == []


@pytest.mark.parametrize(("rename", "title"), EXCEPTIONS, ids=lambda value: str(value)[:20])
def test_an_exception_is_let_pass(small_files: dict[str, bytes], rename: Rename, title: str):
    assert rename.old in title
    assert _told(small_files, f"按《{title}》办") == []


@pytest.mark.parametrize(("rename", "title"), EXCEPTIONS, ids=lambda value: str(value)[:20])
def test_an_exception_excuses_nothing_beside_it(
    small_files: dict[str, bytes], rename: Rename, title: str
):
    told = _told(small_files, f"按《{title}》报{rename.old}")
    assert told == [f"“{rename.old}”是旧说法，请改成“{rename.new}”。"]


@pytest.mark.parametrize(
    "sentence", ["突发公共卫生事件", "世界环境日", "消防救援支队", "消防救援大队"]
)
def test_words_that_only_look_old_are_let_pass(small_files: dict[str, bytes], sentence: str):
    assert _told(small_files, sentence) == []


def test_the_register_knows_better(small_files: dict[str, bytes]):
    """A unit's own former name leads to its local name, and is told once."""
    path = "plans/shared/registers.yaml"
    text = small_files[path].decode().replace("name: 老甲局管理处", "name: 安监局")
    told = _told(small_files | {path: text.encode()}, "接到安监局的通知")
    assert told == ["“安监局”是旧说法，请改成“甲局”。"]


def test_each_old_word_stands_in_the_table_once():
    assert len({rename.old for rename in RENAMES}) == len(RENAMES)


def test_every_row_of_the_list_is_in_the_table():
    rows = {rename.row for rename in RENAMES}
    assert rows | set(NOTHING_OLD) == set(range(1, 13)) and not rows & set(NOTHING_OLD)
