"""What the YAML parser says, in sentences a clerk can act on."""

from __future__ import annotations

import yaml

_SENTENCES = (
    (
        "mapping values are not allowed",
        "这里或上一行的缩进没有对齐，或一行里有两个“: ”；请对齐，或给整句加双引号。",
    ),
    ("did not find expected key", "缩进与上面的行不齐，或引号前后还有别的字；请对齐或改引号。"),
    ("could not find expected ':'", "这一行没有“键: 值”的样子；请补半角冒号和空格，或检查缩进。"),
    ("did not find expected '-' indicator", "清单各行的“- ”没有对齐；请对齐。"),
    ("found unexpected end of stream", "文件在引号或括号里就结束了；请补上收尾的引号或括号。"),
    ("found character that cannot start any token", "值不能以 @、` 或 % 开头；请给整句加双引号。"),
    ("did not find expected ',' or ']'", "方括号没有合上，或里面少了半角逗号；请补上。"),
    ("did not find expected ',' or '}'", "不能用花括号；请把每个键分行写。"),
    ("found unknown escape character", "双引号里的反斜杠有特别意思；请改用单引号。"),
    ("block sequence entries are not allowed", "清单不能接在“键: ”同一行；请另起一行缩进两格。"),
    ("found undefined", "不能用标签（!）或别名（*）；请给整句加双引号。"),
    ("scanning a directive", "行首不能用 %；请给整句加双引号。"),
    ("while scanning an alias", "不能用别名（*）；请给整句加双引号。"),
    ("while scanning an anchor", "不能用锚点（&）；请给整句加双引号。"),
)
_FALLBACK = "这里的写法读不出来；请检查缩进、冒号、引号和括号是否成对。"


def sentence(error: yaml.MarkedYAMLError) -> str:
    """Return the Chinese sentence for a parser error."""
    told = f"{error.context or ''} {error.problem or ''}"
    return next((chinese for english, chinese in _SENTENCES if english in told), _FALLBACK)
