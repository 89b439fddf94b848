"""The pages about the program itself: every field and every code stands on them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest

from generator import audit, explanations, pages, schema
from generator.audit.site import Audited
from generator.edition import project
from generator.handbook.book import Handbook, PlanBook
from generator.handbook.kinds import FILE_KINDS
from generator.model.document import Document, FrontMatter
from generator.model.record import Part, Record
from generator.model.scale import EDITIONS, Audience
from generator.pages.page import Page
from generator.render import MARK
from tests.conftest import Project

ROW = re.compile(
    r"<tr><td[^>]*><code>(.*?)</code></td><td[^>]*>(.*?)</td><td[^>]*>(.*?)</td><td[^>]*>(.*?)</td>"
)


def _page(book: Handbook, path: str) -> Page:
    trainer = project(book, Audience.TRAINER)
    made = {page.path: page for page in pages.pages(trainer, Audience.TRAINER)}
    return made[path]


def _rows(page: Page) -> dict[tuple[str, str], tuple[str, str, str]]:
    """The rows of the field reference, by section and key: required, meaning, written."""
    return {
        (section.id, row[0]): (row[1], html.unescape(row[2]), html.unescape(row[3]))
        for section in page.sections
        for row in ROW.findall(section.html)
    }


def _parts() -> Iterator[type[Part]]:
    """All parts an author writes, files themselves left out."""
    files = {kind.model for kind in FILE_KINDS}
    waiting: list[type[Part]] = [Part]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            built = kind in (Handbook, PlanBook, Document, Record) or kind in files
            # Those others are made of are told where they are used.
            made_of = ("Guidance", "Sourced", "SourcedCriteria", "FrontMatter")
            if not built and kind.__name__ not in made_of:
                yield kind


def _anchor(part: type[Part]) -> str:
    return "part-" + re.sub(r"(?<!^)(?=[A-Z])", "-", part.__name__).lower()


def test_every_field_of_every_part_is_told(small: Handbook):
    rows = _rows(_page(small, "reference.html"))
    for part in set(_parts()):
        for name, field in part.model_fields.items():
            given = issubclass(part, Record) and name in ("id", "phase", "stage")
            key = (_anchor(part), name)
            assert (key in rows) == (not given), key
            if not given:
                required, meaning, written = rows[key]
                assert meaning == field.description
                assert (required == "是") == field.is_required(), key
                assert written, key
    for name, field in FrontMatter.model_fields.items():
        required, meaning, _ = rows[("document", name)]
        assert (meaning, required == "是") == (field.description, field.is_required())


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.name)
def test_every_kind_of_file_is_told(small: Handbook, kind):
    page = _page(small, "reference.html")
    section = next(section for section in page.sections if section.id == kind.name)
    assert kind.label in section.title and kind.glob in section.title
    if kind.name == "sealed":
        assert 'href="#drill"' in section.html
        return
    rows = _rows(page)
    for name, field in kind.model.model_fields.items():
        if name != "id":
            required, meaning, _ = rows[(kind.name, name)]
            assert (meaning, required == "是") == (field.description, field.is_required())


def test_sealed_drills_are_written_as_any_drill():
    made = schema.schemas()
    assert made["sealed"]["properties"] == made["drill"]["properties"]


def test_how_a_field_is_written(small: Handbook):
    rows = _rows(_page(small, "reference.html"))
    assert rows[("part-action", "within")][2].startswith("立即、2小时、建议30分钟")
    assert rows[("part-action", "report_to")][2].startswith("清单，每条以“- ”开头，写单位")
    assert 'href="#part-response-level"' in rows[("part-responses", "levels")][2]
    assert rows[("document", "audience")][2] == "公众版、处置版 或 演练版"
    assert "见" not in rows[("part-action", "do")][2]


def test_every_code_is_told(small: Handbook):
    page = _page(small, "rules.html")
    sections = {section.id: section for section in page.sections}
    for rule in explanations.rules():
        section = sections.pop(rule.code.lower())
        assert section.title == f"{rule.code} {rule.title}"
        words = html.unescape(section.html)
        for text in (rule.why, rule.wrong, rule.right):
            assert text in words, rule.code
        listed = [s for s in page.sections if f'href="#{rule.code.lower()}"' in s.html]
        assert len(listed) == 1, rule.code
    assert all(not re.fullmatch(r"[a-z]\d+", id) for id in sections)


@pytest.mark.parametrize("edition", EDITIONS)
def test_only_trainers_have_them_and_every_page_leads_there(small: Handbook, edition: Audience):
    for page in pages.pages(project(small, edition), edition):
        led = {link.title for link in page.nav} & {"填写说明", "检查规则"}
        assert len(led) == (2 if edition == Audience.TRAINER else 0), page.path
        assert page.path not in ("reference.html", "rules.html") or edition == Audience.TRAINER


def test_finished_pages_hold_the_texts(built: Project):
    """Examples come through the engine whole, empty lines, brackets and quotes included."""
    site = built.site("trainer")
    rules = html.unescape(site["trainer/rules.html"].decode())
    for rule in explanations.rules():
        assert rule.wrong in rules and rule.right in rules, rule.code
    assert 'id="part-action"' in site["trainer/reference.html"].decode()


def test_examples_hold_nothing_that_must_never_appear(small: Handbook):
    """Examples stand on a page: what is wrong is shown without a number or place that could be."""
    for rule in explanations.rules():
        words = "\n".join((rule.title, rule.why, rule.wrong, rule.right))
        text = f"{MARK} 公众版 2030-01-02 {html.escape(words)}"
        site = Audited(small, small, Audience.PUBLIC, {"index.html": text.encode()})
        found = [p.message for p in audit.problems(site) if p.code == "A120"]
        assert not found, f"{rule.code}: {found}"


def test_our_own_words_are_no_leak(small: Handbook):
    """A sealed drill may use words that also stand in a rule; its own words still ring."""
    own = next(text for text in explanations.own_words() if re.search(r"[\u4e00-\u9fff]{12}", text))
    secret = "这是谁也不该事先知道的一句话"
    sealed = {
        id: drill.changed(title=own, scenario=drill.scenario.changed(start=secret))
        for id, drill in small.sealed.items()
    }
    whole = small.changed(sealed=sealed)
    trainer = project(whole, Audience.TRAINER)

    def leaks(text: str, own_words: tuple[str, ...]) -> bool:
        files = {"index.html": html.escape(text).encode()}
        site = Audited(whole, trainer, Audience.TRAINER, files, own_words)
        return any(problem.code == "A110" for problem in audit.problems(site))

    assert leaks(own, ())
    assert not leaks(own, explanations.own_words())
    assert leaks(secret, explanations.own_words())
