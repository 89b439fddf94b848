"""A seal in a drill's record: what proves that the drill was fixed before it was held."""

from __future__ import annotations

import re
from typing import Annotated

from generator.model.record import Part
from generator.model.scalar import Scalar, Slip
from generator.model.words import Sentence

_HEX = re.compile(r"[0-9a-f]{64}")


def hexadecimal(text: str) -> str | None:
    """Return 64 hexadecimal signs as they are compared, without blanks; None for anything else."""
    bare = "".join(text.split()).lower()
    return bare if _HEX.fullmatch(bare) else None


def _hash(text: str) -> str:
    found = hexadecimal(text)
    if found is None:
        raise Slip(f"“{text}”不是 64 位十六进制数；请照封存时的原样抄。")
    return found


Hexadecimal = Annotated[str, Scalar(_hash, "64 位十六进制数")]


class Seal(Part):
    """SHA-256 over nonce ‖ package, with the nonce; the package is kept by the office."""

    nonce: Hexadecimal
    """封存时的随机数。"""
    hash: Hexadecimal
    """演练前存放或公布的封存值。"""
    form: Sentence | None = None
    """封存时印的评估表上“本表”一行写的字；预案的话后来改了，这份表照样取得回。"""
