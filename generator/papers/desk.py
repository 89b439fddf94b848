"""What all printables share: the edition's handbook, and how a paper of a drill is put together."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace

import segno

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.visit import Scope
from generator.model.drill import Drill
from generator.model.reference import Ref
from generator.model.results import DrillRecord
from generator.model.scale import Audience
from generator.model.words import Blank
from generator.papers.issue import issued
from generator.papers.paper import Content, Paper, Part, content_hash
from generator.papers.volume import Volume
from generator.papers.words import Spans, named
from generator.render import MARK, SITE

_EXERCISE = "仅供演练使用·非真实险情"
_NAMES = {Audience.PUBLIC: "public", Audience.RESPONDER: "responder", Audience.TRAINER: "trainer"}


@dataclass(frozen=True)
class Rehearsal:
    """One drill with its plan: what drill papers are made from."""

    book: Handbook
    plan: PlanBook
    drill: Drill

    @property
    def scope(self) -> Scope:
        """Where short ids of the drill are looked up."""
        return Scope(self.plan.plan.id, self.drill.id)

    def named(self, *refs: Ref | Blank | None) -> Spans:
        """Return what references of the drill are called."""
        return named(self.book, self.scope, *refs)


@dataclass(frozen=True)
class Desk:
    """One edition while its papers are made.

    Drills in the repository are known to all: a blind one says so, unless a seal was opened for it.
    """

    book: Handbook
    edition: Audience
    sealed: bool = False

    def rehearsals(self) -> Iterator[Rehearsal]:
        """Yield the edition's drills, each with its plan."""
        for plan in self.book.plans.values():
            for drill in plan.drills.values():
                yield Rehearsal(self.book, plan, drill)

    @property
    def dated(self) -> str:
        """The edition as every sheet names it."""
        note = self.book.registers.edition
        return f"{self.edition.title}·{note.name}·{note.date}" if note else self.edition.title

    def paper(
        self,
        path: str,
        template: str,
        about: str,
        texts: tuple[str, str, str, str],
        content: Content,
        ids: tuple[str, str],
        notice: str = "",
        number: str = "",
    ) -> Paper:
        """Return a paper of one part; `texts` are its title, purpose, size and copy class.

        `about` stands under the title, `notice` on every sheet; `ids` are plan and drill. The
        number is the path unless another is told.
        """
        title, purpose, size, copy = texts
        number = number or path.removeprefix("papers/").removesuffix(".pdf")
        part = self.part(number, template, about, (title, copy), content, notice)
        return Paper(path, title, purpose, size, copy, *ids, (part,))

    def part(
        self,
        number: str,
        template: str,
        about: str,
        named: tuple[str, str],
        content: Content,
        notice: str = "",
    ) -> Part:
        """Return what a template is given; `named` are the title and the copy class."""
        title, copy = named
        told = {"title": title, "about": about, "content": content}
        # A place for the number of the copy and its receiver; `issue.numbered` fills it in.
        to_sign = {"issue": ""} if self.sealed and issued(copy) else {}
        head = {
            "title": title,
            "about": about,
            "copy": copy,
            "mark": MARK,
            "site": SITE,
            "edition": self.dated,
            "notice": notice,
            **to_sign,
            **self.identity(number, told),
        }
        return Part(template, {"head": head, **content})

    def identity(self, number: str, told: Content) -> dict[str, str]:
        """Return by what a paper, or a piece cut from one, is known: number, hash, and both as QR."""
        note = self.book.registers.edition
        date, mark = str(note.date) if note else "", content_hash(told)
        code = qr(f"{number};{_NAMES[self.edition]};{date};{mark}")
        return {"number": number, "hash": mark, "qr": code}

    def volumes(self) -> Iterator[Volume]:
        """Yield the edition's plans; none where a seal was opened, for then only the drill is printed."""
        for plan in () if self.sealed else self.book.plans.values():
            yield Volume(self.book, plan)

    def plan_paper(
        self, volume: Volume, kind: str, texts: tuple[str, str, str, str], content: Content
    ) -> Paper:
        """Return a paper of a plan."""
        id = volume.plan.plan.id
        title = volume.plan.plan.title
        return self.paper(f"papers/{id}/{kind}.pdf", kind, title, texts, content, (id, ""))

    def drill_paper(
        self,
        rehearsal: Rehearsal,
        kind: str,
        texts: tuple[str, str, str, str],
        content: Content,
        template: str = "",
        about: str = "",
    ) -> Paper:
        """Return a paper of a drill; the template has the kind's name unless another is told.

        Who plays in a blind drill must not read its title: `about` stands in its place. Nor does
        a number on a sheet of a sealed drill name its plan, nor one handed out of a double-blind.
        """
        plan, drill = rehearsal.plan.plan.id, rehearsal.drill.id
        folder = "sealed" if self.sealed else plan
        handed_out = about and rehearsal.drill.notice == "双盲"
        shelf = "双盲" if handed_out and not self.sealed else folder
        return self.paper(
            f"papers/{folder}/{drill}-{kind}.pdf",
            template or kind,
            about or rehearsal.drill.title,
            texts,
            content,
            (plan, drill),
            self._warning(rehearsal.drill),
            f"{shelf}/{drill}-{kind}",
        )

    def record_paper(
        self,
        rehearsal: Rehearsal,
        record: DrillRecord,
        kind: str,
        texts: tuple[str, str, str, str],
        content: Content,
    ) -> Paper:
        """Return a paper of a drill that was held; it stands apart from those made beforehand."""
        plan, drill = rehearsal.plan.plan.id, rehearsal.drill
        path = f"papers/{plan}/record-{record.id}-{kind}.pdf"
        made = self.paper(path, kind, drill.title, texts, content, (plan, drill.id), _EXERCISE)
        return replace(made, record=record.id)

    def _warning(self, drill: Drill) -> str:
        known = ""
        if drill.notice == "双盲" and not self.sealed:
            held = drill.status == "已结束"
            known = (
                "　已结束·已公开，不得用于实际双盲" if held else "　样例·已公开，不得用于实际双盲"
            )
        return f"{_EXERCISE}{known}"


def qr(text: str) -> str:
    """Return a text as the SVG of a QR code, readable with a fifth of it soiled."""
    made = io.BytesIO()
    segno.make(text, error="m", micro=False).save(made, kind="svg", border=2, xmldecl=False)
    return made.getvalue().decode()
