"""The commands of `handbook`: one command, one module, found in this folder.

A command has NAME, HELP and perhaps DESCRIPTION, `add` for its words, and `run`, which returns
the exit code. Its work is done elsewhere: here it is asked for and told.
"""

from __future__ import annotations

import argparse
import pkgutil
from importlib import import_module
from typing import Protocol

from generator.arguments import Parser


class Command(Protocol):
    """What a module of this folder offers."""

    NAME: str
    HELP: str

    def add(self, parser: argparse.ArgumentParser) -> None:
        """Add the words of the command."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it and return the exit code."""


def commands() -> dict[str, Command]:
    """Return all commands by name."""
    found: dict[str, Command] = {}
    for info in pkgutil.iter_modules(__path__):
        module: Command = import_module(f"{__name__}.{info.name}")
        found[module.NAME] = module
    return found


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command."""
    whole = Parser(prog="handbook", description="从预案描述生成手册、清单、演练和公众指南。")
    names = whole.add_subparsers(dest="command", required=True, metavar="命令")
    for name, command in commands().items():
        told = getattr(command, "DESCRIPTION", command.HELP)
        command.add(names.add_parser(name, help=command.HELP, description=told))
    return whole
