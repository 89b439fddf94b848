"""The codes of what does not fit the model, with their explanations."""

from generator.source import Rule

VALUE = Rule(
    "P101",
    "值不合要求",
    "每一项都有规定的写法，写错了就读不出意思。",
    "within: 尽快",
    "within: 立即",
)
UNKNOWN = Rule(
    "P102",
    "不认识的键",
    "写错的键会让内容悄悄丢失。",
    "witin: 立即",
    "within: 立即",
)
MISSING = Rule(
    "P103",
    "缺少必填的键",
    "缺了它，页面上就会少一栏。确实不知道的写【待地区确认：什么，谁知道】。",
    "xunba:\n  do: 巡查堤段",
    "xunba:\n  duty: fangshou\n  do: 巡查堤段",
)
SHAPE = Rule(
    "P104",
    "该写分组的地方写了值，或该写清单的地方写了分组",
    "层次不对，多半是缩进或“- ”写错了。",
    "caution: 险情扩大立即撤人",
    "caution:\n  - 险情扩大立即撤人",
)
RULES = (VALUE, UNKNOWN, MISSING, SHAPE)
