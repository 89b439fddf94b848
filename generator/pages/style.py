"""Style page (样式页): every element of the visual language once, from the shared macros."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.handbook.book import Handbook
from generator.handbook.ladder import groups_of_command, posts_of_command
from generator.handbook.sheets import sheets
from generator.handbook.visit import Scope
from generator.model.criteria import Criteria, Statement
from generator.model.guide import Call, KitItem, Message, QuizQuestion, Rumour
from generator.model.icon import ICONS
from generator.model.registers import Hotline
from generator.model.scale import COLOURS, EDITIONS, Audience, Level
from generator.model.time import parse_limit
from generator.pages.page import Page, Section
from generator.pages.site import Site

ORDER = 97
AUDIENCE = Audience.TRAINER
PATH = "style.html"
TOKENS = {
    "paper": "纸面：页面的底色",
    "sheet": "卡片：表格、卡片、按钮的底色",
    "ink": "正文",
    "ink-2": "次要的字：出处、说明",
    "line": "线：表格线、卡片边",
    "soft": "表头和分组的底色",
    "deep": "深蓝：页头、大门、当前一页",
    "on-deep": "深蓝上的字",
    "link": "链接和按钮",
    "do": "要做的",
    "do-soft": "要做的，底色",
    "dont": "不要做的、要命的",
    "dont-soft": "不要做的，底色",
    "caution-soft": "提醒的底色",
    "fill": "深色块上的字",
    "red": "红色预警，只作此用",
    "orange": "橙色预警，只作此用",
    "yellow": "黄色预警，只作此用",
    "blue": "蓝色预警，只作此用",
}
STEPS = {
    "s": "小字：导航、页边",
    "0": "正文",
    "1": "要领、一条提示",
    "2": "小节标题、电话号码",
    "3": "大节标题",
    "4": "页面标题",
}
# The pictures an author chooses by a word stand in the model; these are the site's own.
OWN_ICONS = {
    "首页": "home",
    "查找": "search",
    "电话": "phone",
    "怎么说": "speak",
    "提醒": "alert",
    "停": "stop",
    "单位": "unit",
    "人": "people",
    "手册": "manual",
    "清单": "checklist",
    "演练": "drill",
    "准备": "prepare",
    "时间": "clock",
    "文件": "file",
    "打印": "print",
    "保存": "save",
    "要紧": "star",
}
_LIMITS = (
    ("立即", "立即"),
    ("shili之后", "顺序"),
    ("2小时", "法定"),
    ("2小时", "上位预案"),
    ("2小时", "本地文件"),
    ("建议30分钟", "建议值"),
    ("【待地区确认：时限，主办单位】", "空白"),
)


@dataclass(frozen=True)
class Samples:
    """Made-up records of the shapes the macros want; they say nothing about any event."""

    hotline: Hotline
    call: Call
    messages: tuple[Message, ...]
    kit: tuple[KitItem, ...]
    rumour: Rumour
    quiz: QuizQuestion
    criteria: Criteria
    statement: Statement


def homes(book: Handbook) -> Iterator[tuple[tuple[str, str, str], str]]:
    """No record is at home here."""
    yield ("index", "", "style"), PATH


def pages(site: Site) -> Iterator[Page]:
    """Yield the style page."""
    # A tree of command links to where its positions are at home: it can only be a real one.
    led = next((plan for plan in site.book.plans.values() if plan.plan.command), None)
    scope = Scope(led.plan.id if led else "")
    unheld = sheets(site.book, led) if led else ()
    share = next(
        (s for sheet in unheld if not sheet.unit for s in sheet.shares if s.position), None
    )
    command = (posts_of_command(led), groups_of_command(led)) if led else ((), ())
    numbers = tuple(
        Call.model_validate({"hotline": id, "when": hotline.use})
        for id, hotline in site.book.registers.hotlines.items()
    )
    part = site.parts("style.html", site.view(PATH, scope))
    samples = _samples(next(iter(site.book.registers.sources), "shili"))
    limits = [(parse_limit(words), kind) for words, kind in _LIMITS]
    levels = [Level(rank) for rank in (1, 2, 3, 4)]
    sections = [
        Section("how", "", part("how"), "style", repeats=True),
        Section("palette", "颜色", part("palette", TOKENS), "style", repeats=True),
        Section("steps", "字号", part("steps", STEPS), "style", repeats=True),
        Section("icons", "图案", part("icons", ICONS, OWN_ICONS), "style", repeats=True),
        Section("chips", "标签", part("chips", levels, COLOURS, EDITIONS), "style", repeats=True),
        Section("limits", "时限", part("limits", limits), "style", repeats=True),
        Section("blanks", "空白和要填的", part("blanks", samples), "style", repeats=True),
        Section("doors", "门、格子、跳转", part("doors"), "style", repeats=True),
        Section("phones", "电话", part("phones", samples, numbers[:3]), "style", repeats=True),
        Section("messages", "要和别", part("messages", samples.messages), "style", repeats=True),
        Section("quiet", "要备的、别信的、考考自己", part("quiet", samples), "style", repeats=True),
        Section("basis", "依据和标准", part("basis", samples), "style", repeats=True),
        Section("boxes", "提醒和折叠", part("boxes"), "style", repeats=True),
        Section("tables", "表格", part("tables"), "style", repeats=True),
        Section("lists", "阶梯、树、流程、时间线", part("lists", *command), "style", repeats=True),
        Section("tracks", "同时进行", part("tracks"), "style", repeats=True),
        Section("duty-pages", "手册、清单、演练", part("duty_pages"), "style", repeats=True),
        Section("finding", "查找", part("finding"), "style", repeats=True),
        Section("shares", "几项、归谁", part("shares", share), "style", repeats=True),
    ]
    yield Page(PATH, "样式页", tuple(sections), site.main_nav(PATH))


def _samples(source: str) -> Samples:
    sourced = {"source": (f"{source} 第几条",), "certainty": "待核"}
    hotline = {"id": "shili", "name": "示例热线", "number": "000", "use": "只作样子，打不通。"}
    hotline |= {"certainty": "待核", "checked_on": "【待地区确认：试拨日期，热线单位】"}
    message: dict[str, object] = {**sourced, "stage": "事前", "reviewed_on": "2018-06-11"}
    said: dict[str, dict[str, object]] = {
        "yao": {"tone": "要", "say": "一句话，只说一个要做的动作。", "why": "为什么，一句话。"},
        "bie": {"tone": "不要", "say": "一句话，只说一个不要做的动作。", "people": ("给谁的",)},
        "dan": {"tone": "要", "say": "单独的一句话。"},
    }
    return Samples(
        hotline=Hotline.model_validate(hotline),
        call=Call.model_validate(
            {"hotline": "shili", "when": "什么情况打。", "say": ("先说在哪里。", "再说怎么了。")}
        ),
        messages=tuple(
            Message.model_validate({**message, "id": id, **words}) for id, words in said.items()
        ),
        kit=tuple(
            KitItem.model_validate({**sourced, **words})
            for words in (
                {"id": "yi", "what": "一样东西", "amount": "多少", "why": "派什么用场。"},
                {"id": "er", "what": "又一样东西", "people": ("给谁的",)},
            )
        ),
        rumour=Rumour.model_validate(
            {
                **sourced,
                "id": "shuo",
                "heard": "不对的说法。",
                "truth": "实情。",
                "reviewed_on": "2018-06-11",
            }
        ),
        quiz=QuizQuestion.model_validate(
            {
                "id": "kao",
                "ask": "眼前的一个情形，怎么办？",
                "options": (
                    {"text": "一种做法", "verdict": "错", "why": "为什么不对。"},
                    {"text": "另一种做法", "verdict": "对", "why": "为什么对。"},
                ),
                "about": ("yao",),
            }
        ),
        criteria=Criteria.model_validate(
            {
                "any": ({"what": "条件甲"}, {"what": "条件乙", "qty": "3个以上"}),
                "all": ({"what": "条件丙"}, {"what": "条件丁"}),
            }
        ),
        statement=Statement.model_validate({**sourced, "text": "一句有出处的话。"}),
    )
