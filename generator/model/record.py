"""What every record is: frozen, closed to unknown keys, aware of its place and its audience."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from generator.model.scale import Audience, AudienceWord
from generator.model.words import Id, Name
from generator.source import Location

T = TypeVar("T")
NOWHERE = Location("", 1, 1)


@dataclass(frozen=True)
class Only:
    """Field marker: the field is for this audience and stricter ones; the projection empties it."""

    audience: Audience


@dataclass(frozen=True)
class Trace:
    """Field marker: links of the chain of evidence, dropped where their target is not visible."""


class Member(str):
    """The name of a field that is a list, with the number of one of its entries."""

    number: int

    def __new__(cls, field: str, number: int) -> Self:
        """Equal to the field's name, so that rules need not tell the two apart."""
        member = super().__new__(cls, field)
        member.number = number
        return member

    @property
    def key(self) -> str:
        """What the entry's place is kept under."""
        return f"{self}#{self.number}"


class Part(BaseModel):
    """A piece of a record; carries its place outside equality, dump and schema."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        use_attribute_docstrings=True,
    )
    __slots__ = ("written_at",)

    @property
    def where(self) -> Location:
        """The place of the record itself."""
        return self.place_of("")

    def place_of(self, field: str) -> Location:
        """The place of a field or an entry, or of the record where the field was not written."""
        places: Mapping[str, Location] = getattr(self, "written_at", {})
        entry = places.get(field.key) if isinstance(field, Member) else None
        return entry or places.get(field) or places.get("", NOWHERE)

    def set_places(self, places: Mapping[str, Location]) -> None:
        """Called once, by the reader, right after the record was made."""
        object.__setattr__(self, "written_at", places)

    def changed(self: PartType, **fields: Any) -> PartType:
        """Return the same record with some fields replaced, at the same place."""
        copy = self.model_copy(update=fields)
        # What was worked out from the old fields does not hold for the new ones.
        for name in copy.__dict__.keys() - type(self).model_fields.keys():
            del copy.__dict__[name]
        copy.set_places(getattr(self, "written_at", {}))
        return copy


PartType = TypeVar("PartType", bound=Part)


class Record(Part):
    """A part with an id and an audience of its own."""

    label: ClassVar[str] = "条目"
    kind: ClassVar[str] = ""
    least: ClassVar[Audience] = Audience.TRAINER

    id: Id
    """编号，取自它的键，不必另写。"""
    audience: AudienceWord | None = None
    """给谁看；只能比这类内容的默认更严。"""
    aliases: tuple[Name, ...] = ()
    """别名和口语说法，供搜索。"""

    @property
    def effective_audience(self) -> Audience:
        """The audience that holds: the kind's own, or the stricter one written."""
        return max(self.least, self.audience or self.least)


def _give_ids(value: object) -> object:
    if not isinstance(value, dict):
        raise PydanticCustomError("shape", "这里应是一组“编号: 内容”，每个编号另起一行。")
    return {key: _with(entry, "id", key) for key, entry in value.items()}


def _with(entry: object, field: str, value: str) -> object:
    if not isinstance(entry, dict):
        return entry
    if field in entry:
        raise PydanticCustomError(
            "slip",
            "“{field}”由所在的键给出，请删去“{key}”里的这一行。",
            {"field": field, "key": value},
        )
    return {**entry, field: value}


def grouped_under(field: str) -> BeforeValidator:
    """Give every record of a two-step mapping the name of its group in `field`."""

    def give(value: object) -> object:
        if not isinstance(value, dict):
            return value
        return {
            group: {key: _with(entry, field, group) for key, entry in entries.items()}
            if isinstance(entries, dict)
            else entries
            for group, entries in value.items()
        }

    return BeforeValidator(give)


Entries = Annotated[Mapping[Id, T], BeforeValidator(_give_ids)]
"""Records by id, in the order of the file."""


def least_audience(field: FieldInfo) -> Audience:
    """The least audience of a field, by its marker."""
    marks = [mark.audience for mark in field.metadata if isinstance(mark, Only)]
    return max(marks, default=Audience.PUBLIC)


def is_trace(field: FieldInfo) -> bool:
    """Tell whether a field is a trace field."""
    return any(isinstance(mark, Trace) for mark in field.metadata)
