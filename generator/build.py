"""The pipeline, readable top to bottom: read, check, project, pages, engine, audit, swap."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from generator import audit, checks, engine, pages, tree
from generator.audit.site import Audited
from generator.edition import project
from generator.handbook.book import Handbook
from generator.handbook.reading import Reading, read_handbook
from generator.model.registers import EditionNote
from generator.model.scale import EDITIONS, Audience
from generator.pages.site import Site
from generator.source import Location, Problem, in_order

NAMES = {Audience.PUBLIC: "public", Audience.RESPONDER: "responder", Audience.TRAINER: "trainer"}
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Folders:
    """Where things are read from and written to."""

    plans: Path
    content: Path
    private: Path | None
    out: Path
    work: Path


class Refused(Exception):
    """The data or the site has problems; nothing was swapped in."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)}")
        self.problems = problems


def gather(folders: Folders) -> tuple[Reading, tuple[Problem, ...]]:
    """Read everything and return it with every problem found."""
    files, problems = tree.read_folder(folders.plans, "plans", ".yaml")
    documents, more = tree.read_folder(folders.content, "content", ".md")
    files, problems = files | documents, problems + more
    if folders.private is not None:
        private, more = tree.read_folder(folders.private, "private", ".yaml")
        files, problems = files | private, problems + more
    reading = read_handbook(files)
    problems += reading.problems + tuple(checks.problems(reading))
    if reading.handbook.registers.edition is None and ("", "unit") not in reading.unread:
        where = Location("plans/shared/edition.yaml", 1, 1)
        problems += (Problem(where, "P103", "缺少 edition（版次），请在登记册里写上名称和日期。"),)
    return reading, in_order(problems)


def run(folders: Folders, editions: Iterable[Audience], tell: Callable[[str], None]) -> None:
    """Build the editions and swap them in, all or none; raise Refused where anything is wrong."""
    chosen = tuple(editions)
    with tree.locked(folders.work, folders.out):
        tree.recover(folders.out, NAMES.values())
        tell("读取和检查")
        reading, problems = gather(folders)
        note = reading.handbook.registers.edition
        if problems or note is None:
            raise Refused(problems)
        sites: dict[Audience, dict[str, bytes]] = {}
        warnings: list[str] = []
        for edition in chosen:
            tell(f"生成{edition.title}")
            built = _site(folders, reading.handbook, edition, note)
            sites[edition] = built.files
            warnings += built.warnings
            tell(f"核查{edition.title}")
            problems += tuple(_audit(reading.handbook, edition, sites[edition]))
        if problems:
            raise Refused(in_order(problems))
        if warnings:
            raise engine.EngineFailed("\n".join(warnings))
        for edition in chosen:
            tree.stage(folders.out, NAMES[edition], sites[edition])
        for edition in chosen:
            tree.swap(folders.out, NAMES[edition])


def _site(
    folders: Folders, handbook: Handbook, edition: Audience, note: EditionNote
) -> engine.Built:
    work = folders.work / NAMES[edition]
    tree.write_folder(work / "docs", docs(project(handbook, edition), edition))
    return engine.build(ROOT, work, edition, note)


def docs(book: Handbook, edition: Audience) -> dict[str, bytes]:
    """Return the Markdown files of an edition's handbook; pure, and the same for equal input."""
    files = {page.source_path: page.markdown().encode() for page in pages.pages(book, edition)}
    site = Site(book, edition, {})
    for document in book.documents.values():
        nav = [
            {"title": link.title, "url": link.url} for link in site.main_nav(f"{document.id}.html")
        ]
        front = json.dumps({"title": document.head.title, "nav": nav}, ensure_ascii=False)
        text = f"---\n{front}\n---\n\n# {document.head.title} {{#top}}\n{document.markdown}"
        files[f"{document.id}.md"] = text.encode()
    return files


def _audit(handbook: Handbook, edition: Audience, site: dict[str, bytes]) -> Iterable[Problem]:
    return audit.problems(Audited(handbook, project(handbook, edition), edition, site))


def recover(folders: Folders) -> None:
    """Put whole sites in place if an earlier command was interrupted."""
    if folders.out.is_dir():
        with tree.locked(folders.out):
            tree.recover(folders.out, NAMES.values())


__all__ = ["EDITIONS", "NAMES", "ROOT", "Folders", "Refused", "docs", "gather", "recover", "run"]
