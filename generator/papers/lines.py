"""The lines of a script with numbers: 2-3 is act 2, line 3; 2-A1 the first line of its track A."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.script import Line


def numbered(lines: tuple[Line, ...], prefix: str) -> Iterator[tuple[str, Line | str]]:
    """Yield each line with its number, and before a track its letter and name.

    Where the lines go on after tracks, an empty name says so.
    """
    tracks = 0
    for number, line in enumerate(lines, start=1):
        yield f"{prefix}{number}", line
        for name, inner in line.meanwhile.items():
            letter = f"{prefix}{chr(ord('A') + tracks % 26)}"
            tracks += 1
            yield letter, name
            yield from numbered(inner, letter)
        if line.meanwhile and number < len(lines):
            yield prefix.rstrip("-"), ""
