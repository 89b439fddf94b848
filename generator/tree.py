"""Folders: reading them, writing only what differs, and swapping finished sites in."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator.source import Location, Problem, Rule

LINK = Rule(
    "Y120",
    "文件夹里有符号链接，或文件读不出",
    "符号链接会把别处的文件带进来，可能把不该公开的内容发出去。",
    "plans/weather/plan.yaml 是符号链接",
    "把文件本身放在这里",
)
RULES = (LINK,)


class Busy(Exception):
    """Another build is running."""


def read_folder(folder: Path, name: str) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Return the files below a folder by `name/…` paths, and the problems met.

    Symlinks are refused, hidden files passed over. Where a file or a folder cannot be read,
    a problem stands at its path.
    """
    if folder.is_symlink():
        return {}, (_link(name),)
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in sorted(_below(folder)):
        shown = f"{name}/{path.relative_to(folder).as_posix()}"
        if path.is_symlink():
            problems.append(_link(shown))
            continue
        try:
            if path.is_file():
                files[shown] = path.read_bytes()
            elif path.is_dir():
                # A folder that cannot be opened would pass for an empty one.
                next(path.iterdir(), None)
        except OSError:
            what = "这个文件夹打不开" if path.is_dir() else "这个文件读不出来"
            told = f"{what}，请检查权限，或请管电脑的人看一看。"
            problems.append(Problem(Location(shown, 1, 1), LINK.code, told))
    return files, tuple(problems)


def _below(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not _unseen(name)]
        yield from (Path(parent, name) for name in (*folders, *files) if not _unseen(name))


def _unseen(name: str) -> bool:
    """Files that systems and office programs lay down where their user does not see them."""
    return name.startswith((".", "~$")) or name.lower() in ("thumbs.db", "desktop.ini")


def _link(shown: str) -> Problem:
    return Problem(
        Location(shown, 1, 1), LINK.code, "这里是符号链接，请换成文件本身；链接会带进别处的内容。"
    )


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder hold exactly these files, touching only what differs."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.rglob("*"), reverse=True):
        relative = path.relative_to(folder).as_posix()
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif relative not in files:
            path.unlink()
    for relative, content in files.items():
        target = folder / relative
        if not target.is_file() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def files_in(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder by their relative paths, in order."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@contextmanager
def locked(*folders: Path) -> Iterator[None]:
    """Hold the folders for one build; raise Busy where another one holds any of them."""
    with ExitStack() as stack:
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
            try:
                stack.enter_context(FileLock(folder / ".lock", timeout=0))
            except Timeout:
                raise Busy(str(folder)) from None
        yield


def recover(out: Path, names: Iterable[str]) -> None:
    """Put whole sites back in place after an interruption, and clear what was left half done."""
    for name in names:
        current, new, old, part = _places(out, name)
        if not current.exists():
            if new.exists():
                new.rename(current)
            elif old.exists():
                old.rename(current)
        for left in (new, old, part):
            shutil.rmtree(left, ignore_errors=True)


def stage(out: Path, name: str, files: Mapping[str, bytes]) -> None:
    """Write a whole site beside the old one; only its last rename makes it count."""
    current, new, _, part = _places(out, name)
    shutil.rmtree(part, ignore_errors=True)
    shutil.rmtree(new, ignore_errors=True)
    for relative, content in files.items():
        target, before = part / relative, current / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        # Unchanged files keep their time, so that copying to a stick skips them.
        if before.is_file() and before.read_bytes() == content:
            shutil.copystat(before, target)
    part.rename(new)


def swap(out: Path, name: str) -> None:
    """Put a staged site in the place of the old one."""
    current, new, old, _ = _places(out, name)
    if current.exists():
        current.rename(old)
    new.rename(current)
    shutil.rmtree(old, ignore_errors=True)


def _places(out: Path, name: str) -> tuple[Path, Path, Path, Path]:
    return out / name, out / f".{name}.new", out / f".{name}.old", out / f".{name}.part"
