"""What guides and topics show of advice: what to do by stage and situation, kit, rumours, quiz."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.handbook.lookup import find
from generator.handbook.naming import name_of
from generator.model.guide import Call, KitItem, Message, QuizQuestion, Rumour
from generator.model.record import Record
from generator.pages.page import Link, Section
from generator.render import View

# "During" comes first: who reads this in need has no time for preparation.
_STAGES = (
    ("事中", "during", "现在怎么做"),
    ("事前", "before", "事前准备"),
    ("事后", "after", "事后"),
)
_KIT, _RUMOURS, _QUIZ = ("kit", "要备的东西"), ("rumours", "别信这些话"), ("quiz", "考考自己")

# So many messages of one situation to the same people are better read there, in a row.
_MANY = 3

Part = Callable[..., Markup]


@dataclass(frozen=True)
class Advice:
    """All that a page says; `lent` leads from borrowed messages to their home."""

    calls: tuple[Call, ...]
    messages: tuple[Message, ...]
    kit: tuple[KitItem, ...]
    rumours: tuple[Rumour, ...]
    quiz: tuple[QuizQuestion, ...]
    lent: Mapping[str, Link]

    @classmethod
    def of(
        cls,
        calls: tuple[Call, ...],
        records: Iterable[Record],
        lent: Mapping[str, Link] | None = None,
    ) -> Advice:
        """Return the advice in the records, sorted by what they are."""
        held = tuple(records)
        return cls(
            calls,
            tuple(record for record in held if isinstance(record, Message)),
            tuple(record for record in held if isinstance(record, KitItem)),
            tuple(record for record in held if isinstance(record, Rumour)),
            tuple(record for record in held if isinstance(record, QuizQuestion)),
            lent or {},
        )


def advised(part: Part, view: View, advice: Advice) -> Iterator[Section]:
    """Yield what to do now, whom to call, then all that one reads in quiet times."""
    said = {message.stage for message in advice.messages}
    kinds = ((advice.kit, _KIT), (advice.rumours, _RUMOURS), (advice.quiz, _QUIZ))
    kit, rumours, quiz = ([way] if held else [] for held, way in kinds)
    later = [("calls", "电话里怎么说")] if advice.calls else []
    for stage, anchor, title in _STAGES[1:]:
        later += [(anchor, title)] if stage in said else []
        later += kit if anchor == "before" else []
    later += rumours + quiz
    for stage, anchor, _ in _STAGES:
        yield from _stage(part, view, advice, stage, later if anchor == "during" else [])
        if anchor == "before" and kit:
            yield Section(*_KIT, _kit(part, advice.kit), "kit")
    if rumours:
        yield Section(*_RUMOURS, part("rumours", advice.rumours), "rumour")
    if quiz:
        ways = {question.id: _ways(view, advice, question) for question in advice.quiz}
        yield Section(*_QUIZ, part("quiz", advice.quiz, ways), "quiz", repeats=True)


def _stage(
    part: Part, view: View, advice: Advice, stage: str, later: list[tuple[str, str]]
) -> Iterator[Section]:
    """Yield a stage with a section for every situation, and whom to call after 事中."""
    anchor, title = next((anchor, title) for name, anchor, title in _STAGES if name == stage)
    grouped = _by_situation(m for m in advice.messages if m.stage == stage)
    loose = grouped.pop("", ())
    kinds = [(f"s-{messages[0].id}", name, messages) for name, messages in grouped.items()]
    now = advice.calls if anchor == "during" else ()
    if loose or kinds:
        html = part("stage", loose, _lenders(loose, advice.lent), kinds, now, later)
        yield Section(anchor, title, html, "guide")
    back = anchor if len(kinds) > 1 else ""
    for id, name, messages in kinds:
        html = part("situation", messages, _lenders(messages, advice.lent), back)
        yield Section(id, name, html, "guide", level=3)
    if now:
        html = part("calling", now, view.book.registers.hotlines)
        yield Section("calls", "打给谁，说什么", html, "hotline")


def _by_situation(messages: Iterable[Message]) -> dict[str, tuple[Message, ...]]:
    """Return the messages by situation, in the order in which situations first appear."""
    grouped: dict[str, tuple[Message, ...]] = {}
    for message in messages:
        name = message.situation or ""
        grouped[name] = (*grouped.get(name, ()), message)
    return grouped


def _lenders(messages: Iterable[Message], lent: Mapping[str, Link]) -> dict[str, list[Link]]:
    """Return by the title of the page that lends them the ways to borrowed messages."""
    lenders: dict[str, list[Link]] = {}
    for message in messages:
        if home := lent.get(message.id):
            lenders.setdefault(home.title, []).append(Link(message.say, home.url))
    return lenders


def _kit(part: Part, kit: tuple[KitItem, ...]) -> Markup:
    """Return the kit by where it is packed."""
    packs: dict[str, list[KitItem]] = {}
    for item in kit:
        packs.setdefault(item.pack or "", []).append(item)
    return part("kit", packs)


def _ways(view: View, advice: Advice, question: QuizQuestion) -> list[Link]:
    """Return the ways to the messages a question is about: on the page itself where it can be."""
    here, ways = {message.id for message in advice.messages}, []
    for ref in question.about:
        message = find(view.book, ref, view.scope)
        own = ref.scope in ("", view.scope.plan)
        shown = ref.id if own else lent_id(ref.scope, ref.id)
        home = view.home("message", ref.id, ref.scope or view.scope.plan)
        if isinstance(message, Message):
            ways.append(Link(message.say, f"#m-{shown}" if shown in here else home))
    return ways


def lent_id(lender: str, id: str) -> str:
    """Return the id under which a page shows what another lends: no own one can have it."""
    return f"{lender}--{id}"


def index(part: Part, view: View, advice: Advice) -> Iterator[Section]:
    """Yield for each group of people and each place the ways to what is said to it."""
    people: dict[str, list[Message]] = {}
    places: dict[str, list[Message]] = {}
    for message in advice.messages:
        areas = (name_of(view.book, area, view.scope) for area in message.areas)
        for found, words in ((people, message.people), (places, (*message.places, *areas))):
            for word in words:
                found.setdefault(word, []).append(message)
    headings = {
        name: Link(f"{name}（{{}}条）", f"#s-{messages[0].id}")
        for stage, _, _ in _STAGES
        for name, messages in _by_situation(m for m in advice.messages if m.stage == stage).items()
        if name
    }
    for id, title, found in (("people", "按人找", people), ("places", "按地方找", places)):
        if found:
            ways = {word: _short(messages, headings) for word, messages in found.items()}
            yield Section(id, title, part("index", _merged(ways)), "index", repeats=True)


def _short(messages: Iterable[Message], headings: Mapping[str, Link]) -> list[Link]:
    """Return the ways to messages; many of one situation share the way to its heading."""
    ways: list[Link] = []
    for name, same in _by_situation(messages).items():
        if name and len(same) >= _MANY:
            ways.append(replace(headings[name], title=headings[name].title.format(len(same))))
        else:
            ways += [Link(message.say, f"#m-{message.id}") for message in same]
    return ways


def _merged(found: Mapping[str, list[Link]]) -> dict[str, list[Link]]:
    """Return the lists, the longest first; words with the same list share it."""
    words: dict[tuple[Link, ...], list[str]] = {}
    for word, links in found.items():
        words.setdefault(tuple(links), []).append(word)
    often = sorted(words.items(), key=lambda entry: -len(entry[0]))
    return {"、".join(shared): list(links) for links, shared in often}
