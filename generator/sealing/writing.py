"""New folders and files, all or none of them, and nothing that is there already."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from generator.sealing.kept import fault
from generator.seals import faults


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
            undo.callback(shutil.rmtree, part, ignore_errors=True)
            part.mkdir(parents=True, mode=0o700)
            for name, content in files.items():
                (part / name).parent.mkdir(parents=True, exist_ok=True)
                _write(part / name, content)
        for folder in folders:
            _part(folder).rename(folder)
            undo.callback(shutil.rmtree, folder, ignore_errors=True)
        undo.pop_all()


def new_files(files: Mapping[Path, bytes], gone: Path) -> None:
    """Write files, then remove the one they come from; where anything fails nothing has changed."""
    for path in files:
        refuse_existing(path)
    with ExitStack() as undo:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb"):
                undo.callback(path.unlink, missing_ok=True)
            part = _part(path)
            undo.callback(part.unlink, missing_ok=True)
            _write(part, content)
            part.replace(path)
        gone.unlink()
        undo.pop_all()


def refuse_existing(path: Path) -> None:
    """Raise Refused where something is there already."""
    if path.exists() or path.is_symlink():
        raise fault(
            faults.THERE, path, "这里已经有了，不会覆盖；请换一个编号，或先把旧的移走收好。"
        )


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())
