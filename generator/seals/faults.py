"""What can be wrong with a seal, and with the folder sealed drills live in."""

from __future__ import annotations

from generator.source import Rule

TRACKED = Rule(
    "Y121",
    "私有文件进了仓库",
    "仓库会拷给别人，旧版本永远留着：进了仓库的封存演练和值班电话，等于已经公开。",
    "git add -f private/sealed/k7m3x9q2.yaml",
    "私有文件夹放在仓库外，最好是加密的U盘",
)
CHANGED = Rule(
    "S101",
    "封存值对不上",
    "封存值变了，说明封存包、随机数或封存值里有一样改过，证明不了题目是演练前定的。",
    "封存以后又重新打包",
    "用封存那一天的封存包和随机数；找不到，就向评估组如实说明这一次封存作废",
)
REWRITTEN = Rule(
    "S102",
    "演练文件封存以后改过",
    "封存以后再改的题目，不是封存的那一份，启封就不算数。",
    "封存以后又改了 private/sealed 里的演练",
    "恢复封存包里的 drill.yaml；真要改，另编一号重新封存，重新存放封存值",
)
INCOMPLETE = Rule(
    "S103",
    "封存的东西不全或读不出",
    "缺了随机数、封存包、封存值里的一样，就没法核对。",
    "nonce.txt 删掉了",
    "从备份里找回来，放回 private/seals 里",
)
PLACE = Rule(
    "S104",
    "封存的打印件不能写在这里",
    "写进网站、构建文件夹或仓库的东西，会跟着网站和仓库发出去。",
    "handbook seal k7m3x9q2 --private E:\\private --to dist/sealed",
    "handbook seal k7m3x9q2 --private E:\\private --to F:\\yanlian",
)
LEAK = Rule(
    "S106",
    "参演的人拿到的纸上有题目里的话",
    "叫停口令、安全须知这些，参演的人当场就看到；里面有情景、消息、预期行动的话，题目就漏了。",
    "stop_words 里写：一号堤段渗水是假的",
    "stop_words 里写：演练终止，演练终止，转入真实状态。",
)
UNWRITTEN = Rule(
    "S107",
    "还没有写完就封存",
    "封存以后一个字也不能改；新建时的样子话没有换掉，到了那天没有题目。",
    "scenario:\n  start: 情景还没有写。",
    "scenario:\n  start: 夜里起风，路上有人打来电话。",
)
RULES = (TRACKED, CHANGED, REWRITTEN, INCOMPLETE, PLACE, LEAK, UNWRITTEN)
