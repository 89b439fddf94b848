"""A preview of one edition on this machine, which follows every edit.

    watching   the sources' times and sizes; once they are still, one rebuild
    preview    sources → handbook (a plan not touched is not read again) → edition → pages, those
               open in a browser first → the engine, for frames not seen before → what is shown
    checking   beside it `handbook check` in a process of its own, so that no rule holds up a page
    server     127.0.0.1 only, from memory; an open page asks for its mark and reloads on another
    screen     what the preview adds to a page: problems as the terminal lists them, the asking

Each rebuild is a generator: a newer edit drops it at its next step. All that is written lies in
build/serve/<port>, and a port has one owner, so that neither a build nor another preview can
clash with this one: no lock is needed. The handwritten frame of a page (headings, navigation,
theme) is made by the engine with a hole for each section, and kept; filling holes costs nothing.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from functools import partial
from typing import NoReturn

from generator import build
from generator.engine import Workshop
from generator.gathering import Folders
from generator.model.scale import Audience
from generator.serve.preview import Preview
from generator.serve.server import PortTaken, Server
from generator.serve.watching import settled, stamps

_PAUSE = 0.1


def run(folders: Folders, edition: Audience, port: int, say: Callable[[str], None]) -> NoReturn:
    """Serve the preview until interrupted; raise PortTaken where the port is not to be had."""
    with Server(port) as server:
        work = folders.work / "serve" / str(server.server_port)
        try:
            with Workshop(build.ROOT, work, edition) as workshop:
                preview = Preview(folders, edition, workshop, say)
                with server.serving(preview):
                    say(f"{edition.title}预览：{server.address} ，按 Ctrl-C 结束。")
                    _follow(preview, folders, say)
        finally:
            shutil.rmtree(work, ignore_errors=True)


def _follow(preview: Preview, folders: Folders, say: Callable[[str], None]) -> NoReturn:
    """Rebuild after every edit; between edits go on with what is left of the last rebuild."""
    seen = stamps(folders)
    work = preview.rebuild(seen)
    while True:
        now = stamps(folders)
        if now != seen:
            now = settled(partial(stamps, folders), now, _PAUSE)
            changed = {path for path, _ in seen.items() ^ now.items()}
            seen = now
            if any(path.endswith(".py") for path in changed):
                say("程序（generator 里的 .py 文件）改了，按 Ctrl-C 结束再运行一次才会生效。")
            if not all(path.endswith(".py") for path in changed):
                work.close()
                work = preview.rebuild(seen)
        elif next(work, True):  # Nothing is left to do.
            time.sleep(_PAUSE)


__all__ = ["PortTaken", "run"]
