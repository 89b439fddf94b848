"""Whether a folder is in a repository, and which of its files the repository holds."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from generator.refusal import Refused
from generator.seals.faults import TRACKED
from generator.source import Location, Problem

_PATIENCE = 20
# Every file below the folder that any version of any branch has ever held.
_EVER = ("log", "--all", "--format=", "--name-only", "--relative", "-z", "--", ".")


def tracked(folder: Path, name: str) -> tuple[Problem, ...]:
    """Return a problem for each file below a folder that git keeps or kept, by `name/…` paths.

    Where there is no git, or no repository, nothing is kept by it. A repository that does not
    answer is told: what it keeps is not known.
    """
    try:
        now, ever = _asked(folder, "ls-files", "-z"), _asked(folder, *_EVER)
        ignored = _asked(folder, "check-ignore", "-q", ".")
    except OSError:
        return ()
    except subprocess.TimeoutExpired:
        return _unknown(folder, name)
    if now.returncode:
        return _unknown(folder, name)
    paths = _paths(now.stdout)
    told = "这个文件进了 git 仓库，等于已经公开；请告诉管仓库的人，把它移出仓库，旧版本也要清掉。"
    found = [Problem(Location(f"{name}/{path}", 1, 1), TRACKED.code, told) for path in paths]
    told = "这个文件以前进过 git 仓库，旧版本里还有，等于已经公开；请告诉管仓库的人，把旧版本清掉。"
    for path in sorted(set(_paths(ever.stdout)) - set(paths)):
        found.append(Problem(Location(f"{name}/{path}", 1, 1), TRACKED.code, told))
    if not found and ignored.returncode:
        told = (
            "这个文件夹在 git 仓库里，又没有写进 .gitignore，随手一次提交就公开了；请移到仓库外。"
        )
        found.append(Problem(Location(name, 1, 1), TRACKED.code, told))
    return tuple(found)


def _asked(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    # What stands in the environment of a hook speaks of another repository.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return subprocess.run(
        # A stick often belongs to nobody git knows; looking is harmless.
        ["git", "-c", "safe.directory=*", "-C", str(folder), *words],
        capture_output=True,
        check=False,
        env=environment,
        timeout=_PATIENCE,
    )


def _paths(listed: bytes) -> list[str]:
    return [os.fsdecode(path) for path in listed.split(b"\0") if path.strip()]


def refuse_tracked(folder: Path) -> None:
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
