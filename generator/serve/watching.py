"""Which files a preview depends on, and when they were last saved."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from generator.build import ROOT, Folders

# Editors that write a new file and rename it leave time and size, but not the number.
Stamp = tuple[int, int, int]
_THEME = (ROOT / "site_overrides", ROOT / "mkdocs.yml")
_PROGRAM = ROOT / "generator"


def stamps(folders: Folders) -> dict[Path, Stamp]:
    """Return time, size and number of every file the preview is made from."""
    found: dict[Path, Stamp] = {}
    for place in (folders.plans, folders.content, folders.private, *_THEME):
        if place is not None:
            found |= _below(place)
    program = _below(_PROGRAM)
    return found | {path: program[path] for path in program if path.suffix in (".py", ".html")}


def theme_of(seen: Mapping[Path, Stamp]) -> dict[Path, Stamp]:
    """Return those of the files seen that the frame of every page depends on."""
    return {
        path: stamp
        for path, stamp in seen.items()
        if path.suffix in (".html", ".yml") and any(map(path.is_relative_to, _THEME))
    }


def settled(
    look: Callable[[], dict[Path, Stamp]], now: dict[Path, Stamp], pause: float
) -> dict[Path, Stamp]:
    """Wait until nothing has been saved for a moment: an editor may write in several steps."""
    while True:
        time.sleep(pause)
        later = look()
        if later == now:
            return now
        now = later


def _below(place: Path) -> dict[Path, Stamp]:
    found = {}
    for entry in _entries(str(place)):
        # A file may go while it is looked at.
        try:
            state = os.lstat(entry)
        except OSError:
            continue
        found[Path(entry)] = (state.st_mtime_ns, state.st_size, state.st_ino)
    return found


def _entries(place: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(place))
    except NotADirectoryError:
        yield place
        return
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith((".", "__pycache__")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(entry.path)
        else:
            yield entry.path
