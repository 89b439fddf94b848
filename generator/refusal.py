"""What stops a command: problems with the data, or a request that cannot be met."""

from __future__ import annotations

from generator.source import Problem


class Refused(Exception):
    """The data, the site or a file has problems; nothing was written."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)}")
        self.problems = problems


class Unfit(Exception):
    """What was asked for does not fit; the text is the Chinese sentence that says how to mend it."""
