"""The engine that turns a folder of Markdown into HTML; the only file that knows MkDocs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import tree
from generator.model.registers import EditionNote
from generator.model.scale import Audience
from generator.render import MARK

# What a site that opens from a folder does not need: addresses that only a server has,
# source maps, and the theme's own search.
_DROPPED = re.compile(r"404\.html|sitemap\.xml(\.gz)?|.*\.map|assets/javascripts/(lunr|workers)/.*")


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
    config = work / "mkdocs.yml"
    config.write_bytes(_config(root, work, edition, note))
    command = [sys.executable, "-m", program, "build", "--config-file", str(config)]
    environment = os.environ | {
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "SOURCE_DATE_EPOCH": "0",
        "TZ": "UTC",
    }
    done = subprocess.run(command, env=environment, cwd=work, capture_output=True, check=False)
    told = (done.stdout + done.stderr).decode("utf-8", "replace")
    if done.returncode:
        raise EngineFailed(told)
    site = tree.files_in(work / "site")
    files = {path: content for path, content in site.items() if not _DROPPED.fullmatch(path)}
    return Built(files, tuple(line for line in told.splitlines() if line.startswith("WARNING")))


def _config(root: Path, work: Path, edition: Audience, note: EditionNote) -> bytes:
    """The child configuration, as JSON, which is YAML too."""
    settings: Mapping[str, object] = {
        "INHERIT": os.path.relpath(root / "mkdocs.yml", work),
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"custom_dir": os.path.relpath(root / "site_overrides", work)},
        "extra": {
            "mark": MARK,
            "edition_name": f"{edition.title}·{note.name}",
            "edition_date": str(note.date),
        },
    }
    return json.dumps(settings, ensure_ascii=False, indent=1).encode()
