"""Printing: papers to files, only those typeset anew that are not in the cache.

Knows nothing of editions or of dist/: whoever calls says which papers, and where the cache is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from generator import office
from generator.papers import bundle, typeset
from generator.papers.faults import NotSet
from generator.papers.paper import Paper
from generator.papers.typeset import Press
from generator.source import Problem

# The compiler keeps one core busy and part of a second; meanwhile Word and Excel are written.
_AT_ONCE = 2
# How long the hash before a kept file is.
_STAMP = 32


@dataclass(frozen=True)
class Cache:
    """A folder of made files by their fingerprints; without a folder nothing is kept.

    `settings` is what besides the papers decides the bytes of PDFs, `office_settings` of the rest.
    """

    folder: Path | None
    settings: str
    office_settings: str

    def name(self, paper: Paper, suffix: str = "pdf") -> str:
        """Return the name a file of a paper is kept by: all that decides its bytes."""
        settings = self.settings if suffix == "pdf" else self.office_settings
        told = hashlib.sha256(f"{settings}\n{paper.text}".encode()).hexdigest()
        return f"{told}.{suffix}"

    def find(self, paper: Paper, suffix: str = "pdf") -> bytes | None:
        """Return a file made before, or None; one cut off, changed or exchanged counts as none."""
        name = self.name(paper, suffix)
        path = self.folder / name if self.folder else None
        kept = path.read_bytes() if path and path.is_file() else b""
        stamp, content = kept[:_STAMP], kept[_STAMP:]
        return content if stamp == _stamp(name, content) else None

    def keep(self, paper: Paper, content: bytes, suffix: str = "pdf") -> None:
        """Keep a file for the next time."""
        if self.folder:
            name = self.name(paper, suffix)
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_bytes(_stamp(name, content) + content)

    def forget_others(self, papers: Iterable[Paper]) -> None:
        """Drop what none of these papers is kept by."""
        if self.folder and self.folder.is_dir():
            kept = {self.name(p, s) for p in papers for s in ("pdf", *office.suffixes(p))}
            for path in self.folder.iterdir():
                if path.name not in kept and path.is_file():
                    path.unlink()


def opened(folder: Path | None, local: Path | None = None) -> Cache:
    """Return the cache in a folder, for the engine, templates and fonts of now."""
    if folder is None:
        return Cache(None, "", "")
    return Cache(folder, typeset.fingerprint(local), office.fingerprint())


def _stamp(name: str, content: bytes) -> bytes:
    """Return what stands before a kept file: a hash of its name and its bytes."""
    return hashlib.sha256(name.encode() + content).digest()


def files(
    papers: Iterable[Paper], cache: Cache, local: Path | None = None
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Return the papers as PDF, Word and Excel, and a zip a drill; or the problems with them.

    `local` is a folder with the office's own faces.
    """
    wanted = tuple(papers)
    ready = {paper.path: found for paper in wanted if (found := cache.find(paper)) is not None}
    missing = [paper for paper in wanted if paper.path not in ready]
    problems = tuple(problem for paper in missing for problem in typeset.without_glyphs(paper))
    if problems:
        return {}, problems
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        under_way = _typeset(missing, cache, local, pool)
        edited = {
            office.path(paper, suffix): _edited(paper, suffix, cache)
            for paper in wanted
            for suffix in office.suffixes(paper)
        }
    made, problems = _sorted_out(under_way)
    if problems:
        return {}, problems
    whole = {paper.path: (ready | made)[paper.path] for paper in wanted} | edited
    return whole | bundle.archives(wanted, whole), ()


def _typeset(
    papers: list[Paper], cache: Cache, local: Path | None, pool: Executor
) -> dict[str, Future[bytes]]:
    """Return the papers as what will be PDFs, in their order; the longest is begun first."""
    presses: SimpleQueue[Press] = SimpleQueue()
    for _ in papers[:_AT_ONCE]:
        presses.put(typeset.press(local))

    def typeset_one(paper: Paper) -> bytes:
        # A press sets one paper at a time.
        press = presses.get()
        try:
            made = typeset.pdf(press, paper)
        finally:
            presses.put(press)
        cache.keep(paper, made)
        return made

    longest = sorted(papers, key=lambda paper: -len(paper.text))
    under_way = {paper.path: pool.submit(typeset_one, paper) for paper in longest}
    return {paper.path: under_way[paper.path] for paper in papers}


def _sorted_out(
    under_way: Mapping[str, Future[bytes]],
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Return what was made, and the problems with what could not be."""
    made: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path, future in under_way.items():
        try:
            made[path] = future.result()
        except NotSet as refused:
            problems.append(refused.problem)
    return made, tuple(problems)


def _edited(paper: Paper, suffix: str, cache: Cache) -> bytes:
    """Return a paper as an office file, from the cache if it is there."""
    content = cache.find(paper, suffix)
    if content is None:
        content = office.made(paper, suffix)
        cache.keep(paper, content, suffix)
    return content
