"""Properties: no slip of the keyboard brings the reader down, and text never becomes markup."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from generator import build, checks, pages
from generator.edition import project
from generator.handbook.book import Handbook
from generator.handbook.reading import Reading, read_handbook
from generator.model.record import Part
from generator.model.scale import Audience
from generator.render import environment
from generator.source import Problem
from tests.conftest import ROOT, SMALL, files_below

FILES = files_below(SMALL, "plans", "content")
REAL = files_below(ROOT, "plans", "content")
PUNCTUATION = {
    ":": "：",
    ",": "，",
    "-": "－",
    "[": "【",
    "]": "】",
    " ": "　",
    "#": "＃",
    '"': "“",
}


def _tried(times: int) -> settings:
    return settings(
        max_examples=times,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
    )


@st.composite
def mutated(draw: st.DrawFn, files: dict[str, bytes] = FILES) -> tuple[str, bytes]:
    """One file of a handbook, the small one unless told, with one slip in it."""
    path = draw(st.sampled_from(sorted(path for path in files if path.endswith(".yaml"))))
    text = files[path].decode()
    lines = text.split("\n")
    number = draw(st.integers(0, len(lines) - 1))
    line = lines[number]
    kind = draw(
        st.sampled_from(
            (
                "delete",
                "double",
                "retype",
                "rename",
                "truncate",
                "encode",
                "swap",
                "indent",
                "insert",
                "paste",
                "join",
            )
        )
    )
    match kind:
        case "delete":
            lines[number : number + draw(st.integers(1, 5))] = []
        case "double":
            lines.insert(number, line)
        case "retype":
            wrong = draw(
                st.sampled_from(
                    (
                        "",
                        "12:30",
                        "no",
                        "[]",
                        "[a, b]",
                        "{a: 1}",
                        "- x",
                        "~",
                        "|",
                        "*",
                        "&a",
                        "及时",
                        "3" * 5000,
                    )
                )
            )
            lines[number] = re.sub(r":.*", lambda _: f": {wrong}", line)
        case "rename":
            other = draw(st.text(min_size=1, max_size=8))
            lines[number] = re.sub(r"\w+", lambda _: other, line, count=1)
        case "truncate":
            return path, text.encode()[: draw(st.integers(0, len(text.encode())))]
        case "encode":
            return path, text.encode(
                draw(st.sampled_from(("gbk", "gb18030", "utf-16", "utf-8-sig", "utf-32")))
            )
        case "swap":
            mark = draw(st.sampled_from(sorted(PUNCTUATION)))
            lines[number] = line.replace(mark, PUNCTUATION[mark])
        case "indent":
            lines[number] = " " * draw(st.integers(1, 30)) + line
        case "paste":
            last, by = (
                number + draw(st.integers(1, 30)),
                draw(st.sampled_from((-4, -2, -1, 1, 2, 4))),
            )
            lines[number:last] = [
                " " * max(0, len(line) - len(line.lstrip()) + by) + line.lstrip()
                for line in lines[number:last]
            ]
        case "join":
            lines[number : number + 2] = ["".join(lines[number : number + 2])]
        case "insert":
            lines.insert(number, draw(st.text(max_size=40)))
    return path, "\n".join(lines).encode("utf-8", "surrogatepass")


@pytest.fixture(scope="module")
def templates() -> Environment:
    """The templates, read once for all tries."""
    return environment("pages")


@_tried(60)
@given(mutated())
def test_a_slip_gives_a_place_and_a_sentence(templates: Environment, slip: tuple[str, bytes]):
    _told(templates, slip)


@pytest.mark.slow
@_tried(300)
@given(mutated())
def test_many_slips(templates: Environment, slip: tuple[str, bytes]):
    _told(templates, slip)


@pytest.mark.slow
@_tried(100)
@given(mutated(REAL))
def test_slips_in_the_real_plans(slip: tuple[str, bytes]):
    _read(REAL, slip)


def _read(files: dict[str, bytes], slip: tuple[str, bytes]) -> tuple[Reading, list[Problem]]:
    path, raw = slip
    started = time.process_time()
    reading = read_handbook(files | {path: raw})
    problems = [*reading.problems, *checks.problems(reading)]
    assert time.process_time() - started < 5
    for problem in problems:
        assert problem.where.line >= 1 and problem.where.column >= 1
        assert problem.where.path in files or problem.where.path.endswith("plan.yaml")
        assert re.fullmatch(r"[YP]\d{3}", problem.code)
        assert re.search(r"[\u4e00-\u9fff]", problem.message)
    return reading, problems


def _told(templates: Environment, slip: tuple[str, bytes]) -> None:
    reading, problems = _read(FILES, slip)
    if not problems:
        for edition in (Audience.PUBLIC, Audience.TRAINER):
            assert _docs(project(reading.handbook, edition), edition, templates)


def _docs(book: Handbook, edition: Audience, templates: Environment) -> dict[str, bytes]:
    return build.docs(book, edition, pages.pages(book, edition, templates))


class _Outline(HTMLParser):
    """The tags of a page with their attributes, and its words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, ...]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _outline(body: str) -> _Outline:
    parsed = _Outline()
    parsed.feed(markdown.markdown(body, extensions=["attr_list", "tables", "toc"]))
    parsed.close()
    return parsed


