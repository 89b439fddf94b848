"""What the engine is told, what it runs in, and what of its output and of our overrides is used."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from generator import tree
from generator.model.registers import EditionNote
from generator.model.scale import Audience
from generator.render import MARK

# What a site that opens from a folder does not need: addresses that only a server has,
# source maps, the theme's own search, and pictures, which stand in the pages that show them.
_DROPPED = re.compile(
    r"404\.html|sitemap\.xml(\.gz)?|.*\.map|assets/javascripts/(lunr|workers)/.*|icons/.*"
)
_OVERRIDES = "site_overrides"


def environment() -> dict[str, str]:
    """Return what the engine runs in: no clock, no zone, nothing written beside its code."""
    return os.environ | {
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "SOURCE_DATE_EPOCH": "0",
        "TZ": "UTC",
    }


def kept(site: Path) -> dict[str, bytes]:
    """Return the files of a folder that go into a site, by their paths."""
    files = tree.files_in(site)
    return {path: content for path, content in files.items() if not _DROPPED.fullmatch(path)}


def config(root: Path, work: Path, edition: Audience, note: EditionNote) -> bytes:
    """Return the child configuration, as JSON, which is YAML too."""
    settings: Mapping[str, object] = {
        "INHERIT": os.path.relpath(root / "mkdocs.yml", work),
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"custom_dir": os.path.relpath(root / _OVERRIDES, work)},
        "extra": {
            "mark": MARK,
            "edition_name": f"{edition.title}·{note.name}",
            "edition_date": str(note.date),
        },
    }
    return json.dumps(settings, ensure_ascii=False, indent=1).encode()


def own_files(root: Path) -> dict[str, bytes]:
    """Return the files of our overrides that come into every site as they are."""
    files = kept(root / _OVERRIDES)
    return {path: content for path, content in files.items() if not path.endswith(".html")}


def styles(root: Path) -> str:
    """Return our own sheets in their order, but for what dresses the theme."""
    sheets = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))["extra_css"]
    files = [root / _OVERRIDES / sheet for sheet in sheets if not sheet.endswith("/theme.css")]
    return "".join(file.read_text(encoding="utf-8") for file in files)


def folding(root: Path) -> str:
    """Return the script that folds on a screen what stands open without it."""
    return (root / _OVERRIDES / "assets" / "fold.js").read_text(encoding="utf-8")
