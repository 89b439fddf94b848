"""What typesetting costs: all papers cold, from the cache, and after one drill changed.

`make bench-papers` prints CPU seconds, seconds waited, documents and bytes.
"""

from __future__ import annotations

import tempfile
import time
from collections import defaultdict
from pathlib import Path

from generator import build, office, printing
from generator.edition import project
from generator.handbook.book import Handbook
from generator.handbook.reading import read_handbook
from generator.model.scale import EDITIONS
from generator.papers.paper import Paper
from tests.conftest import ROOT, files_below


def _papers(book: Handbook) -> list[Paper]:
    return [
        paper for edition in EDITIONS for paper in build.printables(project(book, edition), edition)
    ]


def _changed(book: Handbook) -> Handbook:
    id, plan = next((id, plan) for id, plan in book.plans.items() if plan.drills)
    first = next(iter(plan.drills.values()))
    drills = {**plan.drills, first.id: first.changed(title=f"{first.title}（改）")}
    return book.changed(plans={**book.plans, id: plan.changed(drills=drills)})


def _measured(name: str, papers: list[Paper], folder: Path) -> dict[str, bytes]:
    before = {path.name for path in folder.iterdir()}
    cpu, waited = time.process_time(), time.monotonic()
    files, problems = printing.files(papers, printing.opened(folder))
    cpu, waited = time.process_time() - cpu, time.monotonic() - waited
    assert problems == ()
    made = len({path.name for path in folder.iterdir()} - before)
    each = f"{cpu / made:9.3f}" if made else "        -"
    print(f"{name:<18}{len(papers):>7}{made:>7}{cpu:>9.2f}{each}{waited:>9.2f}")
    return files


def main() -> None:
    book = read_handbook(files_below(ROOT, "plans", "content")).handbook
    papers = _papers(book)
    print("                   papers   made    CPU s   each s   wait s")
    with tempfile.TemporaryDirectory() as name:
        cold = _measured("cold", papers, Path(name))
        assert _measured("cached", papers, Path(name)) == cold
        _measured("one drill changed", _papers(_changed(book)), Path(name))
    sizes: defaultdict[str, list[int]] = defaultdict(list)
    for paper in papers:
        sizes[paper.kind].append(len(cold[paper.path]))
        for suffix in office.suffixes(paper):
            kind = f"{paper.kind}.{suffix}"
            sizes[kind].append(len(cold[office.path(paper, suffix)]))
    archives = [len(content) for path, content in cold.items() if path.endswith(".zip")]
    print("\nkind                 files   mean KB   largest KB")
    for kind, found in (*sizes.items(), ("zip", archives)):
        mean = sum(found) / len(found) / 1000
        print(f"{kind:<19}{len(found):>7}{mean:>10.0f}{max(found) / 1000:>13.0f}")
    print(f"all together {sum(len(content) for content in cold.values()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
