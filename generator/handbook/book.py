"""The whole handbook as one frozen value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated

from generator.handbook.visit import Scope, Visit, inside
from generator.model.document import Document
from generator.model.drill import Drill
from generator.model.guide import Guide, Message, Topic
from generator.model.plan import Plan, Retired
from generator.model.private import Contact
from generator.model.record import Only, Part
from generator.model.registers import Registers
from generator.model.results import DrillRecord
from generator.model.scale import Audience
from generator.model.work import Action, Duty, Module


class PlanBook(Part):
    """One plan with everything that hangs on it; modules already taken in."""

    plan: Plan
    """预案。"""
    duties: Mapping[str, Duty]
    """职责。"""
    actions: Mapping[str, Action]
    """行动，按阶段；含由响应级别推出的启动、宣布和终止。"""
    guide: Guide | None = None
    """公众指南。"""
    drills: Mapping[str, Drill]
    """演练。"""
    records: Mapping[str, DrillRecord]
    """演练记录。"""

    def records_of(self, drill: Drill) -> tuple[DrillRecord, ...]:
        """Return the records of one of the plan's drills."""
        return tuple(one for one in self.records.values() if one.drill.id == drill.id)

    @property
    def recorded(self) -> tuple[tuple[DrillRecord, Drill], ...]:
        """The records with their drills; one of a drill the plan lacks is told by the check."""
        own = (one for one in self.records.values() if one.drill.scope in ("", self.plan.id))
        found = ((one, self.drills.get(one.drill.id)) for one in own)
        return tuple((record, drill) for record, drill in found if drill)

    @property
    def retired(self) -> Mapping[str, Retired]:
        """What drills that are over may still name."""
        return {one.id: one for one in self.plan.retired}

    @property
    def messages(self) -> Mapping[str, Message]:
        """The messages of all stages of the guide."""
        return self.guide.said if self.guide else {}


class Handbook(Part):
    """All records of one reading, or of one edition of it."""

    registers: Registers
    """登记册。"""
    plans: Mapping[str, PlanBook]
    """预案，按次序。"""
    topics: Mapping[str, Topic]
    """专题。"""
    modules: Mapping[str, Module]
    """模块。"""
    documents: Mapping[str, Document]
    """文稿。"""
    contacts: Annotated[Mapping[str, Contact], Only(Audience.RESPONDER)] = {}
    """值班电话，只来自私有文件夹。"""
    sealed: Annotated[Mapping[str, Drill], Only(Audience.SEALED)] = {}
    """封存的演练，只检查，从不进入任何一版。"""

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Every part in a fixed order; modules only as plans take them."""
        return tuple(self._walk())

    def _walk(self) -> Iterator[Visit]:
        yield from inside(self.registers, Scope(), self.registers)
        for id, plan in self.plans.items():
            scope = Scope(id)
            for member in (plan.plan, plan.duties, plan.actions, plan.guide):
                yield from inside(member, scope, plan.plan)
            for record in plan.records.values():
                # A finding is about what stands in the drill.
                yield from inside(record, Scope(id, record.drill.id), record)
            for drill_id, drill in plan.drills.items():
                yield from inside(drill, Scope(id, drill_id), drill)
        for id, topic in self.topics.items():
            yield from inside(topic, Scope(id), topic)
        for contact in self.contacts.values():
            yield from inside(contact, Scope(), contact)
        for id, drill in self.sealed.items():
            yield from inside(drill, Scope(drill.plan.id if drill.plan else "", id), drill)
