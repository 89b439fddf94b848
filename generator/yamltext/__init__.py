"""Strict reading of YAML: bytes to nodes that know their places. Knows no plan."""

from generator.yamltext.events import read
from generator.yamltext.node import Group, Items, Node, Text
from generator.yamltext.rules import RULES

__all__ = ["RULES", "Group", "Items", "Node", "Text", "read"]
