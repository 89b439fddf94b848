"""操作手册 on paper: the first sheet says what to do now, then all steps, levels, units, forms."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.citing import sources_of, titled
from generator.handbook.forms import ROWS, forms_of
from generator.handbook.opening import opening_lines
from generator.handbook.steps import actions_by_actor, groups_of_unit
from generator.handbook.views import actions_of_phase
from generator.model.reference import Citation
from generator.model.registers import MANY
from generator.model.scale import Audience
from generator.model.work import Action
from generator.papers import ladder_parts
from generator.papers.desk import Desk
from generator.papers.paper import Paper
from generator.papers.volume import Volume, mark
from generator.papers.words import spans

ORDER = 115
AUDIENCE = Audience.RESPONDER
_TEXTS = (
    "操作手册",
    "值班和处置的人用：第一页是现在做什么、打给谁；后面按阶段、按级别、按单位查，附表单",
    "A4 纵向，表单有横向",
    "处置用",
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each plan."""
    for volume in desk.volumes():
        yield desk.plan_paper(volume, "manual", _TEXTS, _content(volume))


def _content(volume: Volume) -> dict[str, object]:
    return {
        "plan": volume.plan.plan.title,
        "basis": volume.plan.plan.basis,
        "facts": _facts(volume),
        "first": ladder_parts.first(volume),
        "report": ladder_parts.report(volume),
        "firsts": list(_firsts(volume)),
        "procedure": ladder_parts.procedure_steps(volume),
        "command": ladder_parts.command(volume),
        "phases": [
            {"title": phase, "steps": [volume.step(action) for action in actions]}
            for phase, actions in actions_of_phase(volume.plan).items()
        ],
        "levels": ladder_parts.levels(volume),
        "units": _units(volume),
        "groups": _groups(volume),
        "sources": [_source(volume, citation) for citation in _cited(volume)],
        "forms": _forms(volume),
    }


def _facts(volume: Volume) -> list[dict[str, object]]:
    plan = volume.plan.plan
    rows = (
        ("预案文号", plan.number),
        ("预案审批", plan.approved_by),
        ("预案施行", plan.in_force_from),
        ("下次评估", plan.next_review),
    )
    return [{"label": label, "value": spans(value)} for label, value in rows]


def _firsts(volume: Volume) -> Iterator[dict[str, object]]:
    """Yield what each unit and position does first; in what it does only in quiet times."""
    for sheet, first in opening_lines(volume.book, volume.plan):
        yield {
            "name": sheet.name,
            "held": sheet.unit is not None,
            "warned": _opening(volume, first.on_warning, sheet.id),
            "happened": _opening(volume, first.on_event, sheet.id),
            "otherwise": _opening(volume, first.otherwise, sheet.id),
        }


def _opening(volume: Volume, action: Action | None, own: str) -> dict[str, object] | None:
    if action is None:
        return None
    who = getattr(action.who, "id", "")
    within = who != own and who in volume.plan.plan.command
    return {
        "phase": action.phase,
        "do": spans(action.do),
        "number": volume.numbers[action.id],
        "group": volume.named(action.who) if within else [],
    }


def _units(volume: Volume) -> list[dict[str, object]]:
    """Return for each unit the numbers of its own actions, and the groups it acts in."""
    acting = actions_by_actor(volume.plan)
    groups = groups_of_unit(volume.book, volume.plan)
    command = volume.plan.plan.command
    return [
        {
            "name": sheet.name,
            "own": [volume.numbers[a.id] for a in acting.get(sheet.id, ())],
            "groups": "、".join(command[id].name for id in groups.get(sheet.id, ())),
        }
        for sheet, _ in opening_lines(volume.book, volume.plan)
        if sheet.unit
    ]


def _groups(volume: Volume) -> list[dict[str, object]]:
    acting = actions_by_actor(volume.plan)
    return [
        {"name": position.name, "own": [volume.numbers[a.id] for a in acting[id]]}
        for id, position in volume.plan.plan.command.items()
        if id in acting
    ]


def _cited(volume: Volume) -> tuple[Citation, ...]:
    return sources_of(volume.plan, forms_of(volume.book, volume.plan).values())


def _source(volume: Volume, citation: Citation) -> dict[str, object]:
    source = volume.book.registers.sources.get(citation.source.id)
    if source is None:
        return {"title": spans(str(citation.source)), "more": "", "mark": ""}
    told = [source.number or "", f"{source.in_force_from}起施行" if source.in_force_from else ""]
    told += [f"本册称：{source.aliases[0]}" if source.aliases else ""]
    return {
        "title": spans(titled(source, source.title)),
        "more": "；".join(part for part in told if part),
        "mark": mark(source.certainty),
    }


def _forms(volume: Volume) -> list[dict[str, object]]:
    return [
        {
            "id": form.id,
            "name": form.name,
            "fields": list(form.fields),
            "rows": ROWS if form.layout == MANY else 0,
            "basis": volume.cited(*form.basis),
            "mark": mark(form.certainty),
        }
        for form in forms_of(volume.book, volume.plan).values()
    ]
