"""The chain of evidence counted once more, from the raw YAML alone: nothing of the generator is used.

`python tests/recount.py plans 2026-11-23` prints what `handbook check --stats` must say too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

RANKS = "一二三四"
DERIVED = {"decides": "qidong", "announces": "xuanbu", "ended_by": "zhongzhi"}
OPEN = ("未开始", "整改中", "已整改待复验")


def _read(path: Path) -> dict[str, Any]:
    """A file with every scalar as text; nothing for one that is not there."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader) if path.is_file() else {}


def _full(ref: str, plan: str) -> str:
    return ref if "/" in ref else f"{plan}/{ref}"


def _lines(lines: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for line in lines:
        yield line
        for track in line.get("meanwhile", {}).values():
            yield from _lines(track)


def _behind(drill: dict[str, Any], plan: str) -> dict[str, set[str]]:
    """The actions that each inject, question and script of a drill looks at."""
    found: dict[str, set[str]] = {"script": set()}
    for id, inject in drill.get("injects", {}).items():
        steps = inject.get("expect", [])
        found[id] = {_full(step["action"], plan) for step in steps if "action" in step}
    for stage in drill.get("stages", []):
        for id, question in stage["questions"].items():
            points = question.get("points", [])
            found[id] = {_full(point["action"], plan) for point in points if "action" in point}
    for act in drill.get("script", []):
        for line in _lines(act["lines"]):
            found["script"] |= {_full(ref, plan) for ref in line.get("shows", [])}
    return found


def _rated(record: dict[str, Any], behind: dict[str, set[str]]) -> set[str]:
    found = set()
    for seen in record.get("observations", []):
        if seen["rating"] != "未评":
            trigger, *steps = seen["item"].split("/")
            of = [step for step in steps if not step.isdigit()]
            found |= {ref for ref in behind[trigger] if ref.split("/")[1] == of[-1]}
    return found


def _actions(plan: dict[str, Any], phases: dict[str, Any]) -> dict[str, bool]:
    """The actions of a plan, each with whether it is critical; those of responses included."""
    of = {id: a for phase in phases.values() for id, a in phase.items()}
    found = {id: action.get("critical") == "是" for id, action in of.items()}
    responses = plan.get("responses", {})
    for level, response in responses.get("levels", {}).items():
        for field, word in DERIVED.items():
            if field in response or field in responses.get("common", {}):
                found[f"xiangying-{RANKS.index(level[0]) + 1}-{word}"] = True
    return found


def recount(plans: Path, today: str) -> dict[str, dict[str, int]]:
    """The holes of each plan's chain, by the names the generator gives them."""
    folders = [path.parent for path in sorted(plans.glob("*/plan.yaml"))]
    drills = {
        (folder.name, path.stem): _read(path)
        for folder in folders
        for path in sorted(folder.glob("drills/*.yaml"))
    }
    records = [
        (folder.name, _read(path))
        for folder in folders
        for path in sorted(folder.glob("records/*.yaml"))
    ]
    expected, rated, tested = set(), set(), set()
    for (plan, _), drill in drills.items():
        expected |= set().union(*_behind(drill, plan).values())
        for objective in drill["objectives"].values():
            tested |= {_full(ref, plan) for ref in objective["duties"]}
    for plan, record in records:
        home, id = _full(record["drill"], plan).split("/")
        rated |= _rated(record, _behind(drills[home, id], home))
    return {
        folder.name: _of_plan(folder, plans, expected, rated, tested, records, today)
        for folder in folders
    }


def _of_plan(
    folder: Path,
    plans: Path,
    expected: set[str],
    rated: set[str],
    tested: set[str],
    records: list[tuple[str, dict[str, Any]]],
    today: str,
) -> dict[str, int]:
    id, plan = folder.name, _read(folder / "plan.yaml")
    files = [
        _read(plans / "shared" / "modules" / f"{u['module']}.yaml") for u in plan.get("uses", [])
    ]
    duties = _read(folder / "duties.yaml").get("duties", {})
    actions = _actions(plan, _read(folder / "actions.yaml").get("actions", {}))
    for module in files:
        duties |= module.get("duties", {})
        actions |= _actions({}, module.get("actions", {}))
    resting = {ref for duty in duties.values() for ref in duty.get("clauses", [])}
    own = [record for of, record in records if of == id]
    loose, improvements = 0, []
    for record in own:
        fixes = list(record.get("improvements", {}).values())
        improvements += fixes
        closed = {ref for fix in fixes for ref in fix["closes"]}
        for name, finding in record.get("findings", {}).items():
            loose += finding["type"] != "优点" and name not in closed and "waived" not in finding
    until = [one["due"] for one in improvements if one["status"] in OPEN]
    until += [one["deferred"]["review"] for one in improvements if one["status"] == "缓办"]
    # Of a month or a year the last day counts; a blank is no day.
    late = [day for day in until if day[0] != "【" and f"{day}-99-99"[:10] < today]
    unexpected = [name for name in actions if f"{id}/{name}" not in expected]
    return {
        "没有职责的条款": len(set(plan.get("clauses", {})) - resting),
        "没有列为演练目标的职责": sum(f"{id}/{duty}" not in tested for duty in duties),
        "没有演练看的关键行动": sum(actions[name] for name in unexpected),
        "没有演练看的其他行动": sum(not actions[name] for name in unexpected),
        "要看却没有评过的行动": sum(
            f"{id}/{name}" in expected and f"{id}/{name}" not in rated for name in actions
        ),
        "没有下文的不足和问题": loose,
        "没有关闭的整改": sum(one["status"] != "已关闭" for one in improvements),
        "超期的整改": len(late),
    }


if __name__ == "__main__":
    for name, holes in recount(Path(sys.argv[1]), sys.argv[2]).items():
        shown = "，".join(f"{hole} {number}" for hole, number in holes.items())
        sys.stdout.write(f"{name} {shown}\n")
