"""How one written value becomes a typed one: a parser with a Chinese sentence for each slip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

# Whatever a scalar looks like to others, we read it as it is written.
SCALAR_TYPES = ["string", "number", "boolean"]


class Slip(ValueError):
    """A value that cannot be read; its text is the Chinese sentence for the author."""


@dataclass(frozen=True)
class Scalar:
    """Annotation: the field is one written value, read by `parse`.

    Replaces Pydantic's lax conversions, which would turn `no` into False.
    """

    parse: Callable[[str], object]
    hint: str
    words: tuple[str, ...] = ()

    @property
    def offered(self) -> tuple[str, ...]:
        """The words of a fixed list, for editors to offer; a `choice` brings its own."""
        return self.words or getattr(self.parse, "words", ())

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        def validate(value: object) -> object:
            if not isinstance(value, str):
                raise PydanticCustomError(
                    "shape",
                    "这里应写一个值（{hint}），不是分组或清单；请检查缩进和“- ”。",
                    {"hint": self.hint},
                )
            if not value.strip():
                raise PydanticCustomError("slip", "这里没有填；应写{hint}。", {"hint": self.hint})
            try:
                return self.parse(value.strip())
            except Slip as slip:
                raise PydanticCustomError("slip", "{sentence}", {"sentence": str(slip)}) from None

        return core_schema.no_info_plain_validator_function(
            validate, serialization=core_schema.to_string_ser_schema()
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        # The hint stands in a key of its own: Pydantic gives the field's docstring the other.
        made: dict[str, Any] = {"type": SCALAR_TYPES, "$comment": self.hint}
        return made | ({"examples": list(self.offered)} if self.offered else {})
