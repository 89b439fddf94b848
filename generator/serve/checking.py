"""`handbook check` in a process of its own: what it finds, and dropping it for a newer one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile

from generator.build import ROOT
from generator.gathering import Folders
from generator.source import Location, Problem

_LOW = 19
_BROKEN_OFF = "检查没有做完，是程序自己的问题；请把 build/error.log 发给维护人员。"


class Check:
    """One run of the checks over all files."""

    def __init__(self, folders: Folders) -> None:
        command = [sys.executable, "-m", "generator", "check", "--format", "json"]
        command += ["--plans", str(folders.plans.absolute())]
        command += ["--content", str(folders.content.absolute())]
        # There is no finished site to put back in place: a preview leaves dist/ alone.
        command += ["--out", str(folders.work / "nowhere")]
        if folders.private is not None:
            command += ["--private", str(folders.private.absolute())]
        # A pipe nobody reads would stop it at 64 kB.
        self._found = tempfile.TemporaryFile()  # noqa: SIM115 (closed with the check)
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=self._found,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
        )
        # The browser and the pages come first; Windows has been told above.
        if hasattr(os, "setpriority"):
            os.setpriority(os.PRIO_PROCESS, self._process.pid, _LOW)

    def lines(self) -> tuple[str, ...] | None:
        """Return the problems as the terminal lists them, or None while they are looked for."""
        if self._process.poll() is None:
            return None
        self._found.seek(0)
        try:
            rows = json.loads(self._found.read())
        except ValueError:
            return (_BROKEN_OFF,)
        return tuple(str(_problem(row)) for row in rows)

    def close(self) -> None:
        """End it, whether it is done or not."""
        self._process.kill()
        self._process.wait()
        self._found.close()


def _problem(row: dict[str, str]) -> Problem:
    where = Location(row["path"], int(row["line"]), int(row["column"]))
    return Problem(where, row["code"], row["message"])
