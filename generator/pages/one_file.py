"""A page in one file (单文件版): styles and pictures inside, nothing to lose on the way to a phone.

Phones open local folders without their styles. Links to other pages would break there, so
their words stay and the links go.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from generator.model.registers import EditionNote
from generator.model.scale import Audience
from generator.pages.page import Page
from generator.render import MARK, SITE, style_text

# All markup comes from our own templates with every value escaped: a tag ends at the first ">".
_LINK = re.compile(r'<a\b([^>]*?)\s*\bhref="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_KEPT = ("#", "tel:")
# Sections of nothing but ways to other files.
_WAYS = ("around", "papers")
_FOLD = '<details class="fold'


@dataclass(frozen=True)
class Dress:
    """Our own sheets, and the script for pages with something to fold; neither holds data."""

    styles: str
    folding: str


def one_file(
    page: Page, edition: Audience, note: EditionNote, dress: Dress, templates: Environment
) -> bytes:
    """Return the page as one HTML file that needs nothing beside it."""
    sections = [
        (section, Markup(_without_links(section.html)))
        for section in page.sections
        if section.kind not in _WAYS
    ]
    issue = f"{edition.title}·{note.name}·{note.date}"
    html = templates.get_template("one_file.html").render(
        page=page,
        running=Markup(style_text(f"{SITE}·{page.title}")),
        sections=sections,
        mark=MARK,
        edition=issue,
        below=Markup(style_text(issue)),
        styles=Markup(dress.styles),
        folding=Markup(dress.folding if any(_FOLD in html for _, html in sections) else ""),
    )
    return html.encode()


def _without_links(html: str) -> str:
    def kept(found: re.Match[str]) -> str:
        if found[2].startswith(_KEPT):
            return found[0]
        return f"<span{found[1]}{found[3]}>{found[4]}</span>"

    return _LINK.sub(kept, html)
