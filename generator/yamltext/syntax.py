"""What the YAML parser says, in sentences a clerk can act on."""

from __future__ import annotations

import re
from typing import Protocol

import yaml

_BEGUN = re.compile(r"unexpected end of stream|expected ',' or ']'|find expected ':'")
_SENTENCES = (
    (
        "mapping values are not allowed",
        "这里或上一行的缩进没有对齐，或一行里有两个“: ”；请对齐，或给整句加双引号。",
    ),
    (
        "did not find expected key",
        "缩进与上面的行不齐，或引号、方括号后面还有别的字；请对齐，或给整句加双引号、句中用“”。",
    ),
    (
        "could not find expected ':'",
        "这一行没有“键: 值”的样子；请补半角冒号和空格；是上一行的后半句就并上去，是说明就以“# ”开头。",
    ),
    (
        "did not find expected '-' indicator",
        "清单各行的“- ”没有对齐，或引号、方括号后面还有别的字；请对齐，或给整句加双引号、句中用“”。",
    ),
    (
        "found unexpected end of stream",
        "这里的引号到文件结束也没有合上；请在这一行的末尾补上引号。",
    ),
    ("found character that cannot start any token", "值不能以 @、` 或 % 开头；请给整句加双引号。"),
    ("did not find expected ',' or ']'", "方括号没有合上，或里面少了半角逗号；请补上。"),
    ("did not find expected ',' or '}'", "不能用花括号；请把每个键分行写。"),
    ("found unknown escape character", "双引号里的反斜杠有特别意思；请改用单引号。"),
    ("block sequence entries are not allowed", "清单不能接在“键: ”同一行；请另起一行缩进两格。"),
    ("scanning a block scalar", "值不能以 | 或 > 开头；请删去它，或给整句加双引号。"),
    ("parsing a tag", "值不能以 ! 开头；请用全角叹号，或给整句加双引号。"),
    ("scanning a tag", "值不能以 ! 开头；请用全角叹号，或给整句加双引号。"),
    ("found undefined", "不能用标签（!）或别名（*）；请给整句加双引号。"),
    ("scanning a directive", "行首不能用 %；请给整句加双引号。"),
    ("while scanning an alias", "值不能以 * 开头；列几条请用“- ”，要保留请给整句加双引号。"),
    ("while scanning an anchor", "值不能以 & 开头；请给整句加双引号。"),
)
DASH = "列表的减号后面要空一格；请写成“- ”开头，每条一行。"
RUN_ON = "这一行会并进上一行的值；请把一个值写在一行里，另起的一条请和上面各条对齐。"
HEAD = "这一行的冒号后面有字，下面的行却缩进了；请删去冒号后面的字，或把下面的行和它对齐。"
COLON = "键后面的冒号要跟一个空格；请在冒号后面加一个半角空格。"
_TIGHT_DASH = re.compile(r"-[^\s-]")
_TIGHT_COLON = re.compile(r"(?:- +)?[A-Za-z_][\w-]*:\S")
_FALLBACK = "这里的写法读不出来；请检查冒号、引号和括号是否成对，各行是否对齐。"


class Mark(Protocol):
    """A place as either of the parser's two kinds of mark tells it."""

    line: int
    column: int


def sentence(error: yaml.MarkedYAMLError, line: str) -> str:
    """Return the Chinese sentence for a parser error that begins in a line."""
    told = f"{error.context or ''} {error.problem or ''}"
    if "find expected ':'" in told and _TIGHT_DASH.match(line):
        return DASH
    if "find expected ':'" in told and _TIGHT_COLON.match(line):
        return COLON
    if "find expected key" in told and line.startswith("- "):
        return "这一行不该以“- ”开头，或没有和清单的各行对齐；请删去“- ”，或对齐。"
    return next((chinese for english, chinese in _SENTENCES if english in told), _FALLBACK)


def is_head(error: yaml.MarkedYAMLError) -> bool:
    """Whether the parser met a key where a value was going on."""
    return "mapping values are not allowed" in (error.problem or "")


def of_columns(told: str) -> bool:
    """Whether a sentence of `sentence` may be about a line that is too far left or right."""
    return "对齐" in told or "缩进" in told


def mark(error: yaml.MarkedYAMLError) -> Mark | None:
    """Return where the fault begins: what was never closed is mended where it opens."""
    begun = _BEGUN.search(error.problem or "")
    return (error.context_mark if begun else None) or error.problem_mark or error.context_mark


def run_on(event: yaml.ScalarEvent) -> tuple[bool, str]:
    """Say what became of a value that goes on below its line, and whether that shows on the next line."""
    if event.style and event.end_mark:
        last = event.end_mark.line + 1
        return False, f"这里的引号到第 {last} 行才合上；请在这一行的末尾补上引号，一个值只写一行。"
    if _TIGHT_DASH.match(event.value):
        return False, DASH
    if _TIGHT_COLON.match(event.value):
        return False, COLON
    return True, RUN_ON


def twice(again: list[tuple[str, int]]) -> str:
    """Say which keys of one group, with their first lines, were written again."""
    key, line = again[0]
    if len(again) == 1:
        return f"“{key}”在第 {line} 行已经写过，请删去一个或改名。"
    # So many at once are the next record, which has lost its head.
    others = "、".join(f"“{other}”" for other, _ in again[1:4]) + ("等" if len(again) > 4 else "")
    return (
        f"从这一行起，“{key}”（第 {line} 行已经写过）和{others}又写了一遍；"
        "多半是漏了下一条的编号，请在这一行上面补上，或删去重复的。"
    )
