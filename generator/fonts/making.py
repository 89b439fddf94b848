"""Making the fonts: `make fonts` cuts the Noto faces of a Debian machine down to `characters.txt`.

Needs the extra `fonts`, and Debian's fonts-noto-cjk and fonts-noto-core; the same packages
give the same bytes. Nothing else in the handbook imports this.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped]

from generator.fonts import ARABIC, FOLDER, characters

_CHINESE = Path("/usr/share/fonts/opentype/noto")
_OTHER = Path("/usr/share/fonts/truetype/noto")
_FACES = ("Regular", "Bold")
# Copyright, family, style, version and licence stay in each file as they were.
_NAMES = [0, 1, 2, 3, 4, 5, 6, 8, 11, 13, 14, 16, 17]


def main() -> None:
    """Write all faces beside this file."""
    for face in _FACES:
        for family in ("Serif", "Sans"):
            collection = TTCollection(_CHINESE / f"Noto{family}CJK-{face}.ttc")
            name = f"Noto {family} CJK SC"
            found = next(f for f in collection.fonts if f["name"].getBestFamilyName() == name)
            wanted = [ord(sign) for sign in characters() if sign != "\n"]
            _cut(found, wanted, FOLDER / f"Noto{family}CJKsc-{face}.otf")
        naskh = TTFont(_OTHER / f"NotoNaskhArabic-{face}.ttf")
        codes = [0x20, 0xA0, *(code for block in ARABIC for code in block)]
        _cut(naskh, codes, FOLDER / f"NotoNaskhArabic-{face}.ttf")


def _cut(font: TTFont, codes: list[int], target: Path) -> None:
    options = Options()
    options.name_IDs = _NAMES
    # Hints serve small screens; a printer has dots enough.
    options.hinting = False
    options.layout_features = [*options.layout_features, "halt"]
    options.drop_tables = [*options.drop_tables, "VORG", "vhea", "vmtx"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    cutter = Subsetter(options)
    cutter.populate(unicodes=codes)
    font.recalcTimestamp = False
    cutter.subset(font)
    font.save(target)


if __name__ == "__main__":
    main()
