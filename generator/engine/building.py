"""A folder of Markdown built into a site, by the engine as a program of its own."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from generator.engine.settings import config, environment, kept
from generator.model.registers import EditionNote
from generator.model.scale import Audience
from generator.slim import slim


@dataclass(frozen=True)
class Built:
    """A built site: its files by their paths, and what the engine warned of."""

    files: dict[str, bytes]
    warnings: tuple[str, ...]


class EngineFailed(Exception):
    """The engine stopped; its own words are the text."""


def build(
    root: Path, work: Path, edition: Audience, note: EditionNote, program: str = "mkdocs"
) -> Built:
    """Run the engine over work/docs."""
    file = work / "mkdocs.yml"
    file.write_bytes(config(root, work, edition, note))
    command = [sys.executable, "-m", program, "build", "--config-file", str(file)]
    done = subprocess.run(command, env=environment(), cwd=work, capture_output=True, check=False)
    told = (done.stdout + done.stderr).decode("utf-8", "replace")
    if done.returncode:
        raise EngineFailed(told)
    warnings = tuple(line for line in told.splitlines() if line.startswith("WARNING"))
    files = kept(work / "site").items()
    slimmed = {path: slim(file) if path.endswith(".html") else file for path, file in files}
    return Built(slimmed, warnings)
