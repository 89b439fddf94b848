"""Strict reading of YAML: bytes to nodes that know their places. Knows no plan."""

from generator.yamltext.events import read
from generator.yamltext.flat import flattened
from generator.yamltext.node import Group, Items, Node, Text
from generator.yamltext.rules import RULES
from generator.yamltext.shift import Shift, above, applied, candidates
from generator.yamltext.syntax import of_columns

__all__ = [
    "RULES",
    "Group",
    "Items",
    "Node",
    "Shift",
    "Text",
    "above",
    "applied",
    "candidates",
    "flattened",
    "of_columns",
    "read",
]
