"""JSON Schemas: as kept in the repository, true to the data, and useful to a clerk's editor."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from generator import schema
from generator.handbook.kinds import FILE_KINDS, kind_of
from tests.conftest import ROOT, SMALL, files_below

MADE = schema.schemas()
FOLDER = ROOT / schema.FOLDER
SETTINGS = ROOT / ".vscode" / "settings.json"
FILES = {f"small/{path}": raw for path, raw in files_below(SMALL, "plans", "private").items()}
FILES |= {f"real/{path}": raw for path, raw in files_below(ROOT, "plans").items()}


def _strings(raw: bytes) -> Any:
    """The file with every scalar as it is written, which is how we read it."""
    return yaml.load(raw, Loader=yaml.BaseLoader)


def _kind(path: str) -> str:
    found = kind_of(path.split("/", 1)[1])
    assert found, path
    return found[0].name


def _wrong(kind: str, value: object) -> list[str]:
    return [error.message for error in Draft7Validator(MADE[kind]).iter_errors(value)]


def _parts(made: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "", made
    yield from made.get("definitions", {}).items()


@pytest.mark.parametrize("kind", MADE)
def test_kept_files_are_what_the_model_makes(kind: str, request: pytest.FixtureRequest):
    """`pytest --rewrite` writes them."""
    file = FOLDER / f"{kind}.json"
    if request.config.getoption("--rewrite"):
        file.write_text(schema.text(MADE[kind]), encoding="utf-8")
    assert file.read_text(encoding="utf-8") == schema.text(MADE[kind])
    Draft7Validator.check_schema(MADE[kind])


def test_no_other_schemas_are_kept():
    assert {file.stem for file in FOLDER.glob("*.json")} == set(MADE)
    assert set(MADE) == {kind.name for kind in FILE_KINDS} | {"document"}


def test_the_editor_finds_the_schema_of_every_file():
    settings = json.loads(SETTINGS.read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == schema.editor_globs()
    for path in FILES:
        inner = Path(path.split("/", 1)[1])
        fitting = [name for name, globs in schema.editor_globs().items() if _fits(inner, globs)]
        assert fitting == [f"{schema.FOLDER}/{_kind(path)}.json"], path


def _fits(path: Path, globs: list[str]) -> bool:
    return any(path.match(glob) and len(path.parts) == glob.count("/") + 1 for glob in globs)


@pytest.mark.parametrize("path", FILES)
def test_every_file_fits_its_schema(path: str):
    assert _wrong(_kind(path), _strings(FILES[path])) == []


def test_every_kind_is_tried():
    assert {_kind(path) for path in FILES} == {kind.name for kind in FILE_KINDS}


@pytest.mark.parametrize("file", sorted((SMALL / "content").glob("*.md")), ids=lambda f: f.stem)
def test_front_matter_fits_its_schema(file: Path):
    head = file.read_text(encoding="utf-8").split("---\n")[1]
    assert _wrong("document", _strings(head.encode())) == []
    assert _wrong("document", {"audience": "公众版"})
    assert _wrong("document", {"title": "甲", "titel": "乙"})


@pytest.mark.parametrize("path", [path for path in FILES if path.startswith("small/")])
def test_slips_do_not_fit(path: str):
    """An unknown key, a missing key, a list where a group should be: each on its own."""
    kind, whole = _kind(path), _strings(FILES[path])
    assert _wrong(kind, whole | {"meiyou": "值"})
    assert _wrong(kind, [whole])
    for key in MADE[kind].get("required", []):
        assert _wrong(kind, {name: value for name, value in whole.items() if name != key}), key
    for key, value in whole.items():
        other = "值" if isinstance(value, (dict, list)) else [value]
        assert _wrong(kind, whole | {key: other}), key
        assert _wrong(kind, whole | {key: None}), key


def test_slips_deep_inside_do_not_fit():
    whole = _strings(FILES["small/plans/difang/actions.yaml"])
    for change in ({"witin": "立即"}, {"within": None}, {"who": ["jia-ju"]}, {"needs": "手电"}):
        wrong = deepcopy(whole)
        wrong["actions"]["先期处置"]["xunba"] |= change
        assert _wrong("actions", wrong), change
    wrong = deepcopy(whole)
    del wrong["actions"]["先期处置"]["xunba"]["do"]
    assert _wrong("actions", wrong)
    wrong["actions"]["先期处置"] = ["xunba"]
    assert _wrong("actions", wrong)


@pytest.mark.parametrize("value", ["三", 3, 3.1, True, False, "$qiantou"])
def test_any_scalar_is_let_in_where_we_read_one(value: object):
    whole = _strings(FILES["small/plans/shared/modules/baogao.yaml"])
    for field in ("text", "lead", "certainty"):
        whole["duties"]["baosong"][field] = value
    whole["duties"]["baosong"]["support"] = [value]
    assert _wrong("module", whole) == []


def test_nothing_given_by_key_or_path_is_asked_for():
    for kind, made in MADE.items():
        for name, part in _parts(made):
            given = {"id", "phase", "stage"} & set(part["properties"])
            authored = {"Retired": {"id"}, "TabletopStage": {"stage"}}
            assert given == authored.get(name, set()), f"{kind} {name}"
            assert set(part.get("required", ())) <= set(part["properties"])
            assert part["additionalProperties"] is False


def test_all_is_told_in_chinese():
    for kind, made in MADE.items():
        for name, part in _parts(made):
            assert _chinese(part["title"]), f"{kind} {name}"
            for key, field in part["properties"].items():
                meaning, _, written = field["description"].partition(schema.WRITTEN)
                assert _chinese(meaning) and written, f"{kind} {name}.{key}"


def _chinese(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


def test_words_of_fixed_lists_are_offered():
    action = MADE["actions"]["definitions"]["Action"]["properties"]
    assert action["certainty"]["examples"] == ["已核", "待核", "待地区确认"]
    assert action["critical"]["examples"] == ["是", "否"]
    assert action["audience"]["examples"] == ["公众版", "处置版", "演练版"]
    assert list(MADE["actions"]["properties"]["actions"]["properties"])[3] == "先期处置"
    plan = MADE["plan"]
    assert "特别重大" in plan["properties"]["grades"]["properties"]
    levels = plan["definitions"]["Responses"]["properties"]["levels"]["properties"]
    assert list(levels) == ["一级", "二级", "三级", "四级"]
    phases = plan["definitions"]["Uncovered"]["properties"]["phases"]["items"]
    assert phases["examples"][0] == "风险防控"


def test_editor_line_leads_to_the_schema():
    for path in FILES:
        inner = path.split("/", 1)[1]
        found = kind_of(inner)
        assert found
        line = schema.editor_line(inner, found[0])
        target = (ROOT / inner).parent / line.partition("$schema=")[2]
        assert line.startswith("# yaml-language-server: $schema=../")
        assert target.resolve() == (FOLDER / f"{found[0].name}.json").resolve()
