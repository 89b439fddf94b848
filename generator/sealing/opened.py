"""What an opened drill becomes: one of its plan's, with a record to fill in; proved, not yet written."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator import checks, schema, tree
from generator.gathering import Folders
from generator.handbook import kinds
from generator.handbook.book import Handbook
from generator.handbook.reading import read_handbook
from generator.model.drill import Drill
from generator.model.seal import Seal
from generator.model.time import Day
from generator.recording.writing import fresh
from generator.refusal import Refused
from generator.sealing import kept
from generator.sealing.package import form_in
from generator.seals import faults
from generator.source import Problem, in_order

_STATUS = re.compile(rb"^(status:[ \t]+)([\"']?)" + "计划".encode() + rb"\2", re.MULTILINE)


def files(
    book: Handbook, drill: Drill, name: str, written: bytes, day: Day, seal: kept.Kept
) -> dict[str, bytes]:
    """Return the files of drill and record by their paths in the handbook."""
    assert drill.plan
    stem = f"plans/{drill.plan.id}"
    record = f"{stem}/records/{name}.yaml"
    return {
        f"{stem}/drills/{name}.yaml": ended(written),
        record: _record(book, drill.changed(id=name), record, day, seal).encode(),
    }


def ended(written: bytes) -> bytes:
    """Return a drill's file with its status 已结束, and every other byte as it was."""
    return _STATUS.sub(lambda found: found[1] + "已结束".encode(), written, count=1)


def _record(book: Handbook, drill: Drill, path: str, day: Day, seal: kept.Kept) -> str:
    """Return the record to fill in, as if the drill were one of its plan's already."""
    assert drill.plan
    plan = book.plans[drill.plan.id]
    plan = plan.changed(drills={**plan.drills, drill.id: drill})
    book = book.changed(plans={**book.plans, plan.plan.id: plan})
    form = form_in(seal.package) if seal.package else ""
    told = Seal(nonce=seal.nonce.hex(), hash=seal.hash, form=form or None)
    return fresh(book, plan, drill, schema.editor_line(path, kinds.RECORD), day, told)


def prove(folders: Folders, new: Mapping[str, bytes], drill: Drill, name: str) -> None:
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
    if there != drill.changed(id=name, status="已结束"):
        told = "状态这一行认不出来；请把它写成单独一行 status: 计划，前后不加引号。"
        raise Refused((Problem(there.place_of("status"), faults.REWRITTEN.code, told),))
