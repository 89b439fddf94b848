"""The codes of everything refused while reading, with their explanations."""

from generator.source import Rule

ENCODING = Rule(
    "Y101",
    "文件不是 UTF-8 编码",
    "别的编码在别的电脑上会变成乱码。记事本里选“另存为”，编码选 UTF-8。",
    "用 GBK 保存的 plan.yaml",
    "用 UTF-8 保存的 plan.yaml",
)
CHARACTER = Rule(
    "Y102",
    "有看不见的控制字符",
    "控制字符看不见，却会截断文字或改变顺序，多半是从网页或 Word 里带进来的。",
    "title: 暴雪<U+0008>处置",
    "title: 暴雪处置",
)
SPACE = Rule(
    "Y103",
    "有制表符、全角空格或不换行空格",
    "YAML 用半角空格表示层次，别的空白看着一样，意思不同。",
    "　title: 暴雪",
    "title: 暴雪",
)
COLON = Rule(
    "Y104",
    "键后面的冒号是全角",
    "全角冒号不算分隔，整行会被当成一句话。改成半角冒号，后面空一格。",
    "who： jiaotong-ju",
    "who: jiaotong-ju",
)
COMMENT = Rule(
    "Y105",
    "“ #”后面的字会丢失",
    "空格加井号在 YAML 里是注释的开头，后面的字不会出现在页面上。要保留就给整句加双引号；"
    "真要写注释，就在井号前空两格、后空一格，或另起一行。",
    "place: 1 #坝段",
    'place: "1 #坝段"',
)
CUT_OFF = Rule(
    "Y107",
    "文件没有存全",
    "写完的文件以换行结尾。断在半行里的，多半是没有拷完或没有存完，后面的内容就丢了。"
    "看最后一行写完没有；写完了，光标移到末尾，按一次回车再存。",
    "say: 往高处（文件到这里就断了）",
    "say: 往高处走。（下面再有一个空行）",
)
INDENT = Rule(
    "Y106",
    "一段整个靠左或靠右了",
    "行首的空格表示谁属于谁。粘贴来的一段差几格，就会归到别的一条下面，或不成 YAML。"
    "照提示把那几行一起移过去，别的都不用动。",
    "xunba:\n  do: 巡查\n  fengdu:\n    do: 封路",
    "xunba:\n  do: 巡查\nfengdu:\n  do: 封路",
)
SYNTAX = Rule(
    "Y110",
    "写法不成 YAML",
    "缩进、引号、冒号或括号不成对，后面的内容无法可靠读出。",
    "say: 注意: 请撤离",
    "say: 注意，请撤离",
)
DUPLICATE = Rule(
    "Y111",
    "同一个键写了两次",
    "普通程序会悄悄丢掉前一个，这里不允许。删去一个，或改名。",
    "when: 接报后\nwhen: 到场后",
    "when: 接报后",
)
REFERENCE = Rule(
    "Y112",
    "用了锚点、别名、合并键或标签",
    "这些写法会让一处改动悄悄影响别处。每条内容各写各的，要引用就写编号。",
    "do: &a 清雪",
    "do: 清雪",
)
DOCUMENTS = Rule(
    "Y113",
    "一个文件里有几个文档",
    "第二个“---”之后的内容容易被忽略。一个文件只写一份。",
    "title: 甲\n---\ntitle: 乙",
    "title: 甲",
)
FLOW = Rule(
    "Y114",
    "花括号分组，或方括号里不是编号",
    "半角逗号会把句子切断。分组和句子都分行写，方括号里只放编号。",
    "lines: [请注意,立即撤离]",
    "lines:\n  - 请注意，立即撤离",
)
DEPTH = Rule(
    "Y115",
    "层次太深",
    "超过 12 层多半是缩进错了。检查缩进。",
    "[[[[[[[[[[[[[x]]]]]]]]]]]]]",
    "- x",
)
LENGTH = Rule(
    "Y116",
    "一个值或一个文件太长",
    "一个值超过 2000 字、一个文件超过 1 MB，多半是引号没有合上或整篇粘贴。拆成几条。",
    "text: （三千字）",
    "text: （一句话）",
)
KEY = Rule(
    "Y117",
    "键不是一个简单的词",
    "键只能是一个词，列表和分组不能当键。",
    "? [a, b]\n: 值",
    "jian: 值",
)
BROKEN_LINE = Rule(
    "Y118",
    "一个值断成了几行",
    "断开的行会悄悄并进上一行，多缩进的一条会变成上一条的尾巴。一个值写在一行里。",
    "- 先报再核\n  - 先撤人，后撤车",
    "- 先报再核\n- 先撤人，后撤车",
)

RULES = (
    ENCODING,
    CHARACTER,
    SPACE,
    COLON,
    COMMENT,
    INDENT,
    CUT_OFF,
    SYNTAX,
    DUPLICATE,
    REFERENCE,
    DOCUMENTS,
    FLOW,
    DEPTH,
    LENGTH,
    KEY,
    BROKEN_LINE,
)
