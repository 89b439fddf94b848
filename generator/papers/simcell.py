"""模拟组手册: who plays 上级, 110/119/120, media and the public, what they say when, and what if asked.

Controllers have each sender's messages; this has all that is played in one line of time, and
the answers to what no message foresees, so that nobody makes up a fact on the telephone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.scale import Audience
from generator.papers import drill_parts, injects
from generator.papers.desk import Desk, Rehearsal
from generator.papers.paper import Paper

ORDER = 46
AUDIENCE = Audience.TRAINER
_TEXTS = (
    "模拟组手册",
    "扮演上级、110、119、120、媒体、群众的导调员用：谁演谁，什么时候说什么，被问到卡上没有的怎么答",
    "A4 纵向",
    "导调用",
)


class Answer(NamedTuple):
    """What whoever plays is asked or told, and what is answered."""

    asked: str
    answer: str


_ANSWERS = (
    (
        "谁都一样",
        (
            Answer("“是演练还是真的？”", "立即照实答：“演练。这是演练。演练。”"),
            Answer(
                "卡上没有的数、地名、人",
                "“演练。不知道，问到了再告诉您。演练。”记下来报组长。不编。",
            ),
            Answer("要提示、要改题", "“演练。照你们的预案办。演练。”别的不说。"),
            Answer("对方说有真事，或者急了、病了", "停下扮演，喊“真实情况”，报组长，先办真事。"),
            Answer("挂断了、占线", "等一分钟再打（建议值·非法定）；还不通，报组长，不换号码乱打。"),
        ),
    ),
    (
        "扮上级值班室",
        (
            Answer(
                "来报告的", "复诵一遍，只问报告里该有而没有的：时间、地点、人数、做了什么、要什么。"
            ),
            Answer("来请示的", "“演练。照你们的预案办，定了报我。演练。”不替他定。"),
            Answer(
                "来要支援的",
                "“演练。收到，答复以前先用自己的力量。演练。”卡上写了时刻的，到时刻再答复。",
            ),
        ),
    ),
    (
        "扮110、119、120",
        (
            Answer("来报警的", "照真台的问法问：在哪里、怎么了、几个人、回拨电话。复诵。"),
            Answer(
                "要车、要人的",
                "“演练。警情收到，演练不派真车。演练。”卡上写了到场时刻的，到时刻由导调员报到场。",
            ),
            Answer("问多久到", "卡上有就说，没有就说“演练。在路上，到了告诉您。演练。”"),
        ),
    ),
    (
        "扮媒体",
        (
            Answer("不接受采访", "问一句“演练。这件事归哪里发布？演练。”记下原话，不纠缠。"),
            Answer("给了口径", "复述一遍，问谁发布、什么时候发布。记原话，交评估组。"),
            Answer(
                "问哪家媒体", "“演练。演练记者。演练。”不用真媒体、真记者的名称，不真发一个字。"
            ),
        ),
    ),
    (
        "扮群众、家属",
        (
            Answer(
                "问姓名、住址、电话",
                "说卡上的身份。卡上没有，说“演练。演练群众。演练。”不编姓名和号码。",
            ),
            Answer("让做什么", "说“演练。照做了。演练。”不真出门，不真吃药，不真开车。"),
            Answer("要派人上门", "“演练。在门口等。演练。”导调组通知驻点导调员接。"),
        ),
    ),
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield one for each drill that is not announced and in which control plays somebody."""
    for rehearsal in desk.rehearsals():
        if rehearsal.drill.notice != "预告" and _played(rehearsal):
            yield desk.drill_paper(rehearsal, "simcell", _TEXTS, _content(rehearsal))


def _played(rehearsal: Rehearsal) -> list[str]:
    return [id for id, role in rehearsal.drill.cast.items() if role.simulated]


def _content(rehearsal: Rehearsal) -> dict[str, object]:
    played = _played(rehearsal)
    cast = rehearsal.drill.cast
    return {
        "cast": [
            {"name": cast[id].name, "plays": rehearsal.named(cast[id].plays)} for id in played
        ],
        "rows": [
            injects.row(rehearsal, number, one)
            for number, one in injects.numbered(rehearsal)
            if one.sender.id in played and not one.via.startswith(injects.ON_THE_SPOT)
        ],
        "answers": [
            {"who": who, "rows": [{"asked": row.asked, "answer": row.answer} for row in rows]}
            for who, rows in _ANSWERS
        ],
        "stop": drill_parts.stopping(rehearsal),
        "cautions": list(drill_parts.cautions(rehearsal)),
    }
