"""Taking ready injects into drills: parameters filled, so that a drill always has its whole text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.model.drill import Drill
from generator.model.inject import Inject
from generator.model.stock import StockInject
from generator.model.tabletop import Question
from generator.model.words import SENTENCE
from generator.source import Problem, Rule
from generator.structure import MISSING

RULE = Rule(
    "P378",
    "注入库的参数没有填对",
    "库里的话有 $ 的地方要由演练填上；填漏了、填错了，导调员念出来的就是半句话。",
    "uses: lu-duan\n（库里有参数 luduan，没有写 given）",
    "uses: lu-duan\ngiven:\n  luduan: 演练场地东侧路口",
)
RULES = (RULE,)

Stock = Mapping[str, StockInject]
_NAME = re.compile(r"\$([a-z][a-z0-9-]*)")


def flaws(stock: Stock) -> Iterator[Problem]:
    """Yield ready injects whose texts and parameters do not agree."""
    for ready in stock.values():
        used = set(_NAME.findall(f"{ready.text} {ready.nothing.text or ''}"))
        if ready.nothing.text is None:
            told = f"注入库的 {ready.id} 没有说没有反应时补充什么；请在 nothing 里加 text。"
            yield Problem(ready.nothing.where, MISSING.code, told)
        for name in sorted(used - ready.parameters.keys()):
            told = f"文字里有 ${name}，parameters 里没有；请补上它的意思，或改文字。"
            yield Problem(ready.place_of("text"), RULE.code, told)
        for name in sorted(ready.parameters.keys() - used):
            told = f"参数 {name} 在文字里没有用到；请写进 text 或 nothing，或删去。"
            yield Problem(ready.parameters[name].where, RULE.code, told)


def shown(text: str, ready: StockInject) -> str:
    """Return a text of a ready inject with what its parameters mean in their places."""
    meant = {name: f"〔{of.meaning}〕" for name, of in ready.parameters.items()}
    return _NAME.sub(lambda found: meant.get(found[1], found[0]), text)


def unfilled(drill: Drill, stock: Stock) -> bool:
    """Tell whether a drill takes what the stock does not have: what it holds is then not known."""
    return any(ref.id not in stock for ref in drill.uses)


def complete(drill: Drill, stock: Stock) -> tuple[Drill, tuple[Problem, ...]]:
    """Return a drill with the words of its ready injects, and what kept them from being filled.

    What names no entry of the stock stays as it is: the check tells of dangling references.
    """
    problems: list[Problem] = []
    injects = {id: _inject(one, drill, stock, problems) for id, one in drill.injects.items()}
    stages = tuple(
        stage.changed(
            questions={
                id: _question(one, drill, stock, problems) for id, one in stage.questions.items()
            }
        )
        for stage in drill.stages
    )
    return drill.changed(injects=injects, stages=stages), tuple(problems)


def _inject(inject: Inject, drill: Drill, stock: Stock, problems: list[Problem]) -> Inject:
    if inject.uses is None:
        problems += (*_absent(inject), *_nowhere(inject))
        return inject
    if inject.text:
        told = "写了 uses，内容就取自注入库；请删去 text，或删去 uses。"
        problems.append(Problem(inject.place_of("text"), RULE.code, told))
    ready = stock.get(inject.uses.id)
    if ready is None:
        return inject
    text, otherwise = _filled(ready, inject, drill, problems)
    nothing = inject.nothing or ready.nothing.changed(text=otherwise)
    taken = inject.changed(
        text=text,
        via=inject.via or ready.via,
        nothing=nothing,
        contingency=inject.contingency or ready.contingency,
        escalates=inject.escalates or ready.escalates,
    )
    # A slip in a taken text is told once, where it is written.
    places = {**getattr(inject, "written_at", {}), "text": ready.place_of("text")}
    taken.set_places(places)
    return taken


def _question(question: Question, drill: Drill, stock: Stock, problems: list[Problem]) -> Question:
    problems += _nowhere(question)
    ready = stock.get(question.uses.id) if question.uses else None
    if ready is None:
        return question
    text, _ = _filled(ready, question, drill, problems)
    return question.changed(
        follow_ups=(*question.follow_ups, text),
        contingency=question.contingency or ready.contingency,
    )


def _absent(inject: Inject) -> Iterator[Problem]:
    meant = {"via": "方式", "text": "内容"}
    lacking = [f"{field}（{meant[field]}）" for field in meant if not getattr(inject, field)]
    if lacking:
        told = f"“{inject.id}”缺少 {'、'.join(lacking)}；请补上，或写 uses 从注入库取。"
        yield Problem(inject.where, MISSING.code, told)


def _nowhere(taker: Inject | Question) -> Iterator[Problem]:
    if taker.given and taker.uses is None:
        told = "写了 given，没有写 uses，这些话就没有地方用；请写 uses，或删去 given。"
        yield Problem(taker.place_of("given"), RULE.code, told)


def _filled(
    ready: StockInject, taker: Inject | Question, drill: Drill, problems: list[Problem]
) -> tuple[str, str]:
    """Return the entry's text, and what is said when nothing happens, with the drill's words."""
    words: dict[str, str] = {}
    for name, parameter in ready.parameters.items():
        value = taker.given.get(name)
        role = drill.cast.get(value) if value and parameter.role else None
        if value is None:
            told = (
                f"注入库 {ready.id} 的参数 {name}（{parameter.meaning}）没有填，请在 given 里补上。"
            )
            problems.append(Problem(taker.place_of("uses"), RULE.code, told))
        elif parameter.role and role is None:
            told = f"参数 {name} 要填本演练角色的编号，cast 里没有 {value}；请改成其中一个编号。"
            problems.append(Problem(taker.place_of("given"), RULE.code, told))
        words[name] = role.name if role else value or f"${name}"
    for name in sorted(taker.given.keys() - ready.parameters.keys()):
        told = f"注入库 {ready.id} 没有参数 {name}，请删去或改名。"
        problems.append(Problem(taker.place_of("given"), RULE.code, told))
    texts = [
        _NAME.sub(lambda found: words.get(found[1], found[0]), text)
        for text in (ready.text, ready.nothing.text or "")
    ]
    if long := next((text for text in texts if len(text) > SENTENCE), None):
        told = f"填好以后有 {len(long)} 字，最多 {SENTENCE} 字；请把 given 里的字写短。"
        problems.append(Problem(taker.place_of("given"), RULE.code, told))
    return texts[0], texts[1]
