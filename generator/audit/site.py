"""A finished site as audits see it: files, and what its pages contain."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser

from generator.audit import packed
from generator.handbook.book import Handbook
from generator.model.scale import Audience

_NAMES = ("public", "responder", "trainer")


@dataclass(frozen=True)
class Tag:
    """One start tag of a page."""

    name: str
    attributes: dict[str, str]
    line: int


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("script", "style")
        line = self.getpos()[0]
        self.tags.append(Tag(tag, {key: value or "" for key, value in attrs}, line))

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


@dataclass(frozen=True)
class Audited:
    """One edition's finished site, with the whole handbook and the edition's own.

    `own_words` are what the program itself prints, rules and field meanings: no record's secret.
    `printed` is what the printables were typeset from, by path: all the words a PDF can have.
    """

    whole: Handbook
    book: Handbook
    edition: Audience
    files: dict[str, bytes]
    own_words: tuple[str, ...] = ()
    printed: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The edition's folder name."""
        return _NAMES[self.edition]

    @cached_property
    def pages(self) -> dict[str, tuple[Tag, ...]]:
        """The start tags of every page."""
        return {path: tuple(parsed.tags) for path, parsed in self._parsed.items()}

    @cached_property
    def words(self) -> dict[str, str]:
        """The visible words of every page."""
        return {path: "\n".join(parsed.words) for path, parsed in self._parsed.items()}

    @cached_property
    def decoded(self) -> dict[str, str]:
        """Every text file as text: entities and escapes resolved, zero-width characters gone.

        PDF files are read by what they were typeset from, packed ones by every member.
        """
        printed = {path: decoded(text) for path, text in self.printed.items()}
        unpacked = {
            path: "\n".join(decoded(text) for text in texts) for path, texts in self._packed.items()
        }
        return (
            printed
            | unpacked
            | {
                path: decoded(content.decode("utf-8", "replace"))
                for path, content in self.files.items()
                if not path.endswith((".png", ".woff2", ".pdf", *packed.SUFFIXES))
            }
        )

    @cached_property
    def office(self) -> dict[str, str]:
        """The visible words of every Word and Excel file."""
        return {
            path: html.unescape(packed.words(content))
            for path, content in self.files.items()
            if path.endswith((".docx", ".xlsx"))
        }

    @cached_property
    def unread(self) -> tuple[str, ...]:
        """Files no audit can read: a PDF nobody knows the words of, a picture in an office file."""
        known = {self.files[path] for path in self.printed if path in self.files}
        loose = [path for path in self.files if path.endswith(".pdf") and path not in self.printed]
        inside = [
            f"{path}/{name}"
            for path, content in self.files.items()
            if path.endswith(packed.SUFFIXES)
            for name, member in packed.members(content)
            if member and not packed.is_text(name) and member not in known
        ]
        return (*loose, *inside)

    @cached_property
    def _packed(self) -> dict[str, list[str]]:
        """The texts in packed files: names of members, and members that are markup."""
        return {
            path: [
                text
                for name, member in packed.members(content)
                for text in (name, member.decode("utf-8", "replace"))
                if text is name or packed.is_text(name)
            ]
            for path, content in self.files.items()
            if path.endswith(packed.SUFFIXES)
        }

    @cached_property
    def _parsed(self) -> dict[str, _Tags]:
        parsed = {}
        for path, content in self.files.items():
            if path.endswith(".html"):
                parsed[path] = _Tags()
                parsed[path].feed(content.decode("utf-8", "replace"))
                parsed[path].close()
        return parsed


_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_HIDDEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]|\\s")
_TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)


def decoded(text: str) -> str:
    """Return text as a reader or a search would see it, then once more with tags joined.

    Entities and escapes are resolved, zero-width characters and blanks dropped; with tags
    kept, what stands in attributes is seen too.
    """
    text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    whole = _HIDDEN.sub("", html.unescape(text))
    return f"{whole}\n{_HIDDEN.sub('', html.unescape(_TAG.sub('', text)))}"
