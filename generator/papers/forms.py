"""Forms any drill uses, made once for the site: signing in, pictures, notes, feedback, the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.model.scale import Audience
from generator.papers.archive import ARCHIVE
from generator.papers.desk import Desk
from generator.papers.paper import Paper

ORDER = 95
AUDIENCE = Audience.TRAINER


class Form(NamedTuple):
    """A table to fill in: columns with their shares of the width, rows that begin with words."""

    id: str
    title: str
    purpose: str
    wide: bool
    top: tuple[str, ...]
    note: str
    columns: Mapping[str, int]
    rows: tuple[tuple[str, ...], ...]
    empty: int
    height: int
    foot: tuple[str, ...]


FORMS = (
    Form(
        "training",
        "演练培训记录",
        "演前培训一场一张：讲了什么、谁听了、叫停口令复诵没有，没来的怎么补",
        False,
        ("演练名称", "地点", "日期"),
        "叫停口令每人复诵一遍，没复诵的不上场。题目、答案和没告知的情景不讲。双盲演练不办专场培训。",
        {
            "讲什么": 56,
            "谁讲": 26,
            "几分钟": 14,
            "谁听（岗位、人数）": 42,
            "复诵、试做": 22,
            "没来的怎么补": 30,
        },
        (
            ("叫停口令：听到怎么做、自己怎么喊",),
            ("真事优先：真电话怎么接、怎么退出演练",),
            ("安全要求：场地危险处、防寒、车辆",),
            ("自己岗位的职责和行动，表单怎么填",),
            ("通信：演练专线，开头结尾都说“演练”",),
            ("评估员：看什么、怎么记、不提示",),
            ("导调员：什么时候投、什么不能说",),
            ("拍摄人：拍什么、不拍什么",),
        ),
        4,
        14,
        ("主讲岗位", "记录岗位"),
    ),
    Form(
        "sign-in",
        "演练签到表",
        "每个场地一张；到了签，走了也签，散场照它点人",
        False,
        ("演练名称", "场地", "日期"),
        "只收岗位和签字，不收身份证号、手机号。有病痛的当面告诉安全员换人，“身体”栏只打勾，不写病名。演完照“离”栏点人，人不齐不散。",
        {
            "号": 8,
            "单位": 40,
            "岗位、角色": 36,
            "签字": 30,
            "标识": 16,
            "身体": 18,
            "到": 16,
            "离": 16,
        },
        (),
        22,
        8,
        ("实到人数", "点清的岗位"),
    ),
    Form(
        "images",
        "影像记录表",
        "拍摄人用：拍了什么、能不能用、存在哪里",
        True,
        ("演练名称", "拍摄岗位", "日期"),
        "每段画面里都有“演练”二字。不拍脸、不拍车牌；拍到了，在栏里写明，遮住再用。",
        {
            "号": 8,
            "时刻": 18,
            "地点": 34,
            "拍的是哪一步（脚本、消息的号）": 66,
            "照片或录像": 26,
            "文件名": 40,
            "拍到脸、车牌没有": 30,
            "能不能对外用、谁批": 36,
        },
        (),
        13,
        8,
        ("原件存放处", "交接岗位"),
    ),
    Form(
        "observation",
        "观察记录表",
        "评估、导调、安全、联络各岗位随手记；写看到的，不写评价",
        False,
        ("演练名称", "位置", "记录岗位"),
        "时刻写北京时间，写到分。听到的话记原话。没看到的不写。看见危险先喊停，再记。",
        {"时刻": 16, "谁": 32, "说了什么、做了什么": 76, "评估项、消息的号": 24, "安全上的事": 30},
        (),
        17,
        11,
        ("第几张", "交给"),
    ),
    Form(
        "feedback",
        "参演反馈表",
        "参演的人散场前填，不写姓名；说卡在哪里、缺什么",
        False,
        ("演练名称", "岗位", "日期"),
        "不写姓名，不打分。填好放进箱子，由评估组收。",
        {"问": 62, "答": 114},
        (
            ("演练前，你知道自己岗位该做什么吗？不知道的是哪几样？",),
            ("哪一步卡住了？卡在人、物、路、通信，还是卡在不知道谁定？",),
            ("哪个号码打不通，哪个人找不到？",),
            ("预案里哪句话看不懂，或者照着做不到？",),
            ("真到这种时候，你还缺什么？",),
            ("有没有让你觉得不安全的地方？",),
            ("哪一步做得好，应当留下？",),
            ("下次想练什么？",),
        ),
        0,
        22,
        (),
    ),
    Form(
        "archive",
        "归档目录",
        "一场演练的全部材料，照这个次序装订；缺的写明为什么没有",
        False,
        ("演练名称", "演练日期", "归档日期"),
        "打印件的次序和合订本一致。没有的写“无”和原因，不补做。",
        {"号": 8, "材料": 76, "份": 13, "页": 13, "原件、电子件": 30, "缺的为什么": 40},
        tuple((str(number), title) for number, title in enumerate(ARCHIVE, start=1)),
        1,
        5,
        ("立卷岗位", "接收岗位"),
    ),
)


def papers(desk: Desk) -> Iterator[Paper]:
    """Yield the forms, each a file of its own; a drill under seal uses those of the site."""
    for form in () if desk.sealed else FORMS:
        texts = (form.title, form.purpose, "A4 横向" if form.wide else "A4 纵向", "记录用")
        yield desk.paper(
            f"papers/shared/{form.id}.pdf",
            "forms",
            "各场演练通用",
            texts,
            {
                "wide": form.wide,
                "top": list(form.top),
                "note": form.note,
                "columns": [{"name": name, "share": share} for name, share in form.columns.items()],
                "rows": [list(row) for row in form.rows],
                "empty": form.empty,
                "height": form.height,
                "foot": list(form.foot),
            },
            ("", ""),
            "仅供演练使用·非真实险情",
        )
