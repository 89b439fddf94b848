"""`handbook print`: the papers of one drill, checked first, in a folder of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import build, printing
from generator.edition import project
from generator.gathering import Folders, sound
from generator.model.scale import Audience
from generator.papers.paper import Paper
from generator.refusal import Refused, Unfit

# Papers that would give a drill away, by how it is announced, and why they are not printed.
_WITHHELD = {
    "单盲": {
        "roles": "单盲演练不印分角色本（roles）：上面有时刻和台词，发下去等于把题目发下去。"
        "参演的人看演练通知（notice），里面没有情景。",
    },
    "双盲": {
        "roles": "双盲演练不印分角色本（roles）：上面有时刻和台词，发下去等于把题目发下去。"
        "参演的人用参演须知（envelope），现场拆封。",
        "notice": "双盲演练不印演练通知（notice）：通知一发，就都知道有演练了。"
        "要告知的值班室用事前报备单（prenotice）。",
        "publicity": "双盲演练不印宣传方案（publicity）：事前宣传，就不是双盲了。",
        "placard": "双盲演练不印演练告知（placard）：贴出去就露了。"
        "场地周边的群众，开演前当面告知。",
    },
}


def write(folders: Folders, name: str, only: Iterable[str] = ()) -> tuple[Path, ...]:
    """Write the papers of a drill named plan/drill below `folders.out`; return the files.

    Raise Refused where the handbook has problems, Unfit where nothing has that name.
    """
    reading = sound(folders)
    printed = build.printables(project(reading.handbook, Audience.TRAINER), Audience.TRAINER)
    only = tuple(only)
    withheld = {
        f"{id}/{drill.id}": _WITHHELD.get(drill.notice, {})
        for id, plan in reading.handbook.plans.items()
        for drill in plan.drills.values()
    }
    papers = chosen(printed, name, only, withheld.get(name, {}))
    shelf = printing.opened(folders.work / "papers", folders.fonts)
    files, problems = printing.files(papers, shelf, folders.fonts)
    if problems:
        raise Refused(problems)
    # A zip of a few papers would pass for the whole package.
    wanted = {path: files[path] for path in files if not (only and path.endswith(".zip"))}
    return _written(folders.out, wanted)


def chosen(
    printed: tuple[Paper, ...], name: str, only: tuple[str, ...], withheld: Mapping[str, str]
) -> tuple[Paper, ...]:
    """Return the papers of a drill, or those few of them whose names are given.

    `withheld` says of papers why there is none of this drill.
    """
    drills = dict.fromkeys(f"{paper.plan}/{paper.drill}" for paper in printed if paper.drill)
    if name not in drills:
        raise Unfit(f"没有“{name}”这场演练；有：{'、'.join(drills)}。")
    papers = tuple(paper for paper in printed if f"{paper.plan}/{paper.drill}" == name)
    if reasons := [withheld[kind] for kind in only if kind in withheld]:
        raise Unfit("\n".join(reasons))
    # A drill held twice has two reports: they are asked for together.
    known = {paper.kind: paper.title for paper in papers}
    if unknown := [kind for kind in only if kind not in known]:
        kinds = "、".join(f"{kind}（{title}）" for kind, title in known.items())
        raise Unfit(f"这场演练没有“{'、'.join(unknown)}”；有：{kinds}。")
    return tuple(paper for paper in papers if not only or paper.kind in only)


def _written(out: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files beside their places first, then put them there: a full disk changes nothing."""
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".part-", dir=out) as name:
        moved = {}
        for path, content in files.items():
            below = path.removeprefix("papers/")
            waiting, moved[below] = Path(name, below), out / below
            waiting.parent.mkdir(parents=True, exist_ok=True)
            waiting.write_bytes(content)
        for below, target in moved.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            Path(name, below).replace(target)
    return tuple(moved.values())
