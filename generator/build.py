"""The pipeline, readable top to bottom: read, check, project, pages, engine, audit, swap."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from generator import (
    audit,
    engine,
    explanations,
    pages,
    papers,
    printing,
    search,
    tree,
)
from generator.audit.site import Audited
from generator.edition import project
from generator.gathering import Folders, gather
from generator.handbook.book import Handbook
from generator.model.registers import EditionNote
from generator.model.scale import EDITIONS, Audience
from generator.model.time import Day
from generator.pages.one_file import Dress, one_file
from generator.pages.page import Page
from generator.papers.bundle import bundles
from generator.papers.paper import Paper
from generator.policy import with_policy
from generator.refusal import Refused
from generator.render import environment
from generator.source import in_order

NAMES = {Audience.PUBLIC: "public", Audience.RESPONDER: "responder", Audience.TRAINER: "trainer"}
ROOT = Path(__file__).resolve().parent.parent


def run(
    folders: Folders,
    editions: Iterable[Audience],
    tell: Callable[[str], None],
    with_papers: bool = True,
    cached: bool = True,
    today: Day | None = None,
) -> None:
    """Build the editions and swap them in, all or none; raise Refused where anything is wrong.

    Without papers no page links to one; the cache changes how long it takes, no byte. What falls
    due is reckoned by today, or else by the date of the edition.
    """
    chosen = tuple(editions)
    with tree.locked(folders.work, folders.out):
        tree.recover(folders.out, NAMES.values())
        tell("读取和检查")
        reading, problems = gather(folders)
        note = reading.handbook.registers.edition
        if problems or note is None:
            raise Refused(problems)
        books = {edition: project(reading.handbook, edition) for edition in chosen}
        loose: dict[Audience, dict[str, bytes]] = {}
        templates = environment("pages")
        printed = {e: printables(book, e) if with_papers else () for e, book in books.items()}
        for edition, book in books.items():
            tell(f"写出{edition.title}")
            made = tuple(pages.pages(book, edition, templates, printed[edition], today))
            tree.write_folder(folders.work / NAMES[edition] / "docs", docs(book, edition, made))
            loose[edition] = one_files(made, edition, note)
            loose[edition] |= search.files(book, edition, made, pages.homes(book, edition))
        tell("排印打印件")
        shelf = printing.opened(folders.work / "papers" if cached else None, folders.fonts)
        for edition in chosen:
            files, faults = printing.files(printed[edition], shelf, folders.fonts)
            loose[edition] |= files
            problems += faults
        if problems:
            raise Refused(in_order(problems))
        if with_papers and set(chosen) == set(EDITIONS):
            shelf.forget_others(paper for of in printed.values() for paper in of)
        tell("生成网页")
        # The engine is a program of its own; two run side by side on two cores.
        with ThreadPoolExecutor(max_workers=2) as pool:
            built = dict(
                zip(chosen, pool.map(lambda e: _engine(folders, e, note), chosen), strict=True)
            )
        sites = {edition: _guarded(built[edition].files | loose[edition]) for edition in chosen}
        for edition, book in books.items():
            tell(f"核查{edition.title}")
            own_words = explanations.own_words() if edition == Audience.TRAINER else ()
            texts = {paper.path: paper.text for paper in printed[edition]}
            site = Audited(reading.handbook, book, edition, sites[edition], own_words, texts)
            problems += tuple(audit.problems(site))
        if problems:
            raise Refused(in_order(problems))
        warnings = [line for edition in chosen for line in built[edition].warnings]
        if warnings:
            raise engine.EngineFailed("\n".join(warnings))
        for edition in chosen:
            tree.stage(folders.out, NAMES[edition], sites[edition])
        for edition in chosen:
            tree.swap(folders.out, NAMES[edition])


def _engine(folders: Folders, edition: Audience, note: EditionNote) -> engine.Built:
    return engine.build(ROOT, folders.work / NAMES[edition], edition, note)


def _guarded(files: dict[str, bytes]) -> dict[str, bytes]:
    return {
        path: with_policy(content) if path.endswith(".html") else content
        for path, content in files.items()
    }


def docs(book: Handbook, edition: Audience, made: Iterable[Page] | None = None) -> dict[str, bytes]:
    """Return the Markdown files of an edition's handbook; pure, and the same for equal input.

    Its pages may be handed in where they are made already.
    """
    generated = pages.pages(book, edition) if made is None else made
    return {page.source_path: page.markdown().encode() for page in generated}


def printables(book: Handbook, edition: Audience) -> tuple[Paper, ...]:
    """Return all papers of an edition's handbook, those of each drill bound together too."""
    made = tuple(papers.papers(book, edition))
    return (*made, *bundles(papers.Desk(book, edition), made))


def one_files(made: Iterable[Page], edition: Audience, note: EditionNote) -> dict[str, bytes]:
    """Return the one-file versions of the pages that have one."""
    carried = [page for page in made if page.alone]
    if not carried:
        return {}
    dress = Dress(engine.styles(ROOT), engine.folding(ROOT))
    templates = environment("pages")
    return {page.alone_path: one_file(page, edition, note, dress, templates) for page in carried}


def recover(folders: Folders) -> None:
    """Put whole sites in place if an earlier command was interrupted."""
    if folders.out.is_dir():
        # A running build has recovered already.
        with suppress(tree.Busy), tree.locked(folders.out):
            tree.recover(folders.out, NAMES.values())
