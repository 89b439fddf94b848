"""年度演练计划: what drills each plan asks for, from whom and on what ground; the rest is ruled.

Only the office knows names, months and places. Sample drills are offered, never as planned or held.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.held import samples
from generator.handbook.practice import drills_owed
from generator.model.drill import Drill
from generator.model.scale import Audience
from generator.model.work import Action
from generator.papers import blocks
from generator.papers.blocks import Block
from generator.papers.desk import Desk
from generator.papers.paper import Paper
from generator.papers.volume import Volume, mark
from generator.papers.words import Spans, spans

ORDER = 5
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "年度演练计划（代拟稿）",
    "年初排一年的演练：每部预案谁必须练、依据哪一条已经列好，只填名称、时间、地点和主办",
    "A4 横向",
    "组织用",
)
_NOTE = (
    "供牵头单位修改采用，横线和空格由各责任单位填。一行是一项要求；一场演练能满足几项的，几行填同一个名称。"
    "双盲演练只写“双盲”和场数，不写名称、科目、月份和地点。"
)
_NAME = "演练名称"
COLUMNS = (
    ("责任单位", 32),
    ("练什么、多久一次、依据", 62),
    (_NAME, 38),
    ("形式·内容·目的", 36),
    ("参演单位", 36),
    ("地点", 26),
    ("月份", 14),
    ("主办", 26),
)
_KINDS = "□桌面 □实战\n□单项 □综合\n□检验性 □示范性\n□研究性"
# What a drill of one's own needs to be written in.
_EMPTY: list[str | Spans] = [_KINDS, "", "", "", ""]
_UNTOLD: Spans = [{"blank": "多久练一次，照哪条规定", "who": "本预案牵头单位"}]
_SPARE = 4


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield the one plan of the site; a drill under seal stands in none."""
    if not desk.sealed:
        content = {"note": _NOTE, "blocks": list(_blocks(desk))}
        path = "papers/shared/annual.pdf"
        yield desk.paper(path, "annual", "本手册各部预案", _TEXTS, content, ("", ""))


def _blocks(desk: Desk) -> Iterator[Block]:
    yield blocks.text(
        *("年度：", blocks.rule(26), "　填报单位：", blocks.rule(60)),
        *("　日期：", blocks.rule(34)),
        flush=True,
    )
    for volume in desk.volumes():
        yield blocks.heading(volume.plan.plan.title)
        plan = volume.plan.plan.id
        if offered := [drill for scope, drill in samples(desk.book) if scope.plan == plan]:
            told = "；".join(map(_sample, offered))
            yield blocks.note(blocks.strong("可用样例："), f"{told}。", keep=True)
        yield blocks.table(COLUMNS, _rows(volume), strong=1)
    yield blocks.heading("本手册没有收的预案和本单位自己的演练")
    rows = [["", "", "", *_EMPTY] for _ in range(_SPARE)]
    yield blocks.table(COLUMNS, rows)
    yield blocks.signature("填报岗位", "审核岗位")


def _sample(drill: Drill) -> str:
    """Return a sample by what it is; one for a blind drill is known to all, and so no use as one."""
    known = "，已公开，不得用于实际双盲" if drill.notice == "双盲" else ""
    kind = f"{drill.form}·{drill.breadth}·{drill.purpose}·{drill.notice}"
    return f"《{drill.title}》（{kind}{known}）"


def _rows(volume: Volume) -> Iterator[list[str | Spans]]:
    owed = drills_owed(volume.plan)
    for action in owed:
        yield [volume.named(action.who), _required(volume, action), "", *_EMPTY]
    if not owed:
        yield [volume.named(volume.plan.plan.lead), _UNTOLD, "", *_EMPTY]


def _required(volume: Volume, action: Action) -> Spans:
    """Return what is to be practised, how often, and who says so, with how sure that is."""
    ground = volume.cited(*dict.fromkeys((*action.limit_source, *action.basis)))
    often = f"{action.when}。【{mark(action.certainty)}】"
    return blocks.under([spans(action.do), [often], ground])
