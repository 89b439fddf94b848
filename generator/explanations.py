"""Every code the handbook can print, with its explanation."""

from __future__ import annotations

from generator import audit, checks, papers, schema, seals, structure, tree, yamltext
from generator.handbook import documents, modules, reading, stock
from generator.recording import rules as recording
from generator.source import Rule


def rules() -> tuple[Rule, ...]:
    """Return all rules in the order of their codes."""
    found = (
        *yamltext.RULES,
        *tree.RULES,
        *seals.RULES,
        *structure.RULES,
        *reading.RULES,
        *documents.RULES,
        *modules.RULES,
        *stock.RULES,
        *checks.rules(),
        *audit.rules(),
        *papers.RULES,
        *recording.RULES,
    )
    return tuple(sorted(found, key=lambda rule: rule.code))


def find(code: str) -> Rule | None:
    """Return the rule of a code, upper or lower case, or None."""
    return next((rule for rule in rules() if rule.code == code.strip().upper()), None)


def own_words() -> tuple[str, ...]:
    """Return what the program prints about itself on pages: its rules, and what fields mean."""
    told = (text for r in rules() for text in (r.title, r.why, r.wrong, r.right))
    return (*told, *(schema.text(made) for made in schema.schemas().values()))
