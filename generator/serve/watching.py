"""Which files a preview depends on, and when they were last saved."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.build import ROOT
from generator.gathering import Folders

# Time, size and number: editors that write a new file and rename it may keep the first two.
Stamps = dict[str, tuple[int, int, int]]
_THEME = (str(ROOT / "site_overrides"), str(ROOT / "mkdocs.yml"))
_PROGRAM = str(ROOT / "generator")


def stamps(folders: Folders) -> Stamps:
    """Return time, size and number of every file the preview is made from."""
    sources = (folders.plans, folders.content, folders.private)
    places = (*(str(place) for place in sources if place is not None), *_THEME)
    found = {path: stamp for place in places for path, stamp in _below(place)}
    program = (entry for entry in _below(_PROGRAM) if entry[0].endswith((".py", ".html")))
    return {**found, **dict(program)}


def of_frames(seen: Stamps) -> Stamps:
    """Return those of the files seen that the frame of every page depends on."""
    return {
        path: stamp
        for path, stamp in seen.items()
        if path.startswith(_THEME) and path.endswith((".html", ".yml"))
    }


def settled(look: Callable[[], Stamps], now: Stamps, pause: float) -> Stamps:
    """Wait until nothing has been saved for a moment: an editor may write in several steps."""
    while True:
        time.sleep(pause)
        later = look()
        if later == now:
            return now
        now = later


def _below(place: str) -> Iterator[tuple[str, tuple[int, int, int]]]:
    try:
        entries = list(os.scandir(place))
    except NotADirectoryError:
        yield place, _stamp(Path(place).lstat())
        return
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith((".", "__pycache__")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        else:
            # A file may go while it is looked at.
            try:
                yield entry.path, _stamp(entry.stat(follow_symlinks=False))
            except OSError:
                continue


def _stamp(state: os.stat_result) -> tuple[int, int, int]:
    return state.st_mtime_ns, state.st_size, state.st_ino
