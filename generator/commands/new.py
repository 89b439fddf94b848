"""`handbook new`: a commented skeleton of a plan, a drill or a topic."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator import arguments, build, skeleton
from generator.refusal import Unfit
from generator.reporting import FINE

NAME = "new"
HELP = "新建一部预案、一场演练或一个专题"
_KINDS = (
    ("plan", "预案", "编号，小写拼音，如 flood"),
    ("drill", "演练", "预案/演练，如 flood/zhuomian"),
    ("topic", "专题", "编号，小写拼音，如 xuebeng"),
)


def add(parser: argparse.ArgumentParser) -> None:
    """Add the words of the command."""
    kinds = parser.add_subparsers(
        dest="what", required=True, metavar="种类", parser_class=arguments.Parser
    )
    for what, name, id in _KINDS:
        kind = kinds.add_parser(what, help=f"新建{name}")
        kind.add_argument("id", metavar="编号", help=id)
        kind.add_argument("--plans", type=Path, default=build.ROOT / "plans", help="预案文件夹")
        if what == "drill":
            forms = tuple(skeleton.FORMS)
            kind.add_argument("--form", choices=forms, default=forms[0], help="桌面 或 实战")


def run(options: argparse.Namespace) -> int:
    """Write the skeleton and tell where."""
    if not options.plans.is_dir():
        raise Unfit(f"找不到文件夹 {options.plans}，请检查 --plans。")
    if options.what == "drill":
        written = skeleton.new_drill(options.plans, options.id, options.form)
    elif options.what == "plan":
        written = skeleton.new_plan(options.plans, options.id)
    else:
        written = skeleton.new_topic(options.plans, options.id)
    print("新建了：", *written, sep="\n")
    print(f"下一步：打开 {written[0]}，照“##”开头的说明逐项填写，再运行 handbook check。")
    return FINE
