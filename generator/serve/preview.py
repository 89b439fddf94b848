"""What a preview shows, and the steps that bring it up to date after an edit."""

from __future__ import annotations

import hashlib
import os
import time
import traceback
from collections.abc import Callable, Generator
from contextlib import closing

from generator import build, engine, pages, search
from generator.edition import project
from generator.gathering import Folders, sources
from generator.handbook.book import Handbook
from generator.model.scale import Audience
from generator.render import environment
from generator.serve import screen
from generator.serve.checking import Check
from generator.serve.frames import Draft, Frames, drafts
from generator.serve.memory import Memory
from generator.serve.watching import Stamps, of_frames
from generator.source import in_order

# A page that has asked within these seconds is open in a browser.
_OPEN = 3.0
_ANSWER = 1.0
_PAUSE = 0.05
# While the browser loads what has just been made, the rest can wait.
_LOADING = 0.5


class Preview:
    """The pages, the problems and the theme as they are now."""

    def __init__(
        self,
        folders: Folders,
        edition: Audience,
        workshop: engine.Workshop,
        say: Callable[[str], None],
    ) -> None:
        self._folders, self._edition, self._say = folders, edition, say
        self._memory, self._frames = Memory(), Frames(workshop)
        # It looks for itself whether a template has changed.
        self._templates = environment("pages")
        self._asked: dict[str, float] = {}
        self._pages: dict[str, bytes] = {}
        self._lines: tuple[str, ...] = ()
        self._unreadable, self._told = False, False
        self._book: Handbook | None = None
        self._found: tuple[Handbook | None, bytes | None] = (None, None)
        self._edits, self._busy = 0, True

    def file(self, path: str) -> bytes | None:
        """Return a page or a file of the theme, or None."""
        if path == search.DATA:
            return self._search()
        if not path.endswith(".html"):
            return self._frames.assets.get(path) or search.empty().get(path)
        # Taken once: the other thread may be changing them.
        page, lines = self._page(path), self._lines
        return screen.shown(page, lines, self._mark(page, lines))

    def state(self, path: str, known: str) -> dict[str, object]:
        """Return the mark of a page, known to be open now; wait a little for another than known."""
        self._asked[path] = time.monotonic()
        while (mark := self._mark(self._page(path), self._lines)) == known:
            if time.monotonic() - self._asked[path] > _ANSWER:
                break
            time.sleep(_PAUSE)
        return {"page": mark, "edits": self._edits, "busy": self._busy}

    def rebuild(self, seen: Stamps) -> Generator[None]:
        """Bring everything up to date, what is open first; may be dropped at any step."""
        self._edits, self._busy = self._edits + 1, True
        faults: tuple[str, ...] = ()
        with closing(Check(self._folders)) as check:
            try:
                yield from self._make(seen)
            except Exception as error:
                faults = (self._fault(error),)
            while (lines := check.lines()) is None:
                yield from _rest(_PAUSE)
        self._tell(lines or faults)
        self._busy = False

    def _make(self, seen: Stamps) -> Generator[None]:
        self._frames.dress()
        files, problems = sources(self._folders)
        reading = self._memory.read(files)
        note = reading.handbook.registers.edition
        problems = in_order((*problems, *reading.problems))
        if problems or note is None:
            self._lines = tuple(map(str, problems)) or self._lines
            self._unreadable = True
            return
        if self._unreadable:
            # What kept it from being read is mended; what the rules say of it is not known yet.
            self._lines, self._unreadable = (), False
        book, theme = project(reading.handbook, self._edition), (of_frames(seen), note)
        self._book = book
        wanted = self._wanted()
        made: dict[str, Draft] = {}
        for draft in drafts(book, self._edition, note, self._templates, wanted):
            made[draft.path] = draft
            if draft.path in wanted and wanted <= made.keys():
                self._pages |= self._frames.pages((made[path] for path in wanted), note, theme)
                yield from _rest(_LOADING)
            yield
        self._pages = self._frames.pages(made.values(), note, theme)

    def _search(self) -> bytes | None:
        """Return the search data, made when somebody searches: an edit need not wait for them."""
        made_for, found = self._found
        book = self._book
        if book is not None and book is not made_for:
            made = pages.pages(book, self._edition)
            files = search.files(book, self._edition, made, pages.homes(book, self._edition))
            found = files[search.DATA]
            self._found = (book, found)
        return found

    def _wanted(self) -> set[str]:
        """The pages open in a browser; the home page before there are any."""
        now = time.monotonic()
        asked = {path for path, last in dict(self._asked).items() if now - last < _OPEN}
        return asked & self._pages.keys() or {"index.html"}

    def _page(self, path: str) -> bytes:
        if path in self._pages:
            return self._pages[path]
        if self._busy:
            return screen.waiting()
        return screen.missing() if self._pages else screen.unmade()

    def _mark(self, page: bytes, lines: tuple[str, ...]) -> str:
        """Return what changes whenever a page, the problems or the theme do."""
        rest = "\n".join((self._frames.mark, *lines)).encode()
        return hashlib.sha256(page + rest).hexdigest()[:16]

    def _tell(self, lines: tuple[str, ...]) -> None:
        if lines:
            self._say("\n".join(lines))
            self._say(f"共 {len(lines)} 个问题；改好再存，预览自己会更新。")
        elif self._told:
            self._say("没有发现问题。")
        self._lines, self._told = lines, bool(lines)

    def _fault(self, error: Exception) -> str:
        log = self._folders.work / "error.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        place = str(error) if isinstance(error, engine.EngineFailed) else engine.fault(error)
        shown = place.replace(f"{build.ROOT}{os.sep}", "")
        return f"{shown}（模板或程序写错了，请改这一处；不是您改的，请把 build/error.log 发给维护人员。）"


def _rest(seconds: float) -> Generator[None]:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(_PAUSE)
        yield
