"""`handbook print`: the papers of one drill, checked first, in a folder of their own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator import build, printing
from generator.edition import project
from generator.model.scale import Audience
from generator.papers.paper import Paper


class Unfit(Exception):
    """There is no such drill, or no such paper of it; the sentence says which there are."""


def write(folders: build.Folders, name: str, only: Iterable[str] = ()) -> tuple[Path, ...]:
    """Write the papers of a drill named plan/drill below `folders.out`; return the files.

    Raise Refused where the handbook has problems, Unfit where nothing has that name.
    """
    reading, problems = build.gather(folders)
    if problems:
        raise build.Refused(problems)
    printed = build.printables(project(reading.handbook, Audience.TRAINER), Audience.TRAINER)
    only = tuple(only)
    papers = chosen(printed, name, only)
    shelf = printing.opened(folders.work / "papers", folders.fonts)
    files, problems = printing.files(papers, shelf, folders.fonts)
    if problems:
        raise build.Refused(problems)
    # A zip of a few papers would pass for the whole package.
    wanted = {path: files[path] for path in files if not (only and path.endswith(".zip"))}
    return tuple(_written(folders.out, path, content) for path, content in wanted.items())


def chosen(printed: tuple[Paper, ...], name: str, only: tuple[str, ...]) -> tuple[Paper, ...]:
    """Return the papers of a drill, or those few of them whose names are given."""
    drills = dict.fromkeys(f"{paper.plan}/{paper.drill}" for paper in printed if paper.drill)
    if name not in drills:
        raise Unfit(f"没有“{name}”这场演练；有：{'、'.join(drills)}。")
    papers = tuple(paper for paper in printed if f"{paper.plan}/{paper.drill}" == name)
    # A drill held twice has two reports: they are asked for together.
    known = {paper.kind: paper.title for paper in papers}
    if unknown := [kind for kind in only if kind not in known]:
        kinds = "、".join(f"{kind}（{title}）" for kind, title in known.items())
        raise Unfit(f"这场演练没有“{'、'.join(unknown)}”；有：{kinds}。")
    return tuple(paper for paper in papers if not only or paper.kind in only)


def _written(out: Path, path: str, content: bytes) -> Path:
    target = out / path.removeprefix("papers/")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return target
