"""What a manual on paper tells of command and response: who decides, who is told, by which level."""

from __future__ import annotations

from generator.handbook.ladder import answers, groups_of_command, posts_of_command, procedure
from generator.handbook.views import due_at, kind_of_limit, kind_shown
from generator.model.command import Position
from generator.model.reporting import DepartmentalLimit
from generator.papers.volume import Volume, mark, tall, words
from generator.papers.words import spans


def first(volume: Volume) -> dict[str, object]:
    """Return what the first sheet answers: who decides, who signs, who stands in."""
    responses = volume.plan.plan.responses
    decides, signs = (
        volume.answered(answers(responses, field)) if responses else []
        for field in ("decides", "signs")
    )
    return {
        "lead": volume.named(volume.plan.plan.lead),
        "decides": decides,
        "signs": signs,
        "stand_ins": [
            {"post": post.name, "by": volume.named(post.stand_in)}
            for post in posts_of_command(volume.plan)
            if post.stand_in
        ],
    }


def report(volume: Volume) -> dict[str, object] | None:
    """Return how an event is reported; nothing where the plan does not say."""
    told = volume.plan.plan.reporting
    if told is None:
        return None
    return {
        "to": [volume.named(ref) for ref in told.to],
        "local": spans(told.local_rule),
        "form": volume.named(told.first_report),
        "says": [volume.statement(item) for item in told.first_says],
        "follow": [volume.statement(item) for item in told.follow_up],
        "departmental": [_departmental(volume, item) for item in told.departmental],
    }


def _departmental(volume: Volume, item: DepartmentalLimit) -> dict[str, object]:
    kind = kind_of_limit(volume.book, item.within, item.source)
    blank = item.within.blank
    return {
        "who": spans(item.who),
        "to": spans(item.to),
        "limit": {
            "offset": "立即" if kind == "立即" else str(item.within.duration or ""),
            "kind": "" if kind == "立即" else kind_shown(kind),
            "blank": [{"blank": blank.what, "who": blank.who}] if blank else [],
        },
        "source": volume.cited(*item.source),
        "mark": mark(item.certainty),
    }


def procedure_steps(volume: Volume) -> list[dict[str, object]]:
    """Return the steps that start and end a response, with the numbers of their actions."""
    responses = volume.plan.plan.responses
    if responses is None:
        return []
    ends = responses.common.ends_when
    lines = [str(one.what) for one in (*ends.any, *ends.all)] if ends else []
    steps: list[dict[str, object]] = [
        {
            "title": one.title,
            "tall": one.title == "决定终止" and tall((28, lines)),
            "who": volume.answered(one.answers),
            "actions": [
                {"level": str(level), "number": volume.numbers[id]} for level, id in one.actions
            ],
            "when": volume.conditions(ends) if one.title == "决定终止" and ends else [],
        }
        for one in procedure(volume.plan)
    ]
    if responses.change:
        change = {"title": "升级和降级", "who": [], "actions": [], "when": [], "tall": False}
        steps.append(change | {"text": spans(responses.change)})
    return steps


def command(volume: Volume) -> dict[str, object]:
    """Return the posts of command, and what is under them by type."""
    return {
        "posts": [_position(volume, post) for post in posts_of_command(volume.plan)],
        "groups": [
            {"type": type, "positions": [_position(volume, one) for one in positions]}
            for type, positions in groups_of_command(volume.plan)
        ],
    }


def _position(volume: Volume, position: Position) -> dict[str, object]:
    return {
        "name": position.name,
        "heads": volume.named(*position.heads),
        "stand_in": volume.named(position.stand_in),
        "members": volume.named(*position.members),
        "duties": [spans(line) for line in position.duties],
        "source": volume.cited(*position.source),
        "mark": mark(position.certainty),
        "tall": tall((24, [words(volume.named(*position.members)), *position.duties])),
    }


def levels(volume: Volume) -> list[dict[str, object]]:
    """Return each level: when it starts and ends, and the actions that are its own."""
    responses = volume.plan.plan.responses
    if responses is None:
        return []
    return [
        {
            "title": f"{level}（{level.roman}）响应",
            "mark": mark(one.certainty),
            "starts": volume.conditions(one.starts_when),
            "ends": volume.conditions(one.ends_when) if one.ends_when else [],
            "note": spans(one.note),
            "asks": volume.named(one.asks),
            "handover": spans(one.handover),
            "source": volume.cited(*one.source),
            "actions": [
                {
                    "number": volume.numbers[action.id],
                    "do": spans(action.do),
                    "who": volume.named(action.who),
                    "levels": str(action.levels),
                }
                for action in due_at(volume.plan, level)
                if action.levels
            ],
        }
        for level, one in responses.levels.items()
    ]
