"""How much of a build the search data take: run as a program, so that it starts as cold as one."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from generator.gathering import Folders
from generator.model.scale import EDITIONS
from tests.conftest import ROOT

STARTED = time.perf_counter()

# The tables of characters and pinyin are loaded for the search above all: their time is its.
import generator.handbook.spelling  # noqa: E402, F401

IMPORTED = time.perf_counter() - STARTED

from generator import build, search  # noqa: E402


def main() -> None:
    """Print the seconds for the search data of all editions, and for the whole build, as JSON."""
    spent = IMPORTED
    made = search.files

    def timed(*given: object) -> object:
        nonlocal spent
        before = time.perf_counter()
        files = made(*given)  # type: ignore[arg-type]
        spent += time.perf_counter() - before
        return files

    search.files = timed  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        folders = Folders(ROOT / "plans", ROOT / "content", None, work / "dist", work / "build")
        build.run(folders, EDITIONS, lambda told: None)
    sys.stdout.write(json.dumps([spent, time.perf_counter() - STARTED]))


if __name__ == "__main__":
    main()
