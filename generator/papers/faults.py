"""What can be wrong with a paper, and the rules that say so."""

from __future__ import annotations

from generator.source import Problem, Rule

NO_GLYPH = Rule(
    "T101",
    "打印件里有字体没有的字",
    "字体里没有的字印出来是空框，临场没人知道那里写的是什么。",
    "一个表情符号",
    "换成常用字；非用不可的，请维护人员把字补进 generator/fonts",
)
NOT_SET = Rule(
    "T102",
    "打印件排不出来",
    "排版有警告就停：字体不认识、标签不全的打印件不能发出去。",
    "模板里写了没有的字体",
    "照提示改模板，或请维护人员看",
)
RULES = (NO_GLYPH, NOT_SET)


class NotSet(Exception):
    """A paper could not be typeset; the problem says which and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
