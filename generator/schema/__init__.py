"""JSON Schemas of all kinds of files, so that an editor completes, explains and warns in Chinese.

The files beside this module are made by it and kept in the repository; a test holds them
equal. They are looser than the checks: any scalar is accepted where one is parsed, since an
editor types it by its looks.
"""

from __future__ import annotations

import json
from typing import Any

from generator.handbook.kinds import FILE_KINDS, FileKind
from generator.model.document import FrontMatter
from generator.model.record import Part
from generator.schema.chinese import WRITTEN, InChinese, Schema, finished, parts_named

FOLDER = "generator/schema"


def schemas() -> dict[str, Schema]:
    """Return the schema of every kind of file, and that of the front matter of content/."""
    kinds = [(kind.name, kind.label, kind.model) for kind in FILE_KINDS]
    kinds.append(("document", "文稿开头的说明", FrontMatter))
    return {name: _schema(label, model) for name, label, model in kinds}


def text(schema: Schema) -> str:
    """Return a schema as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def editor_globs() -> dict[str, list[str]]:
    """Return which files each schema is for, as the editor's settings want it."""
    return {f"{FOLDER}/{kind.name}.json": [kind.glob] for kind in FILE_KINDS}


def editor_line(path: str, kind: FileKind[Any]) -> str:
    """Return the comment that tells an editor the schema of a file, seen from where it lies."""
    up = "../" * path.count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{kind.name}.json"


def _schema(label: str, model: type[Part]) -> Schema:
    made = finished(
        model.model_json_schema(ref_template="#/definitions/{model}", schema_generator=InChinese)
    )
    definitions = made.pop("$defs", {})
    head = {"$schema": "http://json-schema.org/draft-07/schema#", **made, "title": label}
    return head | ({"definitions": definitions} if definitions else {})


__all__ = [
    "FOLDER",
    "WRITTEN",
    "Schema",
    "editor_globs",
    "editor_line",
    "parts_named",
    "schemas",
    "text",
]
