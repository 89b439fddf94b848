"""The engine that turns a folder of Markdown into HTML; the only file that knows MkDocs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import yaml

from generator import tree
from generator.model.registers import EditionNote
from generator.model.scale import Audience
from generator.render import MARK
from generator.slim import slim

# What a site that opens from a folder does not need: addresses that only a server has,
# source maps, the theme's own search, and pictures, which stand in the pages that show them.
_DROPPED = re.compile(
    r"404\.html|sitemap\.xml(\.gz)?|.*\.map|assets/javascripts/(lunr|workers)/.*|icons/.*"
)

_OVERRIDES = "site_overrides"
_HOLE = re.compile(rb"<!--piece (\d+)-->")
# Python-Markdown empties lines of nothing but spaces.
_SPACES = re.compile(r"(?<=\n) +\n")


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
    done = subprocess.run(command, env=_environment(), cwd=work, capture_output=True, check=False)
    told = (done.stdout + done.stderr).decode("utf-8", "replace")
    if done.returncode:
        raise EngineFailed(told)
    warnings = tuple(line for line in told.splitlines() if line.startswith("WARNING"))
    files = _kept(work / "site").items()
    slimmed = {path: slim(file) if path.endswith(".html") else file for path, file in files}
    return Built(slimmed, warnings)


class Workshop:
    """The engine kept running in a process of its own, so that its imports are paid for once.

    It makes only the pages it is given: no page holds a link that the engine would look up.
    """

    def __init__(self, root: Path, work: Path, edition: Audience) -> None:
        self._root, self._work, self._edition = root, work, edition
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Workshop:
        self._work.mkdir(parents=True, exist_ok=True)
        self._process = self._started()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process:
            self._process.kill()
            # What was still on its way to the killed process is of no use.
            with suppress(OSError):
                self._process.communicate()
            self._process = None

    def build(self, note: EditionNote, docs: dict[str, bytes]) -> dict[str, bytes]:
        """Return the pages made from docs, and the files of the theme, by their paths."""
        # The theme links to the home page from everywhere.
        tree.write_folder(self._work / "docs", {"index.md": b"# -\n"} | docs)
        config = self._work / "mkdocs.yml"
        config.write_bytes(_config(self._root, self._work, self._edition, note))
        if failure := self._asked(str(config)):
            raise EngineFailed(failure)
        files = _kept(self._work / "site")
        if "index.md" not in docs:
            del files["index.html"]
        return files

    def _asked(self, config: str) -> str:
        if self._process is None or self._process.poll() is not None:
            self._process = self._started()
        asks, answers = self._process.stdin, self._process.stdout
        assert asks and answers
        asks.write(f"{json.dumps(config)}\n")
        asks.flush()
        answer = answers.readline()
        return str(json.loads(answer)) if answer else "the engine has ended"

    def _started(self) -> subprocess.Popen[str]:
        # The pages' own folder is no place to import from; the project's root is.
        command = [sys.executable, "-c", f"from {__name__} import work_on; work_on()"]
        return subprocess.Popen(
            command,
            env=_environment(),
            cwd=self._root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )


def work_on() -> None:
    """Build each configuration named on the input, and answer with what went wrong or nothing."""
    # Only the process of a workshop needs the engine itself.
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config

    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        failure = ""
        try:
            build_site(load_config(json.loads(line)))
        except (Exception, SystemExit) as error:
            failure = fault(error)
        answers.write(f"{json.dumps(failure)}\n")
        answers.flush()


def fault(error: BaseException) -> str:
    """Return where and why something broke, in one line: a template's own place if it was one."""
    name = getattr(error, "filename", None)
    line = getattr(error, "lineno", None)
    if not (name and line):
        last = traceback.extract_tb(error.__traceback__)[-1]
        name, line = last.filename, last.lineno
    return " ".join(f"{name}:{line}: {type(error).__name__}: {error}".split())


def own_files(root: Path) -> dict[str, bytes]:
    """Return the files of our overrides that come into every site as they are."""
    files = _kept(root / _OVERRIDES)
    return {path: content for path, content in files.items() if not path.endswith(".html")}


def styles(root: Path) -> str:
    """Return our own sheets in their order, but for what dresses the theme."""
    sheets = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))["extra_css"]
    files = [root / _OVERRIDES / sheet for sheet in sheets if not sheet.endswith("/theme.css")]
    return "".join(file.read_text(encoding="utf-8") for file in files)


def folding(root: Path) -> str:
    """Return the script that folds on a screen what stands open without it."""
    return (root / _OVERRIDES / "assets" / "fold.js").read_text(encoding="utf-8")


def hole(number: int) -> str:
    """Return what stands in Markdown for a finished piece of HTML: the engine reads it fast."""
    return f"<!--piece {number}-->"


def filled(page: bytes, pieces: Sequence[str]) -> bytes:
    """Return a page with its pieces put back, as they would be had the engine read them."""

    def piece(found: re.Match[bytes]) -> bytes:
        return _SPACES.sub("\n", pieces[int(found[1])]).encode()

    return slim(_HOLE.sub(piece, page))


def _environment() -> dict[str, str]:
    return os.environ | {
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "SOURCE_DATE_EPOCH": "0",
        "TZ": "UTC",
    }


def _kept(site: Path) -> dict[str, bytes]:
    files = tree.files_in(site)
    return {path: content for path, content in files.items() if not _DROPPED.fullmatch(path)}


def _config(root: Path, work: Path, edition: Audience, note: EditionNote) -> bytes:
    """The child configuration, as JSON, which is YAML too."""
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
