"""Who got which copy: papers of a sealed drill that control reads are numbered and signed for."""

from __future__ import annotations

from dataclasses import replace

from generator.papers.paper import Paper, Part

# Who may not know what control knows: handed out or opened on the spot, and not numbered.
UNKNOWING = ("参演用", "观摩用", "公众用", "解说用", "值班用")


def issued(copy: str) -> bool:
    """Tell whether copies of a paper are numbered, by whose copy it is."""
    return not copy.startswith(UNKNOWING)


def numbered(paper: Paper, number: int, of: int) -> Paper:
    """Return one copy of a paper; all copies have the same words and the same hash."""
    issue = f"第 {number} 份，共 {of} 份"
    parts = tuple(_part(part, issue) for part in paper.parts)
    return replace(paper, parts=parts)


def _part(part: Part, issue: str) -> Part:
    head = part.content["head"]
    assert isinstance(head, dict)
    return Part(part.template, {**part.content, "head": head | {"issue": issue}})