HOSTILE = st.sampled_from(
    (
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</div></td></tr></table><h1>",
        "{{ 7*7 }}{% raw %}",
        "[a](javascript:alert(1))",
        "![a](b.png)",
        "**粗** _斜_ `码` ~~删~~",
        "# 题 {#top}",
        "{: .class #id }",
        "&lt;b&gt; &amp;#60;",
        "- x\t1. y > z | a",
        "=cmd|'/c calc'!A1",
        "<!-- 注 --> ]]> <?php ?>",
        'a" onmouseover="x',
        "\\<b\\> \\`",
        "***\n---\n***",
        "*[HTML]: x [^1]: y",
    )
) | st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")),
    min_size=1,
    max_size=30,
).filter(str.strip)

TAME = "平常话"
# Texts that the pages choose by, or that are parts of an address.
_CLOSED = {
    "id",
    "icon",
    "phase",
    "stage",
    "tone",
    "certainty",
    "type",
    "disposition",
    "basis",
    "notice",
}
_CLOSED |= {"form", "status", "rating", "verdict", "number", "markdown", "head"}


def _with_text(value: object, text: str) -> object:
    """Put a text into every text field."""
    if isinstance(value, Part):
        changes = {
            name: _with_text(getattr(value, name), text)
            for name in type(value).model_fields
            if name != "colours"
            and (name not in _CLOSED or not isinstance(getattr(value, name), str))
        }
        return value.changed(**changes)
    if isinstance(value, Mapping):
        return {key: _with_text(member, text) for key, member in value.items()}
    if isinstance(value, tuple):
        return tuple(_with_text(member, text) for member in value)
    return text if isinstance(value, str) else value


@dataclass(frozen=True)
class _Tried:
    """The small handbook, and what its pages are like when every text in it is tame."""

    book: Handbook
    templates: Environment
    tame: Mapping[str, tuple[str, _Outline]]


def _bodies(book: Handbook, text: str, templates: Environment) -> dict[str, str]:
    """The pages of the handbook with this text everywhere, less their front matter."""
    filled = _with_text(book, text)
    assert isinstance(filled, Handbook)
    made = _docs(project(filled, Audience.TRAINER), Audience.TRAINER, templates)
    return {path: source.decode().split("---\n", 2)[2] for path, source in made.items()}


@pytest.fixture(scope="module")
def tried(templates: Environment) -> _Tried:
    book = read_handbook(FILES).handbook
    bodies = _bodies(book, TAME, templates)
    return _Tried(book, templates, {path: (body, _outline(body)) for path, body in bodies.items()})


@_tried(20)
@given(HOSTILE)
def test_text_never_becomes_markup(tried: _Tried, text: str):
    _plain(tried, text)


@pytest.mark.slow
@_tried(60)
@given(HOSTILE)
def test_no_text_becomes_markup(tried: _Tried, text: str):
    _plain(tried, text)


def _plain(tried: _Tried, text: str) -> None:
    bodies = _bodies(tried.book, text, tried.templates)
    assert bodies.keys() == tried.tame.keys()
    shown = re.sub(r"\s+", "", text)
    compared = 0
    for path, body in bodies.items():
        tame, outline = tried.tame[path]
        told = TAME in "".join(outline.words)
        if body == tame and not told:
            # A page about the program holds no text of ours.
            continue
        wild = _outline(body)
        assert wild.tags == outline.tags, path
        assert not told or shown in re.sub(r"\s+", "", "".join(wild.words)), path
        compared += 1
    assert compared > 15
