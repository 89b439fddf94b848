"""Search data: what stands in them, what does not, and that all of it leads somewhere."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pytest

from generator import pages, search
from generator.edition import project
from generator.handbook.book import Handbook
from generator.handbook.reading import read_handbook
from generator.model.scale import EDITIONS, Audience
from generator.search.fragments import fragments
from tests.conftest import ROOT, Project
from tests.element import parsed
from tests.search.data import decoded, files_of, found
from tests.search.figures import Asked, failures, figures
from tests.search.questions import LOCKED, PARTS, TUNING, Question, questions

NAMES = ("public", "responder", "trainer")


def test_words_are_cut_where_records_begin():
    html = (
        '<p>Before <b id="other">and</b>\n more.</p>'
        '<ul><li id="one">First <ul><li id="two">inner</li></ul> last</li></ul>'
    )
    assert fragments(html, {"one", "two"}) == {
        "": "Before and more.",
        "one": "First last",
        "two": "inner",
    }


def test_what_stands_beside_the_words_is_left_out():
    html = (
        '<p>Say <span class="source">law 1</span>it<br><svg><title>icon</title></svg>.</p>'
        "<table><thead><tr><th>head</th></tr></thead><tr><td>cell</td></tr></table>"
        '<details><summary>more</summary>open</details><p class="chip big">chip</p>'
        '<p class="screen">button</p><p>A &lt;b&gt; &amp; c</p>'
    )
    assert fragments(html, ()) == {"": "Say it . cell open A <b> & c"}


def test_marks_and_sources_are_no_words():
    html = (
        '<ul><li id="m"><p class="say"><b>✓ 做</b>Keep still</p><p>Why.</p>'
        '<p class="from"><a href="#f1">出处 1</a></p></li></ul>'
    )
    assert fragments(html, {"m"}) == {"": "", "m": "Keep still Why."}


def test_what_is_lent_is_found_here_by_its_title_only():
    html = (
        '<ul><li id="m-own"><p class="say">Own</p><p>Words</p></li>'
        '<li id="m-plan--other"><p class="say"><b>✓ 做</b>Lent</p><p>its words</p></li>'
        '<li id="m-plan--more"><p class="say"><b>✗ 不做</b>More</p></li>'
        '<li id="r-plan--heard"><p class="heard"><b>✗ 有人说</b> untrue</p></li></ul>'
    )
    assert fragments(html, {"m-own"}) == {"": "Lent；More", "m-own": "Own Words"}


def test_what_is_untrue_is_never_a_title(small: Handbook):
    """A result shows its title in large: of a rumour it says first not to believe it."""
    told = [
        one
        for one in found(decoded(files_of(small, Audience.PUBLIC)))
        if one.anchor.startswith("r-")
    ]
    assert told
    for one in told:
        assert one.title.startswith("别信：") and one.title[3:] not in one.text
        assert not set("“”✓✗") & set(one.text)


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_record_is_found_once_and_at_home(small: Handbook, edition: Audience):
    projected = project(small, edition)
    homes = pages.homes(projected, edition)
    data = decoded(files_of(small, edition))
    places = Counter((one.path, one.anchor) for one in found(data))
    assert max(places.values()) == 1
    paths = {page[0] for page in data["pages"]}
    assert {address.partition("#")[0] for address in homes.values()} <= paths


def test_names_people_use_are_found(small: Handbook):
    data = decoded(files_of(small, Audience.RESPONDER))
    aliases = {page[0]: set(page[4]) for page in data["pages"]}
    assert "老甲局管理处" in aliases["units/jia-ju.html"]
    assert "决堤" in aliases["plans/difang/guide.html"]
    assert "发大水" in aliases["plans/difang/index.html"]
    term = next(one for one in found(data) if one.anchor == "t-shenshui")
    assert "冒汗" in term.aliases and "水从堤身慢慢透出来" in term.text
    assert ["甲局", "老甲局管理处"] in data["groups"]
    assert ["管涌", "冒水", "翻沙"] in data["groups"]


def test_what_is_at_home_elsewhere_is_not_told_again(small: Handbook):
    """An action's words stand in the manual, not in the sheets that repeat it."""
    data = decoded(files_of(small, Audience.RESPONDER))
    manual = {one.title for one in found(data) if one.path == "plans/difang/manual.html"}
    sheets = [one for one in found(data) if one.path.startswith("plans/difang/checklist/")]
    assert manual and not sheets


def test_readings_and_signs_of_both_scripts(small: Handbook):
    data = decoded(files_of(small, Audience.PUBLIC))
    assert any(group.startswith("di") and "堤" in group for group in data["sounds"].split(","))
    pairs = data["traditional"]
    simple = dict(zip(pairs[::2], pairs[1::2], strict=True))
    assert simple["險"] == "险" and "险" not in simple


