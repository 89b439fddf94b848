"""What the office keeps of a seal in its private folder: nonce, package, commitment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator import seals
from generator.model.seal import hexadecimal
from generator.refusal import Refused
from generator.seals import commitment, faults
from generator.source import Location, Problem, Rule

NONCE, PACKAGE, SHEET = "nonce.txt", "package.zip", "commitment.txt"


@dataclass(frozen=True)
class Kept:
    """A seal as it is kept; a blank one has an empty package."""

    nonce: bytes
    package: bytes
    hash: str

    @property
    def recomputed(self) -> str:
        """The commitment as it comes out now."""
        return commitment.digest(self.nonce, self.package)

    @property
    def files(self) -> dict[str, bytes]:
        """The files it is kept in; a blank has no package."""
        package = {PACKAGE: self.package} if self.package else {}
        sheet = commitment.sheet(self.hash).encode()
        return {NONCE: f"{self.nonce.hex()}\n".encode(), **package, SHEET: sheet}


def sealed(package: bytes) -> Kept:
    """Return a new seal for a package, with a new nonce."""
    nonce = commitment.new_nonce()
    return Kept(nonce, package, commitment.digest(nonce, package))


def place(private: Path, id: str) -> Path:
    """Return the folder of a seal."""
    return private / seals.FOLDER / id


def read(folder: Path) -> Kept:
    """Return the seal in a folder; raise Refused with all that is missing or cannot be read."""
    told: list[Problem] = []
    nonce = _line(folder / NONCE, hexadecimal, "随机数", told)
    hash = _line(folder / SHEET, commitment.sheet_hash, "封存值", told)
    package = folder / PACKAGE
    content = package.read_bytes() if package.is_file() else commitment.EMPTY
    kept = Kept(bytes.fromhex(nonce), content, hash)
    if not told and not package.is_file() and kept.recomputed != hash:
        told.append(_missing(package, "封存包不在，又不是空白封存；请从备份里找回来放到这里。"))
    if told:
        raise Refused(tuple(told))
    return kept


def _line(path: Path, parse: Callable[[str], str | None], what: str, told: list[Problem]) -> str:
    if not path.is_file():
        told.append(_missing(path, f"{what}不在，核对不了；请从备份里找回来放到这里。"))
        return ""
    found = parse(path.read_text(encoding="utf-8", errors="replace"))
    if found is None:
        told.append(_missing(path, f"{what}读不出，应是 64 位十六进制数；请从备份里恢复。"))
    return found or ""


def _missing(path: Path, sentence: str) -> Problem:
    return Problem(Location(str(path), 1, 1), faults.INCOMPLETE.code, sentence)


def fault(rule: Rule, path: Path, sentence: str) -> Refused:
    """Return the refusal of one problem with a file or a folder."""
    return Refused((Problem(Location(str(path), 1, 1), rule.code, sentence),))
