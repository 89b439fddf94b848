"""New files and folders are whole or not there, and what is there already stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.creating import new_files, new_folders
from generator.refusal import Unfit


def _state(folder: Path) -> list[tuple[str, bytes]]:
    return [
        (path.relative_to(folder).as_posix(), path.read_bytes() if path.is_file() else b"")
        for path in sorted(folder.rglob("*"))
    ]


def test_all_files_or_none(tmp_path: Path):
    (tmp_path / "blocked").write_bytes(b"a file where a folder should be")
    before = _state(tmp_path)
    with pytest.raises(OSError):
        new_files({tmp_path / "new" / "deep" / "a": b"1", tmp_path / "blocked" / "b": b"2"})
    assert _state(tmp_path) == before
    new_files({tmp_path / "new" / "deep" / "a": b"1", tmp_path / "b": b"2"}, tmp_path / "blocked")
    assert [name for name, _ in _state(tmp_path)] == ["b", "new", "new/deep", "new/deep/a"]


def test_all_folders_or_none(tmp_path: Path):
    (tmp_path / "blocked").write_bytes(b"a file where a folder should be")
    before = _state(tmp_path)
    wanted = {tmp_path / "new" / "one": {"a": b"1"}, tmp_path / "blocked" / "two": {"b": b"2"}}
    with pytest.raises(OSError):
        new_folders(wanted)
    assert _state(tmp_path) == before
    (tmp_path / "blocked").unlink()
    new_folders(wanted)
    assert (tmp_path / "new" / "one" / "a").read_bytes() == b"1"
    assert (tmp_path / "new" / "one").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("there", ["file", "folder", "link"])
def test_what_is_there_stays(tmp_path: Path, there: str):
    path = tmp_path / "there"
    if there == "file":
        path.write_bytes(b"old")
    elif there == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "nowhere")
    before = _state(tmp_path)
    for asked in (
        lambda: new_files({tmp_path / "other": b"1", path: b"2"}),
        lambda: new_folders({tmp_path / "other": {"a": b"1"}, path: {"b": b"2"}}),
    ):
        with pytest.raises(Unfit, match="已经有了，不会覆盖"):
            asked()
    assert _state(tmp_path) == before
