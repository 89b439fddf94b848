"""Nothing that only stricter editions hold stands in any byte of a weaker one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.audit.site import Audited, decoded
from generator.edition import project
from generator.handbook.book import Handbook
from generator.handbook.walk import texts, visits
from generator.model.private import Contact
from generator.model.scale import Audience
from generator.source import Rule

RULE = Rule(
    "A110",
    "更严的内容漏到了这一版",
    "演练情景和内部内容一旦公开就收不回来。",
    "公众版里出现了演练脚本里的一句话",
    "找到它从哪里带出来，去掉引用",
)
RUN = 12
_HAN = re.compile(rf"[\u3400-\u9fff]{{{RUN},}}")
_DIGITS = re.compile(r"\d[\d -]{5,}\d")


def audit(site: Audited) -> Iterator[tuple[str, int, str]]:
    """Yield files that hold a long run of Han characters of a stricter record, or a contact."""
    known = set(_runs(site.book)) | set(_register_runs(site.whole))
    secrets = set(_runs(site.whole)) - known
    # A run may stand in a weaker text as part of a longer one.
    weaker = "\n".join(known)
    secrets = {run for run in secrets if run not in weaker}
    contacts = _numbers(site.whole) if site.edition == Audience.PUBLIC else set()
    for path, text in site.decoded.items():
        for run in secrets:
            if run in text or run in decoded(path):
                yield path, 1, f"更严的内容漏到了{site.edition.title}：“{run[:RUN]}…”；请去掉。"
        for number in contacts:
            if number in re.sub(r"[ -]", "", text):
                yield path, 1, f"内部号码（尾号 {number[-2:]}）漏到了{site.edition.title}；请去掉。"


def _runs(book: Handbook) -> Iterator[str]:
    for visit in visits(book):
        for _, text in texts(visit.part):
            yield from _HAN.findall(decoded(text))
    for document in book.documents.values():
        yield from _HAN.findall(decoded(document.markdown))


def _register_runs(whole: Handbook) -> Iterator[str]:
    """Names in the registers are no secrets, whichever edition shows them."""
    registers = project(whole, Audience.PUBLIC).changed(plans={}, topics={}, documents={})
    full = registers.changed(registers=whole.registers.changed(mandates={}, forms={}, teams={}))
    yield from _runs(full.changed(sealed={}, contacts={}))


def _numbers(whole: Handbook) -> set[str]:
    contacts: Iterator[Contact] = iter(whole.contacts.values())
    return {re.sub(r"\D", "", contact.number) for contact in contacts}
