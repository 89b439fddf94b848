"""What a record says of a drill: planned against actual, and ratings counted by a rule told with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.handbook.book import Handbook, PlanBook
from generator.handbook.evaluation import EvaluationItem, evaluation_items
from generator.handbook.views import kind_shown, limit_kind
from generator.model.drill import Drill
from generator.model.results import RATINGS, UNRATED, DrillRecord
from generator.model.time import MINUTES_A_DAY, Moment

POINTS = {"优": 3, "良": 2, "中": 1, "差": 0}
RULE = (
    "优记 3 分，良 2 分，中 1 分，差 0 分；加起来，除以评了级的项数乘 3，化成百分数，四舍五入。"
    "未评的不算进去；预案里还没有的步骤是缺口，也不算进去。"
    "分值是建议值·非法定，不是国家标准的分数；总评优、良、中、差由评估组定。"
)


@dataclass(frozen=True)
class Outcome:
    """One evaluation item with what came of it.

    `at` is when it was done, in minutes from the start of the drill; `late` by how many minutes
    after it was due, less than zero if before. Either is None where that cannot be told.
    `limit_kind` is that of the plan's own limit; a proposal (建议值) is never overdue.
    """

    item: EvaluationItem
    rating: str
    actual: Moment | None
    seen: str
    at: int | None
    late: int | None
    critical: bool
    limit_kind: str

    @property
    def limit_shown(self) -> str:
        """The kind of the plan's limit as readers see it."""
        return kind_shown(self.limit_kind)

    @property
    def gap(self) -> bool:
        """Tell whether the plan lacks this step."""
        return not self.item.action

    @property
    def in_words(self) -> str:
        """Whether it was done in time; later than a proposal is not overdue."""
        if self.actual is None:
            return "" if self.rating == UNRATED else "没有记时刻"
        if self.late is None:
            return ""
        if self.late <= 0:
            return "按时"
        return f"晚 {self.late} 分{'（建议值·非法定，不算超时）' if self.limit_kind == '建议值' else ''}"


@dataclass(frozen=True)
class Score:
    """The ratings counted: how many of each, and per cent of the points there were to get."""

    counts: Mapping[str, int]
    rated: int
    total: int
    gaps: int
    per_cent: int | None


def outcomes(
    book: Handbook, plan: PlanBook, drill: Drill, record: DrillRecord
) -> tuple[Outcome, ...]:
    """Return what came of each item, in the drill's order; what nobody rated is 未评."""
    return tuple(_outcomes(book, plan, drill, record))


def _outcomes(
    book: Handbook, plan: PlanBook, drill: Drill, record: DrillRecord
) -> Iterator[Outcome]:
    observed = {one.item: one for one in record.observations}
    for item in evaluation_items(plan, drill):
        one, action = observed.get(item.key), plan.actions.get(item.action)
        actual = one.actual if one else None
        yield Outcome(
            item=item,
            rating=one.rating if one else UNRATED,
            actual=actual,
            seen=(one.seen or "") if one else "",
            at=_from_start(actual, record),
            late=_late(actual, item.due, record),
            critical=bool(action and action.critical),
            limit_kind=limit_kind(book, action) if action else "",
        )


def _late(actual: Moment | None, due: Moment | None, record: DrillRecord) -> int | None:
    """Return by how many minutes something was done after it was due; None where nobody can tell."""
    if actual is None or due is None:
        return None
    if actual.clock == due.clock:
        # Two moments of a kind need no start to be compared.
        apart = actual.minutes - due.minutes
        return _nearest(apart) if actual.clock else apart
    at, by = _from_start(actual, record), _from_start(due, record)
    return None if at is None or by is None else _nearest(at - by)


def _from_start(moment: Moment | None, record: DrillRecord) -> int | None:
    """Return a moment in minutes from the start; None where the clock at the start is not known."""
    if moment is None or not moment.clock:
        return moment.minutes if moment else None
    if record.started_at is None:
        return None
    return _nearest(moment.minutes - record.started_at.minutes)


def _nearest(minutes: int) -> int:
    """Return a difference of clock times the short way round midnight."""
    return (minutes + MINUTES_A_DAY // 2) % MINUTES_A_DAY - MINUTES_A_DAY // 2


def timeline(found: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """Return what was planned or done at a time, in the order it was done."""
    timed = [one for one in found if one.item.due or one.actual]
    return tuple(sorted(timed, key=_when))


def _when(one: Outcome) -> tuple[bool, int]:
    due = one.item.due
    when = one.at if one.at is not None else due.minutes if due else None
    return when is None, when or 0


def score(found: Iterable[Outcome]) -> Score:
    """Return the ratings counted; see RULE."""
    known = tuple(found)
    own = [one for one in known if not one.gap]
    counts = Counter(one.rating for one in own)
    rated = sum(counts[rating] for rating in POINTS)
    points = sum(POINTS[rating] * counts[rating] for rating in POINTS)
    best = rated * max(POINTS.values())
    # A half counts up: (200 p + b) // 2b is p / b in hundredths, rounded.
    per_cent = (200 * points + best) // (2 * best) if best else None
    return Score({r: counts[r] for r in RATINGS}, rated, len(own), len(known) - len(own), per_cent)
