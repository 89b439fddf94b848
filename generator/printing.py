"""Printing: papers to files, only those typeset anew that are not in the cache.

Knows nothing of editions or of dist/: whoever calls says which papers, and where the cache is.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator import office
from generator.papers import bundle, typeset
from generator.papers.faults import NotSet
from generator.papers.paper import Paper
from generator.source import Problem


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
        """Return a file made before, or None; a file cut off in writing counts as none."""
        path = self.folder / self.name(paper, suffix) if self.folder else None
        content = path.read_bytes() if path and path.is_file() else b""
        return content if _whole(content, suffix) else None

    def keep(self, paper: Paper, content: bytes, suffix: str = "pdf") -> None:
        """Keep a file for the next time."""
        if self.folder:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / self.name(paper, suffix)).write_bytes(content)

    def forget_others(self, papers: Iterable[Paper]) -> None:
        """Drop what none of these papers is kept by."""
        if self.folder and self.folder.is_dir():
            kept = {self.name(p, s) for p in papers for s in ("pdf", *office.suffixes(p))}
            for path in self.folder.iterdir():
                if path.name not in kept:
                    path.unlink()


def opened(folder: Path | None, local: Path | None = None) -> Cache:
    """Return the cache in a folder, for the engine, templates and fonts of now."""
    if folder is None:
        return Cache(None, "", "")
    return Cache(folder, typeset.fingerprint(local), office.fingerprint())


def _whole(content: bytes, suffix: str) -> bool:
    if suffix == "pdf":
        return content.rstrip().endswith(b"%%EOF")
    return zipfile.is_zipfile(io.BytesIO(content))


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
    made, problems = _typeset(missing, cache, local)
    if problems:
        return {}, problems
    whole = {paper.path: (ready | made)[paper.path] for paper in wanted}
    whole |= {
        office.path(paper, suffix): _edited(paper, suffix, cache)
        for paper in wanted
        for suffix in office.suffixes(paper)
    }
    return whole | bundle.archives(wanted, whole), ()


def _typeset(
    papers: list[Paper], cache: Cache, local: Path | None
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    made: dict[str, bytes] = {}
    problems: list[Problem] = []
    if papers:
        press = typeset.press(local)
        for paper in papers:
            try:
                made[paper.path] = typeset.pdf(press, paper)
                cache.keep(paper, made[paper.path])
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
