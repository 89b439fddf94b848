"""The checkers of pages that run in Node and Java: installed by `npm ci` in tests/web, or absent.

Without them the tests that need them are skipped; with CI set they fail instead.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CI, ROOT

_FOLDER = ROOT / "tests" / "web"
_MODULES = _FOLDER / "node_modules"


def _needs(*programs: str) -> pytest.MarkDecorator:
    absent = not _MODULES.is_dir() or not all(map(shutil.which, programs))
    reason = " and ".join(("needs `npm ci --ignore-scripts` in tests/web", *programs))
    return pytest.mark.skipif(absent and not CI, reason=reason)


needs_modules = _needs()
needs_node = _needs("node")
needs_java = _needs("java")


def axe() -> str:
    """The script that finds what shuts people out."""
    return (_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def linted(sources: Sequence[dict[str, str]]) -> list[str]:
    """What is wrong in style sheets and scripts: {name, kind, text}, see lint.mjs."""
    done = subprocess.run(
        ["node", "lint.mjs"],
        input=json.dumps(sources),
        cwd=_FOLDER,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def validated(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """The errors of the Nu checker, from one run over all files and folders."""
    jar = _MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--format", "json", "--errors-only", "--stdout"]
    done = subprocess.run(
        [*command, "--skip-non-html", *map(str, paths)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout, done.stderr
    return json.loads(done.stdout)["messages"]
