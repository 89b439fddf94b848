"""What never enters the repository: contacts. Sealed drills have the form of any drill."""

from __future__ import annotations

from typing import ClassVar

from generator.model.record import Entries, Part, Record
from generator.model.reference import UnitRef
from generator.model.scale import Audience
from generator.model.time import DayWord
from generator.model.words import Name


class Contact(Record):
    """The duty number of a post; never of a named person."""

    label: ClassVar[str] = "值班电话"
    kind: ClassVar[str] = "contact"
    least: ClassVar[Audience] = Audience.RESPONDER

    unit: UnitRef
    """哪个单位的哪个岗位，写 单位 或 单位.岗位。"""
    number: Name
    """号码。"""
    checked_on: DayWord
    """最近一次试拨的日期。"""


class ContactsFile(Part):
    """contacts.yaml in the private folder."""

    contacts: Entries[Contact]
    """值班电话。"""
