"""`handbook explain`: what a code means, with a wrong and a right example."""

from __future__ import annotations

import argparse

from generator import explanations
from generator.refusal import Unfit
from generator.reporting import FINE

NAME = "explain"
HELP = "解释一个代码"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command."""
    parser.add_argument("code", metavar="代码", help="代码，如 P204")


def run(options: argparse.Namespace) -> int:
    """Explain a code."""
    rule = explanations.find(options.code)
    if rule is None:
        raise Unfit(f"没有 {options.code} 这个代码；请照检查说的抄，例如 P204。")
    print(f"{rule.code} {rule.title}", f"为什么：{rule.why}", sep="\n\n", end="\n\n")
    print(f"错的写法：\n{rule.wrong}", f"对的写法：\n{rule.right}", sep="\n\n")
    return FINE
