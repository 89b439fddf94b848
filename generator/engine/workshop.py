"""The engine kept running, for the preview."""

from __future__ import annotations

import json
import subprocess
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from generator import tree
from generator.engine.building import EngineFailed
from generator.engine.settings import config, environment, kept
from generator.model.registers import EditionNote
from generator.model.scale import Audience


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
        file = self._work / "mkdocs.yml"
        file.write_bytes(config(self._root, self._work, self._edition, note))
        if failure := self._asked(file):
            raise EngineFailed(failure)
        files = kept(self._work / "site")
        if "index.md" not in docs:
            del files["index.html"]
        return files

    def _asked(self, file: Path) -> str:
        if self._process is None or self._process.poll() is not None:
            self._process = self._started()
        asks, answers = self._process.stdin, self._process.stdout
        assert asks and answers
        asks.write(f"{json.dumps(str(file))}\n")
        asks.flush()
        answer = answers.readline()
        return str(json.loads(answer)) if answer else "the engine has ended"

    def _started(self) -> subprocess.Popen[str]:
        # The pages' own folder is no place to import from; the project's root is.
        command = [sys.executable, "-c", f"from {__name__} import work_on; work_on()"]
        return subprocess.Popen(
            command,
            env=environment(),
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
