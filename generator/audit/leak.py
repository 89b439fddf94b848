"""Nothing that only stricter editions hold stands in any byte of a weaker one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.audit.site import Audited, decoded
from generator.handbook.book import Handbook
from generator.handbook.walk import texts as words
from generator.model.private import Contact
from generator.model.scale import Audience
from generator.render import template_texts
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


def audit(site: Audited) -> Iterator[tuple[str, int, str]]:
    """Yield files that hold a run of Han characters only stricter records have, or a contact."""
    known = set(_runs(_texts(site.book))) | set(_runs(_register_texts(site.whole)))
    known |= set(_runs((*template_texts(), *site.own_words)))
    secrets = set(_runs(_texts(site.whole))) - known
    numbers = _numbers(site.whole) if site.edition == Audience.PUBLIC else set()
    for path in site.unread:
        yield path, 1, "这个文件里写了什么，核查读不出来；请去掉，或让核查读得到。"
    for path, text in site.decoded.items():
        for place in (text, decoded(path)):
            leaked = next((run for run in _runs((place,)) if run in secrets), None)
            if leaked:
                yield path, 1, f"更严的内容漏到了{site.edition.title}：“{leaked}…”；请去掉。"
        for number in numbers:
            if number in re.sub(r"[ -]", "", text):
                yield path, 1, f"内部号码（尾号 {number[-2:]}）漏到了{site.edition.title}；请去掉。"


def _runs(texts: Iterable[str]) -> Iterator[str]:
    """Yield every run of RUN Han characters, overlapping ones included."""
    for text in texts:
        for found in _HAN.findall(decoded(text)):
            for start in range(len(found) - RUN + 1):
                yield found[start : start + RUN]


def _texts(book: Handbook) -> Iterator[str]:
    for visit in book.visits:
        for _, text in words(visit.part):
            yield text
    for document in book.documents.values():
        yield document.markdown


def _register_texts(whole: Handbook) -> Iterator[str]:
    """Names and facts in the registers are no secrets, whichever edition shows them."""
    registers = whole.registers.changed(mandates={}, forms={}, teams={}, supplies={})
    visible = [r for r in registers.facts.values() if r.effective_audience <= Audience.PUBLIC]
    registers = registers.changed(facts={record.id: record for record in visible})
    bare = Handbook(registers=registers, plans={}, topics={}, modules={}, documents={})
    for visit in bare.visits:
        for _, text in words(visit.part):
            yield text


def _numbers(whole: Handbook) -> set[str]:
    contacts: Iterable[Contact] = whole.contacts.values()
    return {re.sub(r"\D", "", contact.number) for contact in contacts}
