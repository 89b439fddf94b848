"""A page before the engine: sections of HTML with explicit ids, and the Markdown file they make."""

from __future__ import annotations

import json
import posixpath
from dataclasses import asdict, dataclass

from generator.render import SITE, markdown_text, style_text, visible_text


@dataclass(frozen=True)
class Section:
    """A part of a page with a heading of its own; search data are made from these.

    `record` is the id of the record whose home this is, if it is one record's. What a section
    `repeats` is at home elsewhere: search finds it there, and here by the page's title only.
    What stands `across` is printed on a sheet turned on its side.
    """

    id: str
    title: str
    html: str
    kind: str
    record: str = ""
    level: int = 2
    repeats: bool = False
    across: bool = False

    @property
    def text(self) -> str:
        """The words of the section."""
        return visible_text(self.html)

    @property
    def classes(self) -> str:
        """The classes of its block."""
        return f"part part-{self.kind}{' across' if self.across else ''}"


@dataclass(frozen=True)
class Link:
    """An entry of the page's own navigation: the page itself is `current`, one above it `above`."""

    title: str
    url: str
    current: bool = False
    above: bool = False


@dataclass(frozen=True)
class Page:
    """One page: path below the site's root, ending in .html.

    `nav` is the site's navigation as this page shows it, `tabs` the pages of the same plan,
    `up` the page this one hangs under, where neither of them shows it.
    A page that people carry away alone also comes as one file. `type` is the page type's name.
    """

    path: str
    title: str
    sections: tuple[Section, ...]
    nav: tuple[Link, ...] = ()
    tabs: tuple[Link, ...] = ()
    up: Link | None = None
    alone: bool = False
    type: str = ""

    @property
    def source_path(self) -> str:
        """The path of the Markdown file the engine reads."""
        return self.path.removesuffix(".html") + ".md"

    @property
    def alone_path(self) -> str:
        """The path of the page as one file."""
        return self.path.removesuffix(".html") + "-one.html"

    def markdown(self) -> str:
        """Return the Markdown file: front matter, headings with ids, one HTML block a section."""
        front = {
            "title": self.title,
            "running": style_text("" if self.title == SITE else f"·{self.title}"),
            "nav": [asdict(link) for link in self.nav],
            "tabs": [asdict(link) for link in self.tabs],
            "up": asdict(self.up) if self.up else None,
            "alone": posixpath.basename(self.alone_path) if self.alone else "",
        }
        lines = ["---"]
        lines += [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
        lines += ["---", "", f"# {markdown_text(self.title)} {{#top}}", ""]
        for section in self.sections:
            if section.title:
                heading = f"{'#' * section.level} {markdown_text(section.title)}"
                across = " .across" if section.across else ""
                lines += [f"{heading} {{#{section.id}{across}}}", ""]
            lines += [f'<div class="{section.classes}">', section.html, "</div>", ""]
        return "\n".join(lines)