def test_data_are_the_same_every_time():
    program = (
        "import sys; from tests.conftest import SMALL, files_below; from tests.search.data import *;"
        "from generator.handbook.reading import read_handbook;"
        "book = read_handbook(files_below(SMALL, 'plans', 'content', 'private')).handbook;"
        "sys.stdout.buffer.write(files_of(book, Audience.TRAINER)['search/data.js'])"
    )
    made = {
        hashlib.sha256(
            subprocess.run(
                [sys.executable, "-c", program],
                cwd=ROOT,
                env=os.environ | {"PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
            ).stdout
        ).hexdigest()
        for seed in ("1", "2")
    }
    assert len(made) == 1


def test_no_sign_ends_a_line_or_the_data(small: Handbook):
    """Old scripts end a line at two signs that JSON lets stand in a text."""
    odd = "前\u2028中\u2029后</script><!--\\"
    projected = project(small, Audience.PUBLIC)
    made = list(pages.pages(projected, Audience.PUBLIC))
    section = replace(made[0].sections[0], title=odd, repeats=False)
    made[0] = replace(made[0], sections=(section,))
    homes = pages.homes(projected, Audience.PUBLIC)
    files = search.files(projected, Audience.PUBLIC, made, homes)
    script = files[search.DATA].decode()
    assert "\u2028" not in script and "\u2029" not in script and script.count("\n") == 1
    assert any(one.title == odd for one in found(decoded(files)))


def test_the_theme_is_given_an_empty_index(built: Project):
    for path, content in built.site().items():
        if path.endswith("search_index.json"):
            assert json.loads(content)["docs"] == [], path


@pytest.mark.parametrize("name", NAMES)
def test_everything_found_leads_to_its_place(real: Project, name: str):
    site = {path.partition("/")[2]: content for path, content in real.site(name).items()}
    data = decoded(site)
    places = {(one.path, one.anchor) for one in found(data)}
    places |= {(path, "") for path, *_ in data["pages"]}
    for *_, address in data["cards"]:
        path, _, anchor = address.partition("#")
        places.add((path, anchor))
    ids = {
        path: {one.attributes.get("id", "") for one in parsed(site[path].decode()).all()} | {""}
        for path in {path for path, _ in places}
    }
    assert [place for place in sorted(places) if place[1] not in ids[place[0]]] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_found(real: Project, name: str):
    site = real.site(name)
    data = decoded({path.partition("/")[2]: content for path, content in site.items()})
    shown = {path.partition("/")[2] for path in site if path.endswith(".html")}
    paths = [page[0] for page in data["pages"]]
    assert len(paths) == len(set(paths))
    assert set(paths) == {path for path in shown if not path.endswith("-one.html")}


def test_questions_are_well_made(real: Project):
    """Counts only: questions of the locked part are not to be read."""
    asked = tuple(questions())
    for part in PARTS:
        of_part = [one for one in asked if one.part == part]
        assert sum(bool(one.want) for one in of_part) >= 120
        assert sum(not one.want for one in of_part) >= 15
    texts = Counter((one.part, one.edition, one.text) for one in asked)
    assert sum(times - 1 for times in texts.values()) == 0, "questions stand there twice"
    sites = {name: real.site(name) for name in NAMES}
    lost = [
        (one.part, path)
        for one in asked
        for path in one.want
        if f"{one.edition}/{path}" not in sites[one.edition]
    ]
    assert not [path for part, path in lost if part == TUNING]
    assert not len(lost), "pages wanted in the locked part are gone"


def test_figures():
    from tests.search.box import Answer

    def asked(want: str, *pages: str, card: str = "") -> Asked:
        question = Question(LOCKED, "public", "?", tuple(want.split()))
        return Asked(question, Answer(pages, (card,) if card else (), nothing=False))

    found = figures(
        [
            asked("a b", "b", "a"),
            asked("a", "b", "c", "a"),
            asked("a", *"bcdefa"),
            asked("a"),
            asked(""),
            asked("", card="120"),
            asked("", "a"),
        ]
    )
    assert (found.inside, found.first, found.five, found.empty) == (4, 0.25, 0.5, 1)
    assert found.reciprocal == pytest.approx((1 + 1 / 3 + 1 / 6) / 4)
    assert (found.outside, found.false) == (3, 2)
    assert len(failures(found)) == 4
    assert not failures(replace(found, first=0.8, five=0.95, empty=0, outside=20))


def test_a_question_is_never_shown():
    assert "secret" not in repr(Question(LOCKED, "public", "secret", ()))


def test_data_are_made_from_the_edition_alone(small_files: dict[str, bytes], small: Handbook):
    """Sealed drills, and duty numbers in public, change no byte; see also the canaries."""
    open_files = {path: raw for path, raw in small_files.items() if "sealed" not in path}
    without = read_handbook(open_files).handbook
    for edition in EDITIONS:
        assert files_of(without, edition) == files_of(small, edition)
    bare = {path: raw for path, raw in open_files.items() if "contacts" not in path}
    public = Audience.PUBLIC
    assert files_of(read_handbook(bare).handbook, public) == files_of(small, public)
