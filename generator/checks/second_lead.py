"""A duty has one lead; joint leads stand only where a source says so."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.book import Handbook
from generator.model.record import Part
from generator.source import Rule

RULE = Rule(
    "P301",
    "一条职责有几个牵头",
    "两家都牵头，临场就没有人牵头。并列牵头要有依据写明。",
    "lead: jiaotong-ju\njoint_leads: [gongan-ju]\ncertainty: 待地区确认",
    "lead: jiaotong-ju\nsupport: [gongan-ju]",
)


def check(book: Handbook) -> Iterator[tuple[Part, str, str]]:
    """Yield duties with unproven joint leads, or a lead that also supports."""
    for plan in book.plans.values():
        for duty in plan.duties.values():
            if duty.joint_leads and duty.certainty != "已核":
                yield (
                    duty,
                    "joint_leads",
                    ("并列牵头只能照已核的依据写；请只留一个牵头，其余改到 support。"),
                )
            leads = {str(ref) for ref in (duty.lead, *duty.joint_leads)}
            for ref in duty.support:
                if str(ref) in leads:
                    yield duty, "support", f"{ref} 已经是牵头，请从 support 里删去。"
