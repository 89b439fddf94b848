"""A paper before typesetting: plain data for templates, with what a reader must know of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

Content = Mapping[str, object]


@dataclass(frozen=True)
class Part:
    """What one template is given: its name, and plain data of text, numbers, lists and mappings."""

    template: str
    content: Content


@dataclass(frozen=True)
class Paper:
    """One printable: path below the site's root, and what it is for.

    `size` is the paper to put in, `copy` for whom it is printed (份别); `plan` and `drill` are
    the ids of what it tells of, `record` that of the drill as it was held. A bundle of several
    papers has several parts.
    """

    path: str
    title: str
    purpose: str
    size: str
    copy: str
    plan: str
    drill: str
    parts: tuple[Part, ...]
    record: str = ""

    @cached_property
    def text(self) -> str:
        """Everything the templates are given, as JSON; the same for the same data."""
        given = {
            "title": self.title,
            "parts": [{"template": p.template, "content": p.content} for p in self.parts],
        }
        return json.dumps(given, ensure_ascii=False, sort_keys=True)

    @property
    def kind(self) -> str:
        """What kind of paper it is, by its file name: script, evaluation, all."""
        of = f"record-{self.record}-" if self.record else f"{self.drill}-"
        return self.path.rpartition("/")[2].removeprefix(of).partition(".")[0]

    @property
    def templates(self) -> tuple[str, ...]:
        """The names of the templates it needs, each once."""
        return tuple(dict.fromkeys(part.template for part in self.parts))


def content_hash(content: Content) -> str:
    """Return ten signs that change when a word of the content does."""
    told = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:10]
