"""What a preview adds to a page: the list of problems, and the asking for something newer."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from generator.render import MARK

STATE = "/__state"

_ASKING = """
<script>
(function () {
  var known = "%s";
  function later() { setTimeout(ask, 300); }
  function ask() {
    var request = new XMLHttpRequest();
    request.open("GET", "%s?known=" + known + "&page=" + encodeURIComponent(location.pathname));
    request.onload = function () {
      if (request.status !== 200) {
        later();
      } else if (JSON.parse(request.responseText).page !== known) {
        location.reload();
      } else {
        ask();
      }
    };
    request.onerror = later;
    request.send();
  }
  ask();
})();
</script>
"""
_STYLE = """
<style>
#preview-problems { position: fixed; z-index: 99; left: 0; right: 0; bottom: 0; max-height: 50vh;
  overflow: auto; padding: .5em 1em; background: #fff; color: #222; border-top: 4px solid #b00020;
  font: 15px/1.6 sans-serif; overflow-wrap: anywhere; }
@media print { #preview-problems { display: none; } }
</style>
"""
_PROBLEMS = Markup(
    """
<details id="preview-problems" open>
<summary>有 {} 个问题；改好再存，这一页自己会更新（没读懂的文件先显示改之前的样子）</summary>
<ol>{}</ol>
</details>
"""
)
_BARE = Markup(
    """<!doctype html>
<html lang="zh">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>预览</title></head>
<body><p>{}</p><p>{}</p></body>
</html>
"""
)


def shown(page: bytes, lines: Sequence[str], mark: str) -> bytes:
    """Return a page with the problems on top of it, asking for anything newer than its mark."""
    added = _ASKING % (mark, STATE)
    if lines:
        items = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
        added = f"{_STYLE}{_PROBLEMS.format(len(lines), items)}{added}"
    before, end, after = page.rpartition(b"</body>")
    return before + added.encode() + end + after


def waiting() -> bytes:
    """Return what is shown while a page is not made yet."""
    return _bare("正在生成这一页，好了自己会出来。")


def missing() -> bytes:
    """Return what is shown where this edition has no page."""
    return _bare("这一版没有这一页，请检查地址；有了这一页，这里自己会显示。")


def unmade() -> bytes:
    """Return what is shown where problems have kept the page from being made."""
    return _bare("有问题没有改好，这一页还没有生成。")


def _bare(sentence: str) -> bytes:
    return _BARE.format(sentence, escape(MARK)).encode()
