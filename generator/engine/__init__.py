"""The engine that turns a folder of Markdown into HTML; nothing else knows MkDocs."""

from __future__ import annotations

from generator.engine.building import Built, EngineFailed, build
from generator.engine.pieces import filled, hole
from generator.engine.settings import folding, own_files, styles
from generator.engine.workshop import Workshop, fault

__all__ = [
    "Built",
    "EngineFailed",
    "Workshop",
    "build",
    "fault",
    "filled",
    "folding",
    "hole",
    "own_files",
    "styles",
]
