"""One plan while papers for responders are made of it: names, sources, marks, conditions, steps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Any

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.ladder import Answer
from generator.handbook.steps import Step, step
from generator.handbook.views import actions_of_phase, kind_shown
from generator.handbook.visit import Scope
from generator.model.criteria import Criteria, Statement
from generator.model.reference import Citation, Ref
from generator.model.words import Blank
from generator.model.work import Action
from generator.papers.words import Spans, cited, joined, named, spans

# The marks of the reference texts; every paper that shows one explains all three.
_MARKS = {"已核": "核", "待核": "信", "待地区确认": "疑"}
# A row of more lines may break over two sheets; all others stay whole.
_TALL = 30


def mark(certainty: str) -> str:
    """Return the mark a value's certainty is printed as."""
    return _MARKS[certainty]


def tall(*cells: tuple[int, list[str]]) -> bool:
    """Tell whether a row is so tall that it must be free to break.

    A cell is the number of characters in a line of it, and its paragraphs.
    """
    heights = (sum(ceil(len(text) / width) for text in texts) for width, texts in cells)
    return max(heights, default=0) > _TALL


@dataclass(frozen=True)
class Volume:
    """One plan of an edition's handbook."""

    book: Handbook
    plan: PlanBook

    @property
    def scope(self) -> Scope:
        """Where short ids of the plan are looked up."""
        return Scope(self.plan.plan.id)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The actions numbered through, in the order of the manual."""
        ordered = [a for actions in actions_of_phase(self.plan).values() for a in actions]
        return {action.id: number for number, action in enumerate(ordered, start=1)}

    def named(self, *refs: Ref | Blank | None) -> Spans:
        """Return what references of the plan are called."""
        return named(self.book, self.scope, *refs)

    def cited(self, *citations: Citation) -> Spans:
        """Return sources by their short names, with the places in them."""
        return cited(self.book, *citations)

    def statement(self, item: Statement) -> dict[str, object]:
        """Return a sentence with its source and its mark."""
        return {
            "text": spans(item.text),
            "source": self.cited(*item.source),
            "mark": mark(item.certainty),
        }

    def conditions(self, group: Criteria) -> list[dict[str, object]]:
        """Return what must hold: lists of conditions, each with how they go together."""
        told = (("满足任一条", group.any, group.all), ("同时满足", group.all, group.any))
        return [
            {
                "lead": lead if len(own) > 1 or others else "",
                "items": [joined([spans(one.what), spans(one.qty)], "：") for one in own],
            }
            for lead, own, others in told
            if own
        ]

    def answered(self, answers: tuple[Answer, ...]) -> list[dict[str, object]]:
        """Return who does something, by levels; no level where it is the same at each."""
        return [
            {
                "levels": "" if answer.levels == "各级" else answer.levels,
                "who": self.named(*answer.who),
            }
            for answer in answers
        ]

    def step(self, action: Action) -> dict[str, Any]:
        """Return an action as a row of the manual."""
        laid = step(self.book, self.plan, action)
        proof = joined([self.named(action.form), spans(action.proof)])
        row: dict[str, Any] = {
            "id": action.id,
            "number": self.numbers[action.id],
            "when": spans(action.when),
            "limit": self.limit(laid),
            "levels": str(action.levels or "各级"),
            "do": spans(action.do),
            "critical": action.critical,
            "mark": mark(action.certainty),
            "who": self.named(action.who),
            "report": self.named(*action.report_to),
            "proof": proof,
            "cautions": [spans(line) for line in action.caution],
            "notes": self._notes(laid),
            "basis": self.cited(*laid.basis),
            "limit_basis": self.cited(*laid.limit_source),
        }
        inner = [*action.caution, words(row["notes"]), words(row["basis"]), action.when, action.do]
        narrow = ("who", "report", "proof")
        row["tall"] = tall((17, inner), *((6, [words(row[name])]) for name in narrow))
        return row

    @staticmethod
    def limit(laid: Step) -> dict[str, object]:
        """Return a limit counted from T, and its kind; a blank has who knows it."""
        blank = laid.action.within.blank
        return {
            "offset": laid.offset,
            "kind": "" if laid.kind == "顺序" else kind_shown(laid.kind),
            "blank": [{"blank": blank.what, "who": blank.who}] if blank else [],
        }

    def _notes(self, laid: Step) -> Spans:
        action = laid.action
        waits = [[f"“{words(self.named(ref))}”", *self._numbered(ref)] for ref in laid.before]
        told: list[Spans] = [["接在", *joined(list(waits)), "之后。"]] if waits else []
        told += [[f"每{action.every}一次。"]] if action.every else []
        told += [[f"需要：{'、'.join(action.needs)}。"]] if action.needs else []
        told += [["队伍：", *self.named(*action.teams), "。"]] if action.teams else []
        told += [["物资：", *self.named(*action.supplies), "。"]] if action.supplies else []
        return [span for part in told for span in part]

    def _numbered(self, ref: Ref) -> Spans:
        own = ref.scope in ("", self.plan.plan.id)
        number = self.numbers.get(ref.id) if own else None
        return [f"（第{number}项）"] if number else []


def words(value: Spans) -> str:
    """Return spans as a bare text, to tell how long they are."""
    return "".join(
        span if isinstance(span, str) else span.get("blank", span.get("gap", "")) for span in value
    )
