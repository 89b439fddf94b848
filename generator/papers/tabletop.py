"""What the papers of a tabletop drill tell alike: stages with their questions, numbered through."""

from __future__ import annotations

from typing import Any

from generator.model.tabletop import Point, Question
from generator.papers import drill_parts
from generator.papers.desk import Rehearsal
from generator.papers.words import cited, spans

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def stages(rehearsal: Rehearsal, answers: bool) -> list[dict[str, Any]]:
    """Return the stages; without answers nothing that tells one is in it."""
    number, made = 0, []
    for stage in rehearsal.drill.stages:
        questions = []
        for one in stage.questions.values():
            number += 1
            questions.append(_question(rehearsal, number, one, answers))
        made.append(
            {
                "title": stage.stage,
                "minutes": str(stage.minutes),
                "situation": spans(stage.situation),
                "marks": drill_parts.marks(False, stage.escalates),
                "questions": questions,
            }
        )
    return made


def _question(rehearsal: Rehearsal, number: int, one: Question, answers: bool) -> dict[str, Any]:
    told: dict[str, Any] = {
        "number": number,
        "ask": spans(one.ask),
        "to": rehearsal.named(*one.to),
        "minutes": str(one.minutes or ""),
        "options": [
            {"letter": letter, "text": spans(option.text)}
            for letter, option in zip(_LETTERS, one.options, strict=False)
        ],
    }
    if answers:
        told["marks"] = drill_parts.marks(one.contingency, False)
        told["verdicts"] = [
            {"letter": letter, "right": option.verdict == "对", "why": spans(option.why)}
            for letter, option in zip(_LETTERS, one.options, strict=False)
        ]
        told["points"] = [_point(rehearsal, point) for point in one.points]
        told["follow_ups"] = [spans(line) for line in one.follow_ups]
    return told


def _point(rehearsal: Rehearsal, point: Point) -> dict[str, Any]:
    action = rehearsal.plan.actions.get(point.action.id) if point.action else None
    return {
        "text": spans(point.text),
        "action": spans(action.do if action else None),
        "basis": cited(rehearsal.book, *point.basis),
    }
