"""YAML events to nodes. Events, not the composer: nesting is refused before it can hurt."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from generator.source import Location, Problem
from generator.yamltext import encoding, layout, rules, shift
from generator.yamltext.builder import Builder
from generator.yamltext.node import Node
from generator.yamltext.shift import Shift


def read(
    path: str, raw: bytes, shifts: Sequence[Shift] = ()
) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the file's node, or None, and every problem found.

    A file that cannot be read as YAML yields its slips of layout, or else its first
    syntax error; what would only follow from them is not reported. With `shifts` it is
    read as if those lines had been moved; places stay those of the file as it is.
    """
    text, wrong = encoding.decode(path, raw)
    wrong += encoding.gathered(layout.problems(path, text))
    if wrong:
        return None, wrong
    builder = Builder(path, tuple(shifts))
    shown = shift.applied(text, shifts)
    try:
        for event in yaml.parse(shown, Loader=yaml.CSafeLoader):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        stopped = tuple(builder.stopped(error, shown.split("\n")))
        return None, (*builder.problems, *stopped)
    if builder.root is None and not builder.problems:
        builder.report(Location(path, 1, 1), rules.SYNTAX, "文件是空的，请按样例填写或删去文件。")
    return (None if builder.broken else builder.root), tuple(builder.problems)
