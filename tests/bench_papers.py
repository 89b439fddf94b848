"""What typesetting costs: all papers cold, from the cache, and after one drill changed.

`make bench-papers` prints CPU seconds, seconds waited, documents and bytes.
"""

from __future__ import annotations

import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from generator import build, office, printing
from generator.edition import project
from generator.handbook.book import Handbook
from generator.handbook.reading import read_handbook
from generator.model.scale import EDITIONS
from generator.papers.paper import Paper
from tests.conftest import ROOT, files_below


def _papers(book: Handbook) -> dict[str, tuple[Paper, ...]]:
    """Papers of two editions may have the same path."""
    return {
        build.NAMES[edition]: build.printables(project(book, edition), edition)
        for edition in EDITIONS
    }


def _changed(book: Handbook) -> Iterator[tuple[str, Handbook]]:
    """Yield the handbook with one drill changed, for each drill."""
    for id, plan in book.plans.items():
        for drill in plan.drills.values():
            drills = {**plan.drills, drill.id: drill.changed(title=f"{drill.title}（改）")}
            changed = book.changed(plans={**book.plans, id: plan.changed(drills=drills)})
            yield f"{id}/{drill.id}", changed


def _measured(name: str, papers: dict[str, tuple[Paper, ...]], folder: Path) -> dict[str, bytes]:
    before = {path.name for path in folder.iterdir()}
    cpu, waited = time.process_time(), time.monotonic()
    files: dict[str, bytes] = {}
    # One for all editions, as a build has it.
    shelf = printing.opened(folder)
    for edition, of in papers.items():
        found, problems = printing.files(of, shelf)
        assert problems == ()
        files |= {f"{edition}/{path}": content for path, content in found.items()}
    cpu, waited = time.process_time() - cpu, time.monotonic() - waited
    made = len({path.name for path in folder.iterdir()} - before)
    each = f"{cpu / made:9.3f}" if made else "        -"
    print(f"{name:<18}{sum(map(len, papers.values())):>7}{made:>7}{cpu:>9.2f}{each}{waited:>9.2f}")
    return files


def main() -> None:
    book = read_handbook(files_below(ROOT, "plans", "content")).handbook
    papers = _papers(book)
    print("                   papers   made    CPU s   each s   wait s")
    with tempfile.TemporaryDirectory() as name:
        cold = _measured("cold", papers, Path(name))
        assert _measured("cached", papers, Path(name)) == cold
        print("one drill changed:")
        for drill, changed in _changed(book):
            _measured(drill, _papers(changed), Path(name))
    sizes: defaultdict[str, list[int]] = defaultdict(list)
    for edition, paper in ((name, paper) for name, of in papers.items() for paper in of):
        sizes[paper.kind].append(len(cold[f"{edition}/{paper.path}"]))
        for suffix in office.suffixes(paper):
            path = f"{edition}/{office.path(paper, suffix)}"
            sizes[f"{paper.kind}.{suffix}"].append(len(cold[path]))
    archives = [len(content) for path, content in cold.items() if path.endswith(".zip")]
    print("\nkind                 files   mean KB   largest KB")
    for kind, found in (*sizes.items(), ("zip", archives)):
        mean = sum(found) / len(found) / 1000
        print(f"{kind:<19}{len(found):>7}{mean:>10.0f}{max(found) / 1000:>13.0f}")
    print(f"all together {sum(len(content) for content in cold.values()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
