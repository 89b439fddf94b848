"""Lines of YAML as they are written, each with the cell of a form it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from generator.recording.kept import Kept


@dataclass
class Sheet:
    """The lines of a record as they are written, and from which cells of a form they come."""

    lines: list[str] = field(default_factory=list)
    origins: dict[int, Kept[object]] = field(default_factory=dict)

    def add(self, line: str, origin: Kept[object] | None = None) -> None:
        """Write a line."""
        self.lines.append(line)
        if origin:
            self.origins[len(self.lines)] = origin

    def put(self, key: str, kept: Kept[object]) -> None:
        """Write a value taken from a form."""
        self.add(f"{key}: {scalar(str(kept.value))}", kept)

    @property
    def text(self) -> str:
        """The whole file."""
        return "\n".join(self.lines) + "\n"


def scalar(text: str) -> str:
    """Return a text as one YAML value on one line, quoted only where it must be."""
    written: str = yaml.safe_dump([text], allow_unicode=True, width=10**6, default_flow_style=False)
    return written.removeprefix("- ").rstrip("\n")
