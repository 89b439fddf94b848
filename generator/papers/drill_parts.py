"""What several papers of a drill tell alike: its head, safety, staff, cast, schedule, scenario."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.drill import Objective
from generator.papers import blocks
from generator.papers.blocks import Block
from generator.papers.desk import Rehearsal
from generator.papers.words import Spans, joined, named, spans

# The class of what participants of a drill that was not announced get: nothing beforehand.
ON_THE_SPOT = "参演用·现场拆封"


def played(rehearsal: Rehearsal) -> str:
    """Return the copy class of what participants are given."""
    return "参演用" if rehearsal.drill.notice == "预告" else ON_THE_SPOT


def facts(rehearsal: Rehearsal) -> list[dict[str, object]]:
    """Return the head of a drill as label and value, for templates."""
    return [{"label": label, "value": value} for label, value in labelled(rehearsal)]


def labelled(rehearsal: Rehearsal) -> list[tuple[str, Spans]]:
    """Return the head of a drill as label and value."""
    drill, scope = rehearsal.drill, rehearsal.scope
    kind = f"{drill.form}·{drill.breadth}·{drill.purpose}；{drill.notice}；"
    return [
        ("所属预案", spans(rehearsal.plan.plan.title)),
        ("类型", spans(kind + ("有脚本" if drill.scripted else "无脚本"))),
        ("日期", spans(drill.held_on)),
        ("时长", spans(drill.minutes)),
        ("地方", named(rehearsal.book, scope, *drill.areas)),
    ]


def participants(rehearsal: Rehearsal) -> list[Spans]:
    """Return the units and posts that play themselves, each once."""
    shown: dict[str, Spans] = {}
    for role in rehearsal.drill.cast.values():
        if role.plays and not role.simulated:
            shown.setdefault(str(role.plays), rehearsal.named(role.plays))
    return list(shown.values())


def neutral(rehearsal: Rehearsal) -> str:
    """Return a name that tells who plays in a blind drill nothing of its scenario."""
    plan, drill = rehearsal.plan.plan, rehearsal.drill
    return drill.title if drill.notice == "预告" else f"{plan.short}{drill.form}演练"


def places(rehearsal: Rehearsal) -> list[Spans]:
    """Return where the drill is held."""
    return [spans(place) for place in rehearsal.drill.places]


def staff(rehearsal: Rehearsal) -> list[dict[str, object]]:
    """Return who runs the drill, one entry a duty, for templates."""
    return [{"label": label, "values": values} for label, values in _staff(rehearsal)]


def _staff(rehearsal: Rehearsal) -> list[tuple[str, list[Spans]]]:
    of = rehearsal.drill.staff
    rows = [("主办", (of.host,)), ("总导演（总指挥）", (of.director,)), ("导调组", of.control)]
    rows += [("安全员", (of.safety,)), ("评估组", of.evaluators)]
    return [(label, [rehearsal.named(ref) for ref in refs]) for label, refs in rows if refs]


def cast(rehearsal: Rehearsal) -> list[dict[str, object]]:
    """Return the roles; what control plays is marked."""
    return [
        {
            "name": role.name,
            "plays": rehearsal.named(role.plays),
            "simulated": role.simulated,
        }
        for role in rehearsal.drill.cast.values()
    ]


def schedule(rehearsal: Rehearsal) -> list[dict[str, object]]:
    """Return the steps of the day."""
    return [{"at": str(step.at), "what": spans(step.what)} for step in rehearsal.drill.schedule]


def timetable(rehearsal: Rehearsal) -> Block:
    """Return the steps of the day as a table."""
    rows = [(str(step.at), spans(step.what)) for step in rehearsal.drill.schedule]
    return blocks.table((("时刻", 16), ("做什么", 84)), rows, strong=1)


def safety(rehearsal: Rehearsal) -> dict[str, object]:
    """Return how the drill is stopped, and what keeps people safe."""
    drill = rehearsal.drill
    return {
        "stop": [spans(line) for line in drill.stop_words],
        "real": spans(drill.real_event_rule),
        "cutoff": spans(drill.report_cutoff),
        "notes": [spans(line) for line in drill.safety_notes],
    }


def scenario(rehearsal: Rehearsal) -> dict[str, object]:
    """Return the situation at the start, what is assumed and what it rests on."""
    told, facts = rehearsal.drill.scenario, rehearsal.book.registers.facts
    return {
        "start": spans(told.start),
        "weather": spans(told.weather),
        "assumptions": [spans(line) for line in told.assumptions],
        "basis": spans(told.basis),
        "facts": [spans(facts[ref.id].text) for ref in told.facts if ref.id in facts],
    }


def objectives(rehearsal: Rehearsal) -> list[dict[str, object]]:
    """Return what the drill is to show, and the duties it tests."""
    return [
        {"text": spans(one.text), "duties": _duties(rehearsal, one)}
        for one in rehearsal.drill.objectives.values()
    ]


def _duties(rehearsal: Rehearsal, objective: Objective) -> Spans:
    """Duties are called by their sentences; one stop at the end is enough."""
    found = (rehearsal.plan.duties.get(ref.id) for ref in objective.duties)
    return joined([spans(duty.text.rstrip("。")) for duty in found if duty], "；")


def aims(rehearsal: Rehearsal) -> Block:
    """Return the objectives as a list, each with the duties it tests."""
    told = rehearsal.drill.objectives.values()
    return blocks.steps(
        [*spans(one.text), "（检验：", *_duties(rehearsal, one), "）"] for one in told
    )


def staffing(rehearsal: Rehearsal) -> Block:
    """Return who runs the drill as a table of labels."""
    return blocks.pairs(run_by(rehearsal))


def run_by(rehearsal: Rehearsal) -> list[tuple[str, Spans]]:
    """Return who runs the drill as label and value."""
    return [(label, blocks.under(values)) for label, values in _staff(rehearsal)]


def cautions(rehearsal: Rehearsal, *before: tuple[str, str]) -> Iterator[Block]:
    """Yield what is done in a real event, where reports end, and what keeps people safe."""
    drill = rehearsal.drill
    rows: list[tuple[str, str | Spans]] = [*before]
    rows.append(("遇真实突发事件", spans(drill.real_event_rule)))
    rows.append(("上报截止层级", spans(drill.report_cutoff)))
    yield blocks.pairs(rows)
    if drill.safety_notes:
        yield blocks.steps(spans(line) for line in drill.safety_notes)


def situation(rehearsal: Rehearsal) -> Iterator[Block]:
    """Yield the situation at the start, what is assumed and what it rests on."""
    told, facts = rehearsal.drill.scenario, rehearsal.book.registers.facts
    yield blocks.text(spans(told.start))
    if told.weather:
        yield blocks.text(blocks.strong("天气和日照："), spans(told.weather))
    if told.assumptions:
        yield blocks.text(blocks.strong("设定"))
        yield blocks.steps(spans(line) for line in told.assumptions)
    yield blocks.text(blocks.strong("情景依据："), spans(told.basis))
    if known := [spans(facts[ref.id].text) for ref in told.facts if ref.id in facts]:
        yield blocks.points(known)
