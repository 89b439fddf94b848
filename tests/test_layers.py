"""Imports point only down, and never in a circle."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.conftest import ROOT

LAYERS = {
    "source": 0,
    "refusal": 1,
    "yamltext": 1,
    "model": 1,
    "tree": 1,
    "creating": 2,
    "fonts": 1,
    "structure": 2,
    "seals": 2,
    "handbook": 3,
    "edition": 4,
    "checks": 4,
    "render": 4,
    "schema": 4,
    "slim": 4,
    "stats": 4,
    "engine": 5,
    "policy": 5,
    "recording": 5,
    "papers": 5,
    "audit": 5,
    "office": 6,
    "explanations": 6,
    "pages": 7,
    "search": 8,
    "printing": 8,
    "gathering": 9,
    "build": 10,
    "skeleton": 9,
    "printout": 11,
    "sealing": 11,
    "filing": 11,
    "serve": 11,
    "reporting": 11,
    "arguments": 12,
    "commands": 13,
    "cli": 14,
    "__main__": 15,
}


def _imports(path: Path) -> set[str]:
    """The modules a file imports; `from package import module` counts as the module."""
    found, modules = set(), _modules()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator"):
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if inner in modules else node.module or "")
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.startswith("generator")}
    return found


def _modules() -> dict[str, Path]:
    modules = {}
    for path in (ROOT / "generator").rglob("*.py"):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        modules[name] = path
    return modules


def test_every_module_has_a_layer():
    tops = {name.split(".")[1] for name in _modules() if "." in name}
    assert tops == set(LAYERS)


def test_imports_point_down():
    for name, path in _modules().items():
        if "." not in name:
            continue
        own = name.split(".")[1]
        for imported in _imports(path):
            steps = imported.split(".")
            if len(steps) < 2 or steps[1] not in LAYERS or steps[1] == own:
                continue
            assert LAYERS[steps[1]] < LAYERS[own], f"{name} imports {imported}"


def test_no_circles():
    modules = _modules()
    graph = {
        name: {imported for imported in _imports(path) if imported in modules and imported != name}
        for name, path in modules.items()
    }
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail, name))
        if name in done:
            return
        for imported in sorted(graph[name]):
            visit(imported, (*trail, name))
        done.add(name)

    for name in sorted(graph):
        visit(name, ())


def test_modules_can_be_read_in_one_sitting():
    for name, path in _modules().items():
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= 320, f"{name} has {lines} lines"
