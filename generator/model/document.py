"""A handwritten page of content/: front matter and Markdown."""

from __future__ import annotations

from typing import ClassVar

from generator.model.record import Part, Record
from generator.model.scale import Audience, AudienceWord
from generator.model.words import Name, Order


class FrontMatter(Part):
    """The lines between the two --- at the top of a file in content/."""

    title: Name
    """页面标题。"""
    audience: AudienceWord = Audience.TRAINER
    """给谁看：公众版、处置版 或 演练版；不写就是演练版。"""
    order: Order = 50
    """在目录里的次序。"""
    aliases: tuple[Name, ...] = ()
    """别名和口语说法，供搜索。"""


class Document(Record):
    """A page of content/, its Markdown unchanged."""

    label: ClassVar[str] = "文稿"
    kind: ClassVar[str] = "document"
    least: ClassVar[Audience] = Audience.PUBLIC

    head: FrontMatter
    """文件开头的说明。"""
    markdown: str
    """正文。"""

    @property
    def title(self) -> str:
        """The title the front matter gives."""
        return self.head.title

    @property
    def effective_audience(self) -> Audience:
        """What the front matter says; trainer where it says nothing."""
        return self.head.audience
