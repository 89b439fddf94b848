"""`handbook open`: after the drill its seal is verified, and it becomes one of its plan's drills."""

from __future__ import annotations

from pathlib import Path

from generator.creating import new_files, refuse_existing
from generator.gathering import Folders, sound
from generator.model.time import Day
from generator.refusal import Unfit
from generator.sealing import kept, opened, verifying
from generator.sealing.closing import drill_of
from generator.sealing.package import DRILL, drill_in
from generator.seals import faults
from generator.skeleton import fitting


def disclose(
    folders: Folders, private: Path, id: str, name: str, held: Day | None, told: str = ""
) -> tuple[Path, ...]:
    """Move an opened drill into its plan and write its record; return what was written.

    `told` is the commitment as it was deposited or published: only that proves anything.
    Raise Refused where the seal is broken, something is there already, or the handbook would
    have problems; then nothing has changed.
    """
    reading = sound(folders)
    drill = drill_of(reading.handbook, id)
    assert drill.plan
    source = private / "sealed" / f"{id}.yaml"
    seal = intact(kept.place(private, id))
    if told and verifying.given(told) != seal.hash:
        words = f"存放或公布的封存值不是这一份的；这里是 {seal.hash}，请核对是哪一次的封存。"
        raise kept.fault(faults.CHANGED, kept.place(private, id), words)
    written = source.read_bytes()
    if drill_in(seal.package) != written:
        told = f"演练文件和封存的那一份不一样；请用封存包里的 {DRILL} 换回来，再启封。"
        raise kept.fault(faults.REWRITTEN, source, told)
    fitting(name)
    day = held or (drill.held_on if isinstance(drill.held_on, Day) else None)
    if day is None:
        raise Unfit("演练文件里没有写日期；请用 --held 写上哪一天演的，如 --held 2027-03-18。")
    new = opened.files(reading.handbook, drill, name, written, day, seal)
    targets = {folders.plans / path.removeprefix("plans/"): new[path] for path in new}
    for target in targets:
        refuse_existing(target)
    opened.prove(folders, new, drill, name)
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
