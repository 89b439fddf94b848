"""New plans, drills and topics: commented skeletons that pass the checks, with blanks left open."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from string import Template
from typing import Any

from generator import schema, tree
from generator.creating import new_files
from generator.handbook import kinds
from generator.handbook.book import PlanBook
from generator.handbook.reading import read_handbook
from generator.model.scalar import Slip
from generator.model.words import parse_id
from generator.refusal import Unfit
from generator.seals.identity import random_id
from generator.seals.tracking import refuse_tracked

FORMS = {"桌面": "drill-tabletop", "实战": "drill-field"}
# A drill in its plan's folder names no plan; a sealed one does.
_NO_PLAN = "# plan: 写预案的编号"
_NO_PLANS = ("shared", "topics")


def new_plan(plans: Path, id: str) -> tuple[Path, ...]:
    """Write the four files of a plan and return where they are."""
    _fitting_plan(id)
    texts = {}
    for kind in (kinds.PLAN, kinds.DUTIES, kinds.ACTIONS, kinds.GUIDE):
        path = f"plans/{id}/{kind.name}.yaml"
        texts[path] = _text(path, kind, kind.name, id=id)
    return _write(plans, texts)


def new_topic(plans: Path, id: str) -> tuple[Path, ...]:
    """Write a topic and return where it is."""
    fitting(id)
    path = f"plans/topics/{id}.yaml"
    return _write(plans, {path: _text(path, kinds.TOPIC, "topic", id=id)})


def new_drill(plans: Path, place: str, form: str) -> tuple[Path, ...]:
    """Write a drill, given as plan/drill, and return where it is."""
    plan, slash, id = place.partition("/")
    if not slash:
        raise Unfit(f"演练的编号请写成 预案/演练，如 {place}/zhuomian。")
    _fitting_plan(plan)
    fitting(id)
    if not (plans / plan / "plan.yaml").is_file():
        raise Unfit(f"没有预案 {plan}；请先运行 handbook new plan {plan}，或改正编号。")
    files, _ = tree.read_folder(plans, "plans")
    book = read_handbook(files).handbook.plans.get(plan)
    if book and id in {entry.id for entry in book.plan.retired}:
        raise Unfit(f"编号 {id} 在预案 {plan} 里已经停用；请换一个。")
    path = f"plans/{plan}/drills/{id}.yaml"
    words = {"id": id, "form": form, "duty": _duty(book), "notice": "预告"}
    text = _text(path, kinds.DRILL, "drill", FORMS[form], **words)
    return _write(plans, {path: text})


def new_sealed(plans: Path, private: Path, plan: str, form: str) -> Path:
    """Write a double-blind drill of a plan into the private folder, under a random id.

    Raise Refused where a repository keeps the private folder.
    """
    refuse_tracked(private)
    files, _ = tree.read_folder(plans, "plans")
    books = read_handbook(files).handbook.plans
    if plan not in books:
        raise Unfit(f"没有预案“{plan}”；有：{'、'.join(books)}。")
    id = random_id()
    words = {"id": id, "form": form, "duty": _duty(books[plan])}
    text = _body("drill", FORMS[form], notice="双盲", **words)
    text = text.replace(_NO_PLAN, f"plan: {plan}")
    (written,) = _write(private, {f"sealed/{id}.yaml": text})
    return written


def sentences(form: str) -> frozenset[str]:
    """Return the sentences a new drill of a form has that its author must replace."""
    lines = _body("drill", FORMS[form], id="", form=form, duty="", notice="").splitlines()
    values = (line.partition(": ")[2] for line in lines if not line.lstrip().startswith("#"))
    return frozenset(value for value in values if "还没有" in value)


def _duty(book: PlanBook | None) -> str:
    """An objective tries a duty; the plan's first stands there until the author chooses."""
    return next(iter(book.duties), "") if book else ""


def fitting(id: str) -> None:
    """Raise Unfit where a word can be no id."""
    try:
        parse_id(id)
    except Slip as slip:
        raise Unfit(str(slip)) from None


def _fitting_plan(id: str) -> None:
    fitting(id)
    if id in _NO_PLANS:
        raise Unfit(f"{id} 是公用的文件夹，不能当预案的编号；请换一个。")


def _text(path: str, kind: kinds.FileKind[Any], *templates: str, **words: str) -> str:
    return f"{schema.editor_line(path, kind)}\n{_body(*templates, **words)}"


def _body(*templates: str, **words: str) -> str:
    folder = resources.files("generator").joinpath("skeletons")
    bodies = [folder.joinpath(f"{name}.yaml").read_text(encoding="utf-8") for name in templates]
    return Template("".join(bodies)).substitute(words)


def _write(plans: Path, texts: Mapping[str, str]) -> tuple[Path, ...]:
    targets = {plans / path.removeprefix("plans/"): text for path, text in texts.items()}
    new_files({target: text.encode() for target, text in targets.items()})
    return tuple(targets)
