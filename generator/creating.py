"""New folders and files, all or none of them; what is there already is never overwritten."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from generator.refusal import Unfit


def new_folders(folders: Mapping[Path, Mapping[str, bytes]]) -> None:
    """Write folders with their files; each gets its name when all are whole.

    Nobody but their owner may look into them.
    """
    for folder in folders:
        refuse_existing(folder)
    with ExitStack() as undo:
        for folder, files in folders.items():
            part = _part(folder)
            shutil.rmtree(part, ignore_errors=True)
            _parents(part, undo)
            undo.callback(shutil.rmtree, part, ignore_errors=True)
            part.mkdir(mode=0o700)
            for name, content in files.items():
                (part / name).parent.mkdir(parents=True, exist_ok=True)
                _write(part / name, content)
        for folder in folders:
            _part(folder).rename(folder)
            undo.callback(shutil.rmtree, folder, ignore_errors=True)
        undo.pop_all()


def new_files(files: Mapping[Path, bytes], gone: Path | None = None) -> None:
    """Write files, then remove the one they come from; where anything fails nothing has changed."""
    for path in files:
        refuse_existing(path)
    with ExitStack() as undo:
        for path, content in files.items():
            _parents(path, undo)
            with path.open("xb"):
                undo.callback(path.unlink, missing_ok=True)
            part = _part(path)
            undo.callback(part.unlink, missing_ok=True)
            _write(part, content)
            part.replace(path)
        if gone:
            gone.unlink()
        undo.pop_all()


def refuse_existing(path: Path) -> None:
    """Raise Unfit where something is there already."""
    if path.exists() or path.is_symlink():
        raise Unfit(f"{path} 已经有了，不会覆盖；请换一个编号或名字，或先把旧的移走收好。")


def _parents(path: Path, undo: ExitStack) -> None:
    """Make the folders a path stands in; those that were not there go again if anything fails."""
    for folder in reversed(path.parents):
        if not folder.is_dir():
            folder.mkdir()
            undo.callback(_unmade, folder)


def _unmade(folder: Path) -> None:
    # What somebody else has put there meanwhile stays.
    with suppress(OSError):
        folder.rmdir()


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())
