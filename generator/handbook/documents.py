"""Handwritten pages: front matter read like any YAML, Markdown without raw HTML."""

from __future__ import annotations

import re

from generator.handbook.prose import blanks_in, prose_lines, unfenced
from generator.model.document import Document, FrontMatter
from generator.model.scalar import Slip
from generator.model.words import parse_id
from generator.source import Location, Problem, Rule
from generator.structure import build
from generator.yamltext import encoding, read

DOCUMENT = Rule(
    "P120",
    "文稿的开头、编号或写法不对",
    "没有开头说明就不知道给谁看；原样的 HTML 会绕过转义。",
    "# 关于本站",
    "---\ntitle: 关于本站\naudience: 公众版\n---\n\n正文",
)
RULES = (DOCUMENT,)

_FRONT = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
_RAW_HTML = re.compile(r"</?[A-Za-z!][^>\n]*>")
_HEADING = re.compile(r"(#+) (.*)")
_EXPLICIT_ID = re.compile(r"\{#[a-z][a-z0-9-]*\}\s*$")
_OUTSIDE = re.compile(r"\]\(\s*(?:https?:)?//|^\s*\[[^]]+\]:\s*(?:https?:)?//")


def read_document(path: str, raw: bytes) -> tuple[Document | None, tuple[Problem, ...]]:
    """Return the document of a Markdown file, or None, and its problems."""
    start = Location(path, 1, 1)
    if not path.endswith(".md"):
        told = "content 里只放扩展名是 .md 的文稿；请移走，或改成 .md。"
        return None, (Problem(start, DOCUMENT.code, told),)
    text, problems = encoding.decode(path, raw)
    if problems:
        return None, problems
    name = path.removeprefix("content/").removesuffix(".md")
    try:
        parse_id(name)
    except Slip as slip:
        problems += (Problem(start, DOCUMENT.code, f"文件名不对：{slip}"),)
    front = _FRONT.match(text)
    if not front:
        told = "文稿的开头要用两行“---”夹住 title 和 audience，请补上。"
        return None, (*problems, Problem(start, DOCUMENT.code, told))
    # One empty line keeps the line numbers of the file.
    node, more = read(path, ("\n" + front[1]).encode())
    problems += more
    head = None
    if node is not None:
        head, more = build(node, FrontMatter)
        problems += more
    body, first = text[front.end() :], front[0].count("\n") + 1
    problems += tuple(_lines(path, body, first))
    if head is None or problems:
        return None, problems
    document = Document(id=name, aliases=head.aliases, head=head, markdown=body)
    document.set_places({"": start, "markdown": Location(path, first, 1)})
    return document, problems


def _lines(path: str, body: str, first: int) -> list[Problem]:
    problems = []
    for number, (line, prose) in enumerate(unfenced(body), start=first):
        if prose and (told := _wrong_in(line)):
            problems.append(Problem(Location(path, number, 1), DOCUMENT.code, told))
    for number, line in prose_lines(body, first):
        try:
            tuple(blanks_in(line))
        except Slip as slip:
            problems.append(Problem(Location(path, number, 1), DOCUMENT.code, str(slip)))
    return problems


def _wrong_in(line: str) -> str:
    if found := _RAW_HTML.search(line):
        return f"文稿里不能写 HTML（{found[0]}），请改用 Markdown。"
    if _OUTSIDE.search(line):
        return "文稿里不能链接到外面的网站，离线打不开；请写出名称。"
    heading = _HEADING.match(line)
    if heading and heading[1] == "#":
        return "页面标题取自 title，正文从“## ”开始，请改成两个井号或删去。"
    if heading and not _EXPLICIT_ID.search(heading[2]):
        return "小标题后要写固定的英文编号，如“## 怎样打印 {#print}”，请补上。"
    return ""
