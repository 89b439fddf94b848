"""One form's cells to what an evaluator wrote, every slip at its cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from generator.handbook.evaluation import EvaluationItem
from generator.model.results import RATINGS, UNRATED
from generator.model.scalar import Slip
from generator.model.time import Day, Moment
from generator.model.words import GAP, SENTENCE, choice, prose
from generator.recording import columns, rules, values
from generator.recording.cells import Form, Written
from generator.recording.head import above, header, name_of
from generator.recording.kept import Answer, Answers, Kept
from generator.source import Problem, Rule

T = TypeVar("T")
_word, _sentence = choice(*RATINGS), prose(SENTENCE)


class _Reader:
    """Reads one form, and keeps what is wrong with it."""

    def __init__(
        self, form: Form, of: str, items: Mapping[str, EvaluationItem], sealed: str
    ) -> None:
        self.form, self.of, self.items = form, of, items
        self.problems: list[Problem] = []
        self.head = header(form)
        # Printed under its seal, a form keeps its words, whatever the plan says by now.
        self.sealed = bool(sealed) and name_of(form) == sealed

    def tell(self, rule: Rule, cell: Written, told: str) -> None:
        self.problems.append(self.form.problem(rule, cell, told))

    def read(self) -> Answers | None:
        if not self._of_this_drill():
            return None
        day_cell = above(self.form, columns.HELD_ON)
        places = self._places()
        found = dict(self._answers(places)) if places else {}
        return Answers(
            self.form,
            self._kept(rules.DAY, day_cell, _day),
            day_cell,
            next((c for c in self.head if c.text == columns.RATING), self.head[0]),
            self._kept(rules.TIME, above(self.form, columns.STARTED_AT), _clock),
            self._kept(rules.TEXT, above(self.form, columns.SUMMARY), _said),
            found,
        )

    def _of_this_drill(self) -> bool:
        """Tell whether it is the drill's form; of another drill's nothing else is worth telling."""
        written = above(self.form, columns.FORM)
        drill, _, mark = written.text.partition(" ")
        meant, _, now = self.of.partition(" ")
        if not written.text:
            told = f"没有“{columns.FORM}”这一行，不知道是哪场演练的表；{rules.OTHER_FORM.right}。"
            self.tell(rules.OTHER_FORM, written, told)
        elif self.sealed or mark == now:
            # Printed under its seal, a drill had another id.
            return True
        elif drill != meant:
            told = f"这是 {drill} 的评估表，现在取的是 {meant}；请换一份表，或改命令里的演练。"
            self.tell(rules.OTHER_FORM, written, told)
        else:
            told = f"演练或预案在印这份表以后改过（表上 {mark}，现在 {now}）；{rules.OTHER_FORM.right}。"
            self.tell(rules.OTHER_FORM, written, told)
        return drill in ("", meant)

    def _places(self) -> dict[str, int]:
        """Return where the needed columns stand; nothing where one is lacking or there twice."""
        names = Counter(cell.text for cell in self.head)
        lost = [name for name in columns.NEEDED if names[name] == 0]
        twice = [name for name in columns.NEEDED if names[name] > 1]
        for told, found in (("少了", lost), ("重了", twice)):
            if found:
                listed = "、".join(f"“{name}”" for name in found)
                self.tell(rules.COLUMNS, self.head[0], f"{told}{listed}；{rules.COLUMNS.right}。")
        for first, last, place in self.form.merged:
            if last > self.head[0].row:
                cell = Written(None, max(first, self.head[0].row + 1), place)
                self.tell(rules.MERGED, cell, f"这里合并了单元格；{rules.MERGED.right}。")
        if lost or twice:
            return {}
        return {cell.text: place for place, cell in enumerate(self.head) if cell.text}

    def _answers(self, places: Mapping[str, int]) -> Iterator[tuple[str, Answer]]:
        met: dict[str, Written] = {}
        for row in self.form.rows[self.head[0].row :]:
            cells = {n: row[p] if p < len(row) else _nothing(row, p) for n, p in places.items()}
            key = cells[columns.KEY]
            if key.empty and all(cells[name].empty for name in columns.NEEDED):
                continue
            if key.text in met:
                told = f"编号 {key.text} 在第 {met[key.text].row} 行已经有了；{rules.ROW.right}。"
                self.tell(rules.ROW, key, told)
                continue
            met[key.text] = key
            if (item := self._item(key)) and (answer := self._answer(cells)):
                yield key.text, self._worded(item, cells[columns.WORDS], answer)

    def _item(self, key: Written) -> EvaluationItem | None:
        item = self.items.get(key.text)
        if item is None:
            named = f"编号“{key.text}”不是这场演练的" if key.text else "没有编号"
            self.tell(rules.ROW, key, f"{named}；{rules.ROW.right}。")
        return item

    def _worded(self, item: EvaluationItem, words: Written, answer: Answer) -> Answer:
        """Return an answer with the words it was given to, where they are no more the plan's."""
        if GAP.search(item.words) or columns.alike(words.text, item.words):
            return answer
        if self.sealed:
            return replace(answer, printed=words.text)
        told = f"这一项的原话现在是“{item.words}”，表上不是；{rules.OTHER_FORM.right}。"
        self.tell(rules.ROW, words, told)
        return answer

    def _answer(self, cells: Mapping[str, Written]) -> Answer | None:
        actual = self._kept(rules.TIME, cells[columns.ACTUAL], _moment)
        seen = self._kept(rules.TEXT, cells[columns.SEEN], _said)
        cell = cells[columns.RATING]
        rating = self._kept(rules.RATING, cell, _rating)
        filled = not (cells[columns.ACTUAL].empty and cells[columns.SEEN].empty)
        if cell.empty and filled:
            told = f"填了时刻或看到什么，没有评级；请选一个，没看到选“{UNRATED}”。"
            self.tell(rules.RATING, cell, told)
        if rating and rating.value != UNRATED and cells[columns.SEEN].empty:
            told = f"评了“{rating.value}”，没写看到什么、凭什么说；请补上，没看到选“{UNRATED}”。"
            self.tell(rules.TEXT, cells[columns.SEEN], told)
        return Answer(rating, actual, seen) if rating else None

    def _kept(self, rule: Rule, cell: Written, read: Callable[[Written], T]) -> Kept[T] | None:
        """Return a cell's value as it is read; nothing where it is empty or cannot be read."""
        if cell.empty:
            return None
        if cell.formula:
            told = f"填的是公式 {cell.text}；请换成算好的字：{rules.FORMULA.right}。"
            self.tell(rules.FORMULA, cell, told)
            return None
        try:
            return Kept(read(cell), self.form, cell)
        except Slip as slip:
            self.tell(rule, cell, str(slip))
            return None


def _rating(cell: Written) -> str:
    return _word(cell.text)


def _said(cell: Written) -> str:
    return _sentence(cell.text)


def _day(cell: Written) -> Day:
    return values.day(cell.value)


def _moment(cell: Written) -> Moment:
    return values.moment(cell.value)


def _clock(cell: Written) -> Moment:
    found = values.moment(cell.value)
    if not found.clock:
        raise Slip(f"“{found}”不是钟点；T+0 是北京时间几点，请写成 09:30。")
    return found


def _nothing(row: tuple[Written, ...], place: int) -> Written:
    return Written(None, row[0].row if row else 1, place + 1)


def answers(
    form: Form, of: str, items: Mapping[str, EvaluationItem], sealed: str = ""
) -> tuple[Answers | None, tuple[Problem, ...]]:
    """Return what a form says, nothing if it is another drill's, and everything that is wrong with it.

    `of` is how a form of the drill names itself now, `sealed` how the one printed under its seal
    does; `items` are the drill's by their keys.
    """
    reader = _Reader(form, of, items, sealed)
    return reader.read(), tuple(reader.problems)
