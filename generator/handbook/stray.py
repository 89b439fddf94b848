"""Files that are no file of the handbook: what to do with them, a folder at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.handbook.kinds import kind_of
from generator.model.scalar import Slip
from generator.model.words import parse_id
from generator.source import Location, Problem, Rule

FILE = Rule(
    "P110",
    "不认识的文件，或缺少 plan.yaml",
    "放错地方的文件不会出现在任何页面上。",
    "plans/weather/行动.yaml",
    "plans/weather/actions.yaml",
)
_COPY = re.compile(r"\(\d+\)|（\d+）|副本|备份|copy|\.bak$|~$", re.IGNORECASE)


def stray(paths: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each stray file; for a folder with a wrong name, only one."""
    told: set[str] = set()
    for path in paths:
        folder = _wrong_folder(path)
        if folder is None:
            yield Problem(Location(path, 1, 1), FILE.code, _file(path))
        elif folder not in told:
            told.add(folder)
            sentence = f"文件夹“{folder}”的名称只能用小写拼音、数字和连字符，以字母开头；请改名。"
            yield Problem(Location(path, 1, 1), FILE.code, sentence)


def _wrong_folder(path: str) -> str | None:
    """The name of a plan's folder, where it is no id."""
    steps = path.split("/")
    if len(steps) < 3 or steps[0] != "plans":
        return None
    try:
        parse_id(steps[1])
    except Slip:
        return steps[1]
    return None


def _file(path: str) -> str:
    if _COPY.search(path):
        return "这像是别的文件的副本，请移到 plans 外面，或删去。"
    meant = re.sub(r"\.(yml|yaml\.txt|yml\.txt|txt)$", ".yaml", path.lower())
    if meant != path and kind_of(meant):
        return f"文件名不对，请改成 {meant.rpartition('/')[2]}。"
    return "这里不该有这个文件，请移走或改成规定的名称。"
