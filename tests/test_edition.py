"""Editions differ by what is loaded: canaries, invariance, and a leak alarm that rings."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from generator import audit, build, checks
from generator.audit.site import Audited, decoded
from generator.edition import project
from generator.handbook.book import Handbook
from generator.handbook.reading import read_handbook
from generator.model.quantity import Quantity
from generator.model.record import Part, Record, least_audience
from generator.model.reference import Citation
from generator.model.scale import EDITIONS, Audience
from generator.model.words import Blank
from tests.conftest import Project
from tests.search.data import decoded as data
from tests.search.data import files_of

PAIRS = [
    (weaker, stricter)
    for weaker in EDITIONS
    for stricter in (*EDITIONS, Audience.SEALED)
    if weaker < stricter
]


# Words of fixed lists, by which pages choose a mark; and ids, which are no words.
_CLOSED = {"type", "certainty", "tone", "disposition", "basis", "form", "rating", "status"}
_CLOSED |= {"id", "phase", "stage", "audience", "head", "breadth", "purpose", "notice", "verdict"}


class _Canaries:
    """Marks every word of every stricter field with a canary of its own."""

    def __init__(self, edition: Audience) -> None:
        self.edition = edition
        self.planted: dict[str, str] = {}

    def _new(self, place: str) -> str:
        canary = f"金丝雀{len(self.planted):04}号"
        self.planted[canary] = place
        return canary

    def mark(self, value: object, strict: bool, place: str) -> object:
        if isinstance(value, Part):
            if isinstance(value, Record):
                strict = strict or value.effective_audience > self.edition
            changes = {}
            for name, field in type(value).model_fields.items():
                inner = strict or least_audience(field) > self.edition
                held = getattr(value, name)
                if name in _CLOSED and isinstance(held, str):
                    continue
                if name in ("colours", "phases") and isinstance(held, tuple):
                    continue
                marked = self.mark(held, inner, f"{place}.{name}")
                if marked is not held:
                    changes[name] = marked
            return value.changed(**changes) if changes else value
        if isinstance(value, Mapping):
            return {
                key: self.mark(member, strict, f"{place}[{key}]") for key, member in value.items()
            }
        if isinstance(value, tuple):
            return tuple(self.mark(member, strict, place) for member in value)
        if not strict:
            return value
        return self._leaf(value, place)

    def _leaf(self, value: object, place: str) -> object:
        if isinstance(value, str):
            return value + self._new(place)
        if isinstance(value, Blank):
            return Blank(value.what + self._new(place), value.who + self._new(place))
        if isinstance(value, Quantity):
            return Quantity(value.words + self._new(place), value.unit, value.low, value.high)
        if isinstance(value, Citation):
            return Citation(value.source, value.locator + self._new(place))
        return value


def _marked(book: Handbook, edition: Audience) -> tuple[Handbook, dict[str, str]]:
    canaries = _Canaries(edition)
    marked = canaries.mark(book, False, "")
    assert isinstance(marked, Handbook)
    return marked, canaries.planted


@pytest.mark.parametrize("edition", [Audience.PUBLIC, Audience.RESPONDER])
def test_canaries_in_every_stricter_field_reach_no_page(small: Handbook, edition: Audience):
    marked, planted = _marked(small, edition)
    assert len(planted) > (230 if edition == Audience.PUBLIC else 110)
    clean = build.docs(project(small, edition), edition)
    pages = build.docs(project(marked, edition), edition)
    for path, content in pages.items():
        text = decoded(content.decode())
        found = [canary for canary in planted if canary in text or canary in path]
        assert not found, f"{path}: {planted[found[0]]}"
    assert pages == clean


@pytest.mark.parametrize("edition", [Audience.PUBLIC, Audience.RESPONDER])
def test_canaries_reach_no_search_data(small: Handbook, edition: Audience):
    marked, planted = _marked(small, edition)
    files = files_of(marked, edition)
    # As the browser reads them, in case a mark is written as escapes.
    text = json.dumps(data(files), ensure_ascii=False)
    assert not [planted[canary] for canary in planted if canary in text]
    assert files == files_of(small, edition)
    strictest = json.dumps(data(files_of(marked, Audience.TRAINER)), ensure_ascii=False)
    # The same marks are found where they belong; not all of their fields can be searched.
    assert sum(canary in strictest for canary in planted) > 0.3 * len(planted)


def test_canaries_are_seen_where_they_belong(small: Handbook):
    """The test above can fail: the same marks do appear in the strictest edition."""
    marked, planted = _marked(small, Audience.PUBLIC)
    pages = build.docs(project(marked, Audience.TRAINER), Audience.TRAINER)
    everything = "".join(decoded(content.decode()) for content in pages.values())
    seen = {canary for canary in planted if canary in everything}
    # The rest sits in sealed drills, results and modules, which no page shows yet.
    assert len(seen) > 0.5 * len(planted)


@pytest.mark.parametrize("edition", EDITIONS)
def test_sealed_drills_change_nothing(small_files: dict[str, bytes], edition: Audience):
    without = {path: raw for path, raw in small_files.items() if "sealed" not in path}
    changed = {
        path: raw.replace("冒水".encode(), "决口".encode()).replace(
            "谁也不该".encode(), "大家都该".encode()
        )
        for path, raw in small_files.items()
    }
    two = small_files | {"private/sealed/q9r5t3.yaml": small_files["private/sealed/x7k2m4.yaml"]}
    pages = [
        build.docs(project(read_handbook(files).handbook, edition), edition)
        for files in (without, small_files, two)
    ]
    assert pages[0] == pages[1] == pages[2]
    only_sealed = small_files | {
        path: changed[path] for path in small_files if path.startswith("private/sealed")
    }
    assert only_sealed != small_files
    assert build.docs(project(read_handbook(only_sealed).handbook, edition), edition) == pages[0]


def test_sealed_drills_are_checked_like_any_other(small_files: dict[str, bytes]):
    path = "private/sealed/x7k2m4.yaml"
    wrong = small_files | {path: small_files[path].replace(b"action: dianhua", b"action: dianhuo")}
    found = [str(problem) for problem in checks.problems(read_handbook(wrong))]
    assert len(found) == 1 and found[0].startswith(f"{path}:") and "dianhuo" in found[0]


def test_contacts_change_nothing_in_public(small_files: dict[str, bytes]):
    without = {path: raw for path, raw in small_files.items() if "contacts" not in path}
    for edition in EDITIONS:
        pages = [
            build.docs(project(read_handbook(files).handbook, edition), edition)
            for files in (small_files, without)
        ]
        assert (pages[0] == pages[1]) == (edition == Audience.PUBLIC)


@pytest.mark.slow
def test_private_files_change_no_byte_of_the_finished_sites(
    project: Project, small_files: dict[str, bytes]
):
    project.build()
    plain = project.site()
    for path, raw in small_files.items():
        if path.startswith("private/sealed"):
            target = project.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(raw)
    # Nor does what is kept of a seal, or one drill more.
    seal = project.folder / "private" / "seals" / "x7k2m4"
    seal.mkdir(parents=True)
    (seal / "nonce.txt").write_text("0" * 64, encoding="utf-8")
    another = small_files["private/sealed/x7k2m4.yaml"].replace(b"T+5", b"T+6")
    (project.folder / "private/sealed/q9r5t3.yaml").write_bytes(another)
    project.build("--private", "private")
    assert project.site() == plain
    (project.folder / "private" / "contacts.yaml").write_bytes(small_files["private/contacts.yaml"])
    project.build("--private", "private")
    assert project.site("public") == {k: v for k, v in plain.items() if k.startswith("public/")}
    assert b"5550123" in project.site("responder")["responder/units/jia-ju.html"]


def test_public_is_a_short_form(small: Handbook):
    public = project(small, Audience.PUBLIC)
    plan = public.plans["difang"]
    assert plan.plan.responses is None and not plan.plan.command and plan.plan.number is None
    assert not plan.duties and not plan.actions and not plan.drills and not plan.records
    assert plan.messages["wang-gaochu"].actions == ()
    assert set(public.documents) == {"about"}
    assert "guifan" not in public.registers.sources and "changshi" in public.registers.sources
    assert not public.registers.mandates and not public.registers.forms and not public.contacts


def test_responders_see_closed_drills_only(small: Handbook):
    responder = project(small, Audience.RESPONDER)
    assert set(responder.plans["difang"].drills) == {"jianyan", "fucha"}
    assert responder.plans["difang"].duties["fangshou"].mandates[0].id == "shouce"
    assert not responder.sealed and not responder.modules


def test_nothing_refers_outside_its_edition(small: Handbook):
    """Every reference that survives the projection resolves in it."""
    from generator.handbook.lookup import find
    from generator.handbook.walk import references

    for edition in EDITIONS:
        book = project(small, edition)
        for visit in book.visits:
            for field, ref in references(visit.part):
                assert find(book, ref, visit.scope), (
                    f"{edition.title}: {type(visit.part).__name__}.{field} {ref}"
                )


def _audited(book: Handbook, edition: Audience, text: str, path: str = "index.html") -> list[str]:
    site = {path: text.encode()}
    return [
        str(problem)
        for problem in audit.problems(Audited(book, project(book, edition), edition, site))
        if problem.code == "A110"
    ]


SECRET = "先核对叫停口令再宣布开始演练这一条只给组织者看"


@pytest.mark.parametrize(
    "text",
    [
        f"<p>{SECRET}</p>",
        f"<p>{SECRET[:6]}</p><p>{SECRET[6:20]}</p>",
        "".join(f"&#{ord(letter)};" for letter in SECRET),
        "".join(f"\\u{ord(letter):04x}" for letter in SECRET),
        "\u200b".join(SECRET),
        f'<img alt="{SECRET}">',
        "<p>这是谁也不该事先知道的一句话</p>",
    ],
    ids=["plain", "split", "entities", "escapes", "zero width", "attribute", "sealed"],
)
def test_the_leak_alarm_rings(small: Handbook, text: str):
    assert _audited(small, Audience.RESPONDER, text), text


def test_the_leak_alarm_rings_for_file_names_and_contacts(small: Handbook):
    assert _audited(small, Audience.PUBLIC, "<p>555 0123</p>")
    assert _audited(small, Audience.PUBLIC, "<p></p>", f"{SECRET}.html")


def test_the_leak_alarm_is_quiet_where_nothing_leaks(small: Handbook):
    assert not _audited(small, Audience.TRAINER, f"<p>{SECRET}</p>")
    assert not _audited(small, Audience.PUBLIC, "<p>二〇二八年六月一号堤段曾经出现渗水</p>")
