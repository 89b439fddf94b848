"""Whether a folder is in a repository, and which of its files the repository holds."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from generator.refusal import Refused
from generator.seals.faults import TRACKED
from generator.source import Location, Problem

_PATIENCE = 20


def tracked(folder: Path, name: str) -> tuple[Problem, ...]:
    """Return a problem for each file below a folder that git keeps, by `name/…` paths.

    Where there is no git, or no repository, nothing is kept by it. A repository that does not
    answer is told: what it keeps is not known.
    """
    # What stands in the environment of a hook speaks of another repository.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    try:
        asked = subprocess.run(
            # A stick often belongs to nobody git knows; looking is harmless.
            ["git", "-c", "safe.directory=*", "-C", str(folder), "ls-files", "-z"],
            capture_output=True,
            check=False,
            env=environment,
            timeout=_PATIENCE,
        )
    except OSError:
        return ()
    except subprocess.TimeoutExpired:
        return _unknown(folder, name)
    if asked.returncode:
        return _unknown(folder, name)
    paths = [os.fsdecode(path) for path in asked.stdout.split(b"\0") if path]
    told = "这个文件进了 git 仓库，等于已经公开；请告诉管仓库的人，把它移出仓库，旧版本也要清掉。"
    return tuple(Problem(Location(f"{name}/{path}", 1, 1), TRACKED.code, told) for path in paths)


def untracked(folder: Path) -> None:
    """Raise Refused where git keeps any file of the private folder."""
    if problems := tracked(folder, "private"):
        raise Refused(problems)


def _unknown(folder: Path, name: str) -> tuple[Problem, ...]:
    repository = repository_of(folder)
    if repository is None:
        return ()
    told = f"这个文件夹在 git 仓库 {repository} 里，查不出哪些文件进了仓库；请移到仓库外。"
    return (Problem(Location(name, 1, 1), TRACKED.code, told),)


def repository_of(folder: Path) -> Path | None:
    """Return the repository a folder lies in, whether or not it exists yet, or None."""
    whole = folder.resolve()
    return next((above for above in (whole, *whole.parents) if (above / ".git").exists()), None)
