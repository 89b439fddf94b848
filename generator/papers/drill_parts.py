"""What several papers of a drill tell alike: its head, safety, staff, cast, schedule, scenario."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.lookup import find
from generator.model.drill import Objective, Role
from generator.model.results import Improvement
from generator.papers import blocks
from generator.papers.blocks import Block
from generator.papers.desk import Rehearsal
from generator.papers.words import Spans, joined, named, spans

# The class of what participants of a drill that was not announced get: nothing beforehand.
ON_THE_SPOT = "参演用·现场拆封"


def played(rehearsal: Rehearsal) -> str:
    """Return the copy class of what participants are given."""
    return "参演用" if rehearsal.drill.notice == "预告" else ON_THE_SPOT


def particulars(rehearsal: Rehearsal, staffed: bool = True) -> Block:
    """Return the head of a drill: what, when, where, and who runs it."""
    places_told = ("场地", blocks.under(places(rehearsal)))
    rows: list[tuple[str, str | Spans]] = [*labelled(rehearsal), places_told]
    return blocks.pairs([*rows, *(run_by(rehearsal) if staffed else [])])


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
    """Return a name that tells who plays in a blind drill nothing of its scenario.

    Of a double-blind one not even the plan: it would say what kind of event is coming.
    """
    plan, drill = rehearsal.plan.plan, rehearsal.drill
    told = {"预告": drill.title, "单盲": f"{plan.short}{drill.form}演练"}
    return told.get(drill.notice, f"{drill.form}演练")


def places(rehearsal: Rehearsal) -> list[Spans]:
    """Return where the drill is held."""
    return [spans(place) for place in rehearsal.drill.places]


def run_by(rehearsal: Rehearsal) -> list[tuple[str, Spans]]:
    """Return who runs the drill as label and value."""
    of = rehearsal.drill.staff
    rows = [("主办", (of.host,)), ("总导演", (of.director,)), ("导调组", of.control)]
    rows += [("安全员", (of.safety,)), ("评估组", of.evaluators)]
    return [
        (label, blocks.under(rehearsal.named(ref) for ref in refs)) for label, refs in rows if refs
    ]


def cast(rehearsal: Rehearsal) -> list[dict[str, object]]:
    """Return the roles; what control plays is marked, and who is not there all the time."""
    return [
        {
            "name": role.name,
            "there": _there(role),
            "plays": rehearsal.named(role.plays),
            "simulated": role.simulated,
        }
        for role in rehearsal.drill.cast.values()
    ]


def _there(role: Role) -> str:
    came = f"{role.joins} 上场" if role.joins else ""
    left = f"{role.leaves} 撤下" if role.leaves else ""
    return "，".join(filter(None, (came, left)))


def marks(contingency: bool, escalates: bool) -> str:
    """Return what control is told of a turn: something goes wrong here, or it gets worse."""
    return "、".join(("意外",) * contingency + ("变重",) * escalates)


def timetable(rehearsal: Rehearsal) -> list[Block]:
    """Return the steps of the day as a table; nothing where there are none."""
    rows = [(str(step.at), spans(step.what)) for step in rehearsal.drill.schedule]
    return [blocks.table((("时刻", 16), ("做什么", 84)), rows, strong=1)] if rows else []


def stopping(rehearsal: Rehearsal) -> list[Spans]:
    """Return the words that stop the drill."""
    return [spans(line) for line in rehearsal.drill.stop_words]


def objectives(rehearsal: Rehearsal) -> list[Spans]:
    """Return what the drill is to show."""
    return [spans(one.text) for one in rehearsal.drill.objectives.values()]


def _duties(rehearsal: Rehearsal, objective: Objective) -> Spans:
    """Duties are called by their sentences; one stop at the end is enough."""
    found = (rehearsal.plan.duties.get(ref.id) for ref in objective.duties)
    return joined([spans(duty.text.rstrip("。")) for duty in found if duty], "；")


def aims(rehearsal: Rehearsal) -> Block:
    """Return the objectives as a list, each with the duties it tests; then what is tried again."""
    told = [
        [*spans(one.text), "（检验：", *_duties(rehearsal, one), "）"]
        for one in rehearsal.drill.objectives.values()
    ]
    told += [
        [
            *blocks.strong("复验整改："),
            *spans(one.text),
            "（",
            *rehearsal.named(one.owner),
            "负责）",
        ]
        for one in carried(rehearsal)
    ]
    return blocks.steps(told)


def carried(rehearsal: Rehearsal) -> list[Improvement]:
    """Return the improvements this drill tries again."""
    found = (find(rehearsal.book, ref, rehearsal.scope) for ref in rehearsal.drill.carries)
    return [one for one in found if isinstance(one, Improvement)]


def staffing(rehearsal: Rehearsal) -> Block:
    """Return who runs the drill as a table of labels."""
    return blocks.pairs(run_by(rehearsal))


def cautions(rehearsal: Rehearsal, *before: tuple[str, str]) -> Iterator[Block]:
    """Yield what is done in a real event, where reports end, and what keeps people safe."""
    yield rules(rehearsal, *before)
    if notes := safety_notes(rehearsal):
        yield blocks.steps(notes)


def rules(rehearsal: Rehearsal, *before: tuple[str, str]) -> Block:
    """Return what is done in a real event and where reports end, after other rules."""
    drill = rehearsal.drill
    rows: list[tuple[str, str | Spans]] = [*before]
    rows.append(("遇真实突发事件", spans(drill.real_event_rule)))
    rows.append(("上报截止层级", spans(drill.report_cutoff)))
    return blocks.pairs(rows)


def safety_notes(rehearsal: Rehearsal) -> list[Spans]:
    """Return what keeps people safe in this drill."""
    return [spans(line) for line in rehearsal.drill.safety_notes]


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
