"""`handbook verify`: a seal computed again, from its folder, a record, or a package and a nonce."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator import tree
from generator.handbook.reading import read_handbook
from generator.model.results import DrillRecord
from generator.model.seal import hexadecimal
from generator.refusal import Unfit
from generator.sealing import kept
from generator.sealing.opened import ended
from generator.sealing.package import drill_in
from generator.seals import commitment, faults


@dataclass(frozen=True)
class Verified:
    """What was told beforehand and what comes out now; `told` is empty where nothing was given.

    `drill` says whether the drill in the plan is the packed one; None where it was not compared.
    """

    told: str
    found: str
    blank: bool
    drill: bool | None = None

    @property
    def fits(self) -> bool:
        """Whether the seal holds."""
        return self.told == self.found and self.drill is not False


def verify(path: Path, package: Path | None, nonce: str, told: str) -> Verified:
    """Compute a seal again.

    `path` is the folder of a seal, the record of an opened drill, or a package; `nonce` and
    `told`, the commitment, are hexadecimal or name a file that holds them. Raise Unfit where
    something is still to be given, Refused where something is not whole.
    """
    if path.suffix in (".yaml", ".yml"):
        return _of_record(path, package, told)
    folder = path if path.is_dir() else path.parent
    if path.is_dir() and (path / kept.NONCE).is_file() and not nonce:
        seal = kept.read(path)
        return _compared(seal.nonce, seal.package, given(told) or seal.hash)
    if not nonce:
        raise Unfit("还要随机数；请加 --nonce，写随机数，或写 nonce.txt 在哪里。")
    content = _bytes(package or (path / kept.PACKAGE if path.is_dir() else path))
    sheet = folder / kept.SHEET
    return _compared(
        bytes.fromhex(given(nonce)), content, given(told or (str(sheet) if sheet.is_file() else ""))
    )


def _of_record(path: Path, package: Path | None, told: str) -> Verified:
    """Compare with what a record says, and the drill in the plan with the packed one."""
    record = _record(path)
    if record is None or record.seal is None:
        raise Unfit(f"{path} 不是写着 seal（封存）的演练记录；启封过的演练才有。")
    if package is None:
        raise Unfit("记录里只有随机数和封存值；请加 --package，写封存包 package.zip 在哪里。")
    content = _bytes(package)
    nonce = bytes.fromhex(record.seal.nonce)
    compared = _compared(nonce, content, given(told) or record.seal.hash)
    drill = path.resolve().parent.parent / "drills" / f"{record.drill.id}.yaml"
    packed = drill_in(content)
    if packed is None or not drill.is_file():
        return compared
    return Verified(compared.told, compared.found, False, drill.read_bytes() == ended(packed))


def _record(path: Path) -> DrillRecord | None:
    plan = path.resolve().parent.parent
    files, _ = tree.read_folder(plan.parent, "plans")
    book = read_handbook(files).handbook.plans.get(plan.name)
    return book.records.get(path.stem) if book and path.parent.name == "records" else None


def _compared(nonce: bytes, package: bytes, told: str) -> Verified:
    found = commitment.digest(nonce, package)
    return Verified(told, found, package == commitment.EMPTY)


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise kept.fault(faults.INCOMPLETE, path, "没有这个文件；请写对封存包在哪里。")
    content = path.read_bytes()
    if commitment.sheet_hash(content.decode("utf-8", errors="replace")):
        raise Unfit(
            f"{path} 是写着封存值的那一张，不是封存包；请写 package.zip 在哪里，它用 --hash 给。"
        )
    return content


def given(told: str) -> str:
    """Return the 64 hexadecimal signs that are told, or stand in the file that is named."""
    if not told:
        return ""
    path = Path(told)
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else told
    found = hexadecimal(text) or commitment.sheet_hash(text)
    if found is None:
        raise Unfit(f"“{told}”不是 64 位十六进制数，也不是写着它的文件；请照原样抄。")
    return found
