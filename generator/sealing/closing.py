"""`handbook seal`: a drill checked, printed, packed and committed to; or a blank with no drill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator import papers, printing, skeleton
from generator.build import ROOT
from generator.creating import new_folders, refuse_existing
from generator.edition import project
from generator.gathering import Folders, sound
from generator.handbook.book import Handbook
from generator.handbook.evaluation import evaluation_items
from generator.handbook.visit import Scope, inside
from generator.handbook.walk import texts
from generator.model.drill import Drill
from generator.model.scale import Audience
from generator.model.time import Day
from generator.papers.issue import issued, numbered
from generator.papers.paper import Paper
from generator.refusal import Refused, Unfit
from generator.sealing import kept, opened
from generator.sealing.leaks import leaks
from generator.sealing.package import packed
from generator.seals import commitment, faults
from generator.seals.identity import random_id
from generator.seals.tracking import refuse_tracked, repository_of
from generator.source import Problem


def close(folders: Folders, private: Path, id: str, to: Path, copies: int) -> tuple[Path, ...]:
    """Seal a drill of the private folder; return the folders written.

    Papers go below `to`, nonce and package stay in the private folder. Raise Unfit where there is
    no such drill, Refused where the handbook has problems or nothing may be written there.
    """
    reading = sound(folders)
    drill = drill_of(reading.handbook, id)
    _written(drill)
    _rated(reading.handbook, drill)
    target, own = to / id, kept.place(private, id)
    _outside(to, folders, private)
    for folder in (target, own):
        refuse_existing(folder)
    yaml = (private / "sealed" / f"{id}.yaml").read_bytes()
    _openable(folders, reading.handbook, drill, yaml)
    made = sealed_papers(reading.handbook, drill)
    _tells_nothing(reading.handbook, drill, made)
    common = _printed(made, folders)
    seal = kept.sealed(packed(yaml, common))
    given = {name: seal.files[name] for name in (kept.PACKAGE, kept.SHEET)}
    given |= {f"papers/{name}": content for name, content in common.items()}
    for number in range(1, copies + 1):
        copy = [numbered(paper, number, copies) if issued(paper.copy) else None for paper in made]
        for name, content in _printed(copy, folders, "pdf").items():
            given[f"copies/{number:02}/{name}"] = content
    new_folders({own: seal.files, target: given})
    return own, target


def blank(private: Path) -> tuple[Path, ...]:
    """Make a commitment with no drill behind it; return the folder written.

    Raise Refused where the private folder is in a repository's hands.
    """
    refuse_tracked(private)
    own = kept.place(private, random_id())
    new_folders({own: kept.sealed(commitment.EMPTY).files})
    return (own,)


def _rated(book: Handbook, drill: Drill) -> None:
    """Raise Unfit where nothing could be recorded of a drill: once sealed, it could not be opened."""
    assert drill.plan
    if not any(evaluation_items(book.plans[drill.plan.id], drill)):
        told = "没有一项可评：注入、脚本、题目都没有连到行动；请先补上再封存。"
        raise Unfit(f"{drill.id} {told}")


def _written(drill: Drill) -> None:
    """Raise Refused where a sentence of the skeleton still stands: it could not be changed any more."""
    own = skeleton.sentences(drill.form)
    problems = tuple(
        Problem(
            visit.part.place_of(field),
            faults.UNWRITTEN.code,
            f"“{text}”是新建时的样子话；请写成真的，再封存。",
        )
        for visit in inside(drill, Scope(), drill)
        for field, text in texts(visit.part)
        if text in own
    )
    if problems:
        raise Refused(problems)


def _tells_nothing(book: Handbook, drill: Drill, made: Sequence[Paper]) -> None:
    """Raise Refused where a paper that is handed out has words of the drill."""
    problems = tuple(
        Problem(
            drill.where,
            faults.LEAK.code,
            f"《{title}》上有题目里的话“{words}”；请改叫停口令、安全须知等交给参演的人看的字。",
        )
        for title, words in leaks(book, drill, made).items()
    )
    if problems:
        raise Refused(problems)


def _openable(folders: Folders, book: Handbook, drill: Drill, written: bytes) -> None:
    """Raise Refused where the drill could not be opened later: then it may not be changed any more."""
    assert drill.plan and book.registers.edition
    day = drill.held_on if isinstance(drill.held_on, Day) else book.registers.edition.date
    seal = kept.sealed(commitment.EMPTY)
    new = opened.files(book, drill, drill.id, written, day, seal)
    try:
        opened.prove(folders, new, drill, drill.id)
    except Refused as refused:
        raise Refused(tuple(_beforehand(one, drill) for one in refused.problems)) from refused


def _beforehand(problem: Problem, drill: Drill) -> Problem:
    """Tell of what would be wrong after opening at the place where it is to be mended."""
    assert drill.plan
    open = f"plans/{drill.plan.id}/drills/{drill.id}.yaml"
    path = problem.where.path.replace(open, f"private/sealed/{drill.id}.yaml")
    told = f"现在封存，以后启不了封：{problem.message}"
    return replace(problem, where=replace(problem.where, path=path), message=told)


def drill_of(book: Handbook, id: str) -> Drill:
    """Return a sealed drill; raise Unfit with those there are where there is no such."""
    if id not in book.sealed:
        there = "、".join(book.sealed) or "一场也没有"
        raise Unfit(f"私有文件夹的 sealed 里没有“{id}”这场演练；有：{there}。")
    return book.sealed[id]


def sealed_papers(book: Handbook, drill: Drill) -> tuple[Paper, ...]:
    """Return the papers of a sealed drill before typesetting, in print order."""
    assert drill.plan
    trainer = project(book, Audience.TRAINER)
    plan = trainer.plans[drill.plan.id].changed(drills={drill.id: drill})
    alone = trainer.changed(plans={plan.plan.id: plan})
    return tuple(papers.papers(alone, Audience.TRAINER, sealed=True))


def _printed(made: Sequence[Paper | None], folders: Folders, *suffixes: str) -> dict[str, bytes]:
    """Return papers as files, named by their place and kind; nothing of them goes to a cache."""
    wanted = {number: paper for number, paper in enumerate(made, start=1) if paper}
    files, problems = printing.files(wanted.values(), printing.opened(None), folders.fonts)
    if problems:
        raise Refused(problems)
    return {
        f"{number:02}-{paper.kind}.{suffix}": files[path]
        for number, paper in wanted.items()
        for suffix in suffixes or ("pdf", "docx", "xlsx")
        if (path := f"{paper.path.removesuffix('.pdf')}.{suffix}") in files
    }


def _outside(to: Path, folders: Folders, private: Path) -> None:
    """Raise Refused where printed papers would go out with a site or a repository."""
    whole = to.resolve()
    near = {
        "成品文件夹": folders.out,
        "构建文件夹": folders.work,
        "手册的文件夹": ROOT,
        "预案文件夹": folders.plans,
        "文稿文件夹": folders.content,
        "私有文件夹": private,
    }
    for what, folder in near.items():
        if whole.is_relative_to(folder.resolve()):
            raise kept.fault(
                faults.PLACE, to, f"这里在{what}里面；请写到仓库外的地方，如加密的U盘。"
            )
    if repository := repository_of(to):
        told = f"这里在 git 仓库 {repository} 里面；请写到仓库外的地方，如加密的U盘。"
        raise kept.fault(faults.PLACE, to, told)
