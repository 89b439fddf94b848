"""Printing: papers to files, only those typeset anew that are not in the cache.

Knows nothing of editions or of dist/: whoever calls says which papers, and where the cache is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from generator.papers import bundle, typeset
from generator.papers.faults import NotSet
from generator.papers.paper import Paper
from generator.source import Problem

# The compiler lets other threads run; more than two gain nothing on the machines we know.
_WORKERS = 2


@dataclass(frozen=True)
class Cache:
    """A folder of typeset papers by their fingerprints; without a folder nothing is kept."""

    folder: Path | None
    settings: str

    def name(self, paper: Paper) -> str:
        """Return the name a paper is kept by: all that decides its bytes."""
        return hashlib.sha256(f"{self.settings}\n{paper.text}".encode()).hexdigest() + ".pdf"

    def find(self, paper: Paper) -> bytes | None:
        """Return a paper typeset before, or None; a file cut off in writing counts as none."""
        path = self.folder / self.name(paper) if self.folder else None
        content = path.read_bytes() if path and path.is_file() else b""
        return content if content.rstrip().endswith(b"%%EOF") else None

    def keep(self, paper: Paper, content: bytes) -> None:
        """Keep a paper for the next time."""
        if self.folder:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / self.name(paper)).write_bytes(content)

    def forget_others(self, papers: Iterable[Paper]) -> None:
        """Drop what none of these papers is kept by."""
        if self.folder and self.folder.is_dir():
            kept = {self.name(paper) for paper in papers}
            for path in self.folder.iterdir():
                if path.name not in kept:
                    path.unlink()


def opened(folder: Path | None, local: Path | None = None) -> Cache:
    """Return the cache in a folder, for the engine, templates and fonts of now."""
    return Cache(folder, typeset.fingerprint(local) if folder else "")


def files(
    papers: Iterable[Paper], cache: Cache, local: Path | None = None
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Return the papers as files, with a zip for each drill; or the problems that kept some back.

    `local` is a folder with the office's own faces.
    """
    wanted = tuple(papers)
    problems = tuple(problem for paper in wanted for problem in typeset.without_glyphs(paper))
    if problems:
        return {}, problems
    ready = {paper.path: found for paper in wanted if (found := cache.find(paper)) is not None}
    made, problems = _typeset([paper for paper in wanted if paper.path not in ready], cache, local)
    if problems:
        return {}, problems
    whole = {paper.path: (ready | made)[paper.path] for paper in wanted}
    return whole | bundle.archives(wanted, whole), ()


def _typeset(
    papers: list[Paper], cache: Cache, local: Path | None
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    if not papers:
        return {}, ()

    def share(start: int) -> list[tuple[Paper, bytes | Problem]]:
        press = typeset.press(local)
        return [
            (paper, _tried(lambda p: typeset.pdf(press, p), paper))
            for paper in papers[start::_WORKERS]
        ]

    with ThreadPoolExecutor(_WORKERS) as pool:
        done = [pair for shared in pool.map(share, range(_WORKERS)) for pair in shared]
    made = {paper.path: result for paper, result in done if isinstance(result, bytes)}
    for paper, result in done:
        if isinstance(result, bytes):
            cache.keep(paper, result)
    return made, tuple(result for _, result in done if isinstance(result, Problem))


def _tried(work: Callable[[Paper], bytes], paper: Paper) -> bytes | Problem:
    try:
        return work(paper)
    except NotSet as refused:
        return refused.problem
