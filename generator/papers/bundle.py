"""A drill's papers as one: a PDF in print order, and a zip of all files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping

from generator.papers.desk import Desk
from generator.papers.paper import Paper, Part

_WHOLE, _COPY = "全套合订本", "导调用"
_SUFFIXES = ("pdf", "docx", "xlsx")
# The oldest time a zip can name: a time of today would change the file every day.
_TIME = (1980, 1, 1, 0, 0, 0)


def bundles(desk: Desk, made: Iterable[Paper]) -> Iterator[Paper]:
    """Yield one paper for each drill: a contents, then the parts of all its papers in their order."""
    for (plan, drill), papers in by_drill(made).items():
        if len(papers) > 1:
            yield Paper(
                path=f"papers/{plan}/{drill}-all.pdf",
                title=_WHOLE,
                purpose=f"{len(papers)} 份按装订次序排在一个文件里，一次打完；双面打印时每份从新的一张开始",
                size=_size(papers),
                copy=_COPY,
                plan=plan,
                drill=drill,
                parts=(
                    bound(_contents(desk, papers)),
                    *(bound(part) for p in papers[:-1] for part in p.parts),
                    *papers[-1].parts,
                ),
            )


def _contents(desk: Desk, papers: tuple[Paper, ...]) -> Part:
    """Return the first sheet: what is bound here, in order; the template finds the pages."""
    first = papers[0]
    head = first.parts[0].content["head"]
    assert isinstance(head, dict)
    content = {
        "rows": [
            {
                "title": paper.title,
                "copy": paper.copy,
                "size": paper.size,
                "parts": len(paper.parts),
            }
            for paper in papers
        ]
    }
    number = f"{first.plan}/{first.drill}-all"
    title = desk.book.plans[first.plan].drills[first.drill].title
    return desk.part(number, "contents", title, (_WHOLE, _COPY), content, head["notice"])


def _size(papers: tuple[Paper, ...]) -> str:
    """Return the paper to put in; a larger sheet among them is told, with whose it is."""
    larger = [paper.title for paper in papers if not paper.size.startswith("A4")]
    return f"A4，{'、'.join(larger)}是 A3" if larger else "A4"


def bound(part: Part) -> Part:
    """Return a part after which the next begins on a right-hand side."""
    head = part.content["head"]
    assert isinstance(head, dict)
    return Part(part.template, {**part.content, "head": head | {"bound": True}})


def archives(made: Iterable[Paper], files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a zip for each drill with its files one by one, the same bytes for the same files.

    Each paper's files lie together under its number, so that a folder shows them in print order.
    """
    return {
        f"papers/{plan}/{drill}.zip": zipped(_numbered(papers, files))
        for (plan, drill), papers in by_drill(made).items()
    }


def _numbered(papers: Iterable[Paper], files: Mapping[str, bytes]) -> dict[str, bytes]:
    single = [paper for paper in papers if len(paper.parts) == 1]
    found = {}
    for number, paper in enumerate(single, start=1):
        folder, _, name = paper.path.removesuffix(".pdf").rpartition("/")
        for suffix in _SUFFIXES:
            if content := files.get(f"{folder}/{name}.{suffix}"):
                found[f"{number:02}-{name}.{suffix}"] = content
    return found


def by_drill(made: Iterable[Paper]) -> dict[tuple[str, str], tuple[Paper, ...]]:
    """Return the papers of each drill, in their order; what is written after it left out."""
    found: dict[tuple[str, str], list[Paper]] = {}
    for paper in made:
        if paper.drill and not paper.record:
            found.setdefault((paper.plan, paper.drill), []).append(paper)
    return {key: tuple(papers) for key, papers in found.items()}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return files as a zip."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _TIME)
            # It would say which system packed it.
            entry.create_system = 3
            # PDF and Word are packed already.
            archive.writestr(entry, content, zipfile.ZIP_STORED)
    return made.getvalue()
