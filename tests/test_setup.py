"""Set-up says in one Chinese sentence what to install, and the lock is whole."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

OLD = '#!/bin/sh\ncase "$*" in *version_info*) exit 1;; *--version*) echo "Python 3.9.2";; esac\n'
BARE = '#!/bin/sh\ncase "$*" in *venv*) exit 1;; esac\n'


@pytest.mark.parametrize(
    ("script", "told"),
    [(None, "请安装 Python 3.11"), (OLD, "Python 3.9.2 太旧"), (BARE, "请安装 python3-venv")],
    ids=["missing", "too old", "without venv"],
)
def test_what_is_missing_is_told(tmp_path: Path, script: str | None, told: str):
    python = tmp_path / "python"
    if script:
        python.write_text(script)
        python.chmod(0o755)
    done = subprocess.run(
        ["sh", ".ci/venv", str(python), str(tmp_path / "venv"), "requirements.lock"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert told in done.stderr and len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_everything_is_pinned_with_hashes(name: str):
    text = (ROOT / name).read_text(encoding="utf-8")
    pins = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert len(pins) > 20
    for pin in pins:
        assert "==" in pin.split("\n")[0] and "--hash=sha256:" in pin, pin
    assert "://" not in text


def test_no_version_is_loose():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = re.findall(r'^\s+"([a-z0-9-]+)([^"]*)"', text.split("[tool.hatch")[0], re.MULTILINE)
    assert wanted and all(version.startswith("==") for _, version in wanted)


def test_page_checkers_are_pinned_with_hashes():
    """Every package by its hash, from whatever registry a machine has set up."""
    folder = ROOT / "tests" / "web"
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    lock = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert lock.pop("")["devDependencies"] == wanted
    for name, package in lock.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name
