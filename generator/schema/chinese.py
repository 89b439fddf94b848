"""Pydantic's schema in our words: no English, no null, nothing that key or path gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.model.record import Record
from generator.model.scalar import SCALAR_TYPES

Schema = dict[str, Any]
WRITTEN = "\n写法："
# What key or path gives a record, and what every record may have.
_GIVEN = ("id", "phase", "stage")
_SHARED = ("audience", "aliases")
_CLAUSE = re.compile(r"[；，。：]")


class InChinese(GenerateJsonSchema):
    """Field docstrings as descriptions, each with how the value is written."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return a part's schema: only what an author writes, what all records share last."""
        made = super().model_schema(schema)
        part = schema["cls"]
        # The docstring of the class is for those who write the program.
        made.pop("description", None)
        made.pop("title", None)
        if issubclass(part, Record):
            made["title"] = part.label
            authored = [name for name in made["properties"] if name not in _GIVEN]
            authored.sort(key=lambda name: name in _SHARED)
            made["properties"] = {name: made["properties"][name] for name in authored}
            made["required"] = [name for name in made["required"] if name in authored]
        for field in made["properties"].values():
            field["description"] += WRITTEN + _written(field)
        return made

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """What may be left out is left out; nothing is ever written as null."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave defaults out: an editor would write them into the file."""
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Return a group; the words its keys may be are offered."""
        key = self.generate_inner(schema["keys_schema"])
        value = self.generate_inner(schema["values_schema"])
        made: Schema = {"type": "object", "additionalProperties": value}
        if words := key.get("examples"):
            made["properties"] = dict.fromkeys(words, value)
        return made | {"$comment": f"一组，键写{key['$comment']}；每个键下面是{_written(value)}"}

    def field_title_should_be_set(self, schema: Any) -> bool:
        """A title made from a field's name would be English."""
        return False


def _written(schema: Schema) -> str:
    """Return in words how a field is written."""
    if "$comment" in schema:
        return str(schema["$comment"])
    if "items" in schema:
        return f"清单，每条以“- ”开头，写{_written(schema['items'])}"
    return "一组“键: 值”"


def finished(schema: Schema) -> Schema:
    """Return a schema with a Chinese title on every part, ready for an editor."""
    parts = schema.get("$defs", {})
    for owner in (schema, *parts.values()):
        for field in owner.get("properties", {}).values():
            title = _CLAUSE.split(field.get("description", ""))[0]
            for name in parts_named(field):
                parts[name].setdefault("title", title)
    made: Schema = _for_editors(schema)
    return made


def parts_named(field: Schema) -> Iterator[str]:
    """Yield the names of the parts a field holds: one, a list or a group of them."""
    if "$ref" in field:
        yield field["$ref"].rsplit("/", 1)[1]
    for inner in ("items", "additionalProperties"):
        if isinstance(field.get(inner), dict):
            yield from parts_named(field[inner])


def _for_editors(value: Any) -> Any:
    if isinstance(value, list):
        return [_for_editors(member) for member in value]
    if not isinstance(value, dict):
        return value
    made = {key: _for_editors(member) for key, member in value.items() if key != "$comment"}
    if "$comment" in value:
        made.setdefault("description", value["$comment"])
    if value.get("type") == SCALAR_TYPES:
        # Booleans are let in by what they are not: named, the editor would offer true and
        # false for every value. The title keeps it from showing both cases when pointed at.
        others = [*SCALAR_TYPES[:-1], "object", "array", "null"]
        kept = [{"type": SCALAR_TYPES[:-1]}, {"title": "true 或 false", "not": {"type": others}}]
        made = {"anyOf": kept} | {key: made[key] for key in made if key != "type"}
    return made
