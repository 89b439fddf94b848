"""The package a seal is about: the drill's file as it is, and its papers as they are printed.

The papers belong to it because evaluation forms say in the plan's words what is expected and by
when: so these are fixed too, although the plan may change before the drill is held. What is
numbered for one reader is left out, or each copy would be another package.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from generator.papers.bundle import zipped
from generator.recording.cells import read
from generator.recording.head import name_of

DRILL = "drill.yaml"
PAPERS = "papers"


def packed(drill: bytes, papers: Mapping[str, bytes]) -> bytes:
    """Return a zip of a drill's file and its papers by name; the same bytes for the same files."""
    return zipped({DRILL: drill, **{f"{PAPERS}/{name}": papers[name] for name in sorted(papers)}})


def form_in(package: bytes) -> str:
    """Return how the packed evaluation form names itself; empty where none was packed."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for name in archive.namelist():
            if name.startswith(f"{PAPERS}/") and name.endswith("-evaluation.xlsx"):
                return name_of(read(name, archive.read(name)))
    return ""


def drill_in(package: bytes) -> bytes | None:
    """Return the drill's file as it was packed; None where the package is none of ours."""
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            return archive.read(DRILL)
    except (zipfile.BadZipFile, KeyError):
        return None
