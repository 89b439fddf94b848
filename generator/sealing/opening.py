"""`handbook open`: after the drill its seal is verified, and it becomes one of its plan's drills."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from generator import checks, schema, tree
from generator.build import Folders, Refused, gather
from generator.handbook import kinds
from generator.handbook.reading import read_handbook
from generator.model.drill import Drill
from generator.model.time import Day
from generator.sealing import kept
from generator.sealing.closing import drill_of
from generator.sealing.package import DRILL, drill_in
from generator.sealing.writing import new_files, refuse_existing
from generator.seals import faults
from generator.skeleton import Unfit, fitting
from generator.source import in_order

# What the office knows of the drill's course comes with `handbook record`.
_RECORD = """{editor}
drill: {name}
held_on: {held}
summary: 方案演练前已封存；演练后启封核对，与封存时一致。
seal:
  nonce: {nonce}
  hash: {hash}
"""
_STATUS = re.compile(rb"^(status:[ \t]+)([\"']?)" + "计划".encode() + rb"\2", re.MULTILINE)


def disclose(
    folders: Folders, private: Path, id: str, name: str, held: Day | None
) -> tuple[Path, ...]:
    """Move an opened drill into its plan and write its record; return what was written.

    Raise Refused where the seal is broken, something is there already, or the handbook would
    have problems; then nothing has changed.
    """
    reading, problems = gather(folders)
    if problems:
        raise Refused(problems)
    drill = drill_of(reading.handbook, id)
    assert drill.plan
    source = private / "sealed" / f"{id}.yaml"
    seal = intact(kept.place(private, id))
    written = source.read_bytes()
    if drill_in(seal.package) != written:
        told = f"演练文件和封存的那一份不一样；请用封存包里的 {DRILL} 换回来，再启封。"
        raise kept.fault(faults.REWRITTEN, source, told)
    fitting(name)
    day = held or (drill.held_on if isinstance(drill.held_on, Day) else None)
    if day is None:
        raise Unfit("演练文件里没有写日期；请用 --held 写上哪一天演的，如 --held 2027-03-18。")
    stem = f"plans/{drill.plan.id}"
    record = f"{stem}/records/{name}.yaml"
    new = {
        f"{stem}/drills/{name}.yaml": ended(written),
        record: _record(record, name, day, seal).encode(),
    }
    targets = {folders.plans / path.removeprefix("plans/"): new[path] for path in new}
    for target in targets:
        refuse_existing(target)
    _proven(folders, new, drill, name)
    new_files(targets, source)
    return tuple(targets)


def intact(folder: Path) -> kept.Kept:
    """Return the seal in a folder; raise Refused where it is broken."""
    seal = kept.read(folder)
    if seal.recomputed != seal.hash:
        told = (
            f"封存值对不上：封存时是 {seal.hash}，现在算出来是 {seal.recomputed}；"
            "封存包、随机数或封存值改过了，请用封存那一天的原件。"
        )
        raise kept.fault(faults.CHANGED, folder, told)
    return seal


def ended(written: bytes) -> bytes:
    """Return a drill's file with its status 已结束, and every other byte as it was."""
    return _STATUS.sub(lambda found: found[1] + "已结束".encode(), written, count=1)


def _record(path: str, name: str, held: Day, seal: kept.Kept) -> str:
    editor = schema.editor_line(path, kinds.RECORD)
    nonce = seal.nonce.hex()
    return _RECORD.format(editor=editor, name=name, held=held, nonce=nonce, hash=seal.hash)


def _proven(folders: Folders, new: Mapping[str, bytes], drill: Drill, name: str) -> None:
    """Raise Refused where the handbook would have problems with the new files."""
    files = dict(new)
    for folder, of in ((folders.plans, "plans"), (folders.content, "content")):
        files |= tree.read_folder(folder, of)[0]
    reading = read_handbook(files)
    if problems := in_order((*reading.problems, *checks.problems(reading))):
        raise Refused(problems)
    assert drill.plan
    there = reading.handbook.plans[drill.plan.id].drills[name]
    # The one line that was changed is the one that was meant.
    assert there == drill.changed(id=name, status="已结束")
