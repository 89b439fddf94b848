"""应急处置卡: for each post a card for the pocket: who I am, whom to ring, what to do first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.handbook.sheets import Share, Sheet, by_phase, sheets
from generator.handbook.steps import ON_EVENT, step
from generator.model.reference import Ref
from generator.model.scale import Audience
from generator.model.work import Action
from generator.papers.desk import Desk
from generator.papers.paper import Paper
from generator.papers.volume import Volume, mark
from generator.papers.words import Spans, spans

ORDER = 130
AUDIENCE = Audience.RESPONDER
_TEXTS = (
    "应急处置卡",
    "每个岗位一张，装在身上：我是谁、先打给谁、先做哪几件、注意什么；电话自己填",
    "A4 纵向，一页 4 张，剪开对折成 85.6×54 毫米",
    "处置用",
)
# As many as fit in a head and on a card; the rest is in the checklist.
_MOST = 7
_PHASES = ("监测预警", *ON_EVENT[:-1])


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each plan; posts that have nothing to do in an event get no card."""
    for volume in desk.volumes():
        cards = [
            card for sheet, share in _posts(volume) if (card := _card(desk, volume, sheet, share))
        ]
        if cards:
            short = volume.plan.plan.short
            yield desk.plan_paper(volume, "pocket", _TEXTS, {"short": short, "cards": cards})


def _posts(volume: Volume) -> Iterator[tuple[Sheet, Share]]:
    """Yield each post of each unit, then each command post and group once."""
    groups: dict[str, tuple[Sheet, Share]] = {}
    for sheet in sheets(volume.book, volume.plan):
        for share in sheet.shares:
            if share.position:
                groups.setdefault(share.id, (sheet, share))
            else:
                yield sheet, share
    yield from groups.values()


def first_few(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """Return what to do first in an event: critical steps and those due at once, phase by phase."""
    phases = by_phase(actions)
    wanted = [action for phase in phases if phase in _PHASES for action in phases[phase]]
    ranked = sorted(wanted, key=lambda a: (not a.critical, a.within.kind != "立即"))[:_MOST]
    kept = {action.id for action in ranked}
    return tuple(action for action in wanted if action.id in kept)


def _card(desk: Desk, volume: Volume, sheet: Sheet, share: Share) -> dict[str, Any] | None:
    chosen = first_few(share.actions)
    if not chosen:
        return None
    post = share.id.removeprefix("p-") if share.id.startswith("p-") else ""
    own = share.id if share.position else f"{sheet.file}{'-' if post else ''}{post}"
    told: dict[str, Any] = {
        "unit": "" if share.position else sheet.name,
        "post": "" if share.id == "own" and sheet.unit else share.name,
        "many": bool(sheet.unit and sheet.unit.many and not share.position),
        "heads": volume.named(*share.position.heads) if share.position else [],
        "position": share.position is not None,
        "phones": list(_phones(volume, chosen)),
        "actions": [_action(volume, action) for action in chosen],
        "cautions": list(_cautions(chosen)),
        "more": len(share.actions) - len(chosen),
    }
    number = f"{volume.plan.plan.id}/pocket/{own}"
    return told | desk.identity(number, told)


def _phones(volume: Volume, actions: tuple[Action, ...]) -> Iterator[Spans]:
    """Yield whom to ring, each once: whom a first report of one's own goes to comes first."""
    ordered = sorted(actions, key=lambda action: action.phase != "信息报告")
    reporting = volume.plan.plan.reporting
    refs = [ref for action in ordered for ref in action.report_to]
    refs += reporting.to if reporting else ()
    known = {str(ref): ref for ref in refs if isinstance(ref, Ref)}
    for name, ref in known.items():
        if name != str(actions[0].who):
            yield volume.named(ref)


def _action(volume: Volume, action: Action) -> dict[str, Any]:
    return {
        "do": spans(action.do),
        "when": spans(action.when),
        "levels": f"{action.levels}响应" if action.levels else "",
        "critical": action.critical,
        "mark": mark(action.certainty),
        "limit": volume.limit(step(volume.book, volume.plan, action)),
    }


def _cautions(actions: tuple[Action, ...]) -> Iterator[Spans]:
    """Yield the cautions of the actions, each once, in the order of the actions.

    Nothing in them says which forbid and which only warn, and words must not be guessed at.
    """
    lines = dict.fromkeys(line for action in actions for line in action.caution)
    for line in lines:
        yield spans(line)
