"""Every reference resolves, to a record of the kind asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.handbook.book import Handbook
from generator.handbook.lookup import REGISTER_OF, elsewhere, find, table
from generator.handbook.naming import guess, post_meant, related, title_of
from generator.handbook.visit import Scope, Visit
from generator.handbook.walk import references
from generator.model.record import Part
from generator.model.reference import KINDS, Ref
from generator.source import Rule

RULE = Rule(
    "P201",
    "引用的编号找不到，或指到了别的种类",
    "引用断了，行动就落不到单位，公众提示就没有出处。",
    "who: jiaotong",
    "who: jiaotong-ju",
)


def check(book: Handbook, unread: frozenset[tuple[str, str]]) -> Iterator[tuple[Part, str, str]]:
    """Yield references that name nothing, except into files that could not be read."""
    for visit in book.visits:
        for field, ref in references(visit.part):
            if find(book, ref, visit.scope) is not None or _excused(ref, visit.scope, unread):
                continue
            if ref.id.startswith("$") and _declared(book, visit.part, ref):
                continue
            if _gone(book, visit, ref):
                continue
            yield visit.part, field, _sentence(book, ref, visit.scope)


def _excused(ref: Ref, scope: Scope, unread: frozenset[tuple[str, str]]) -> bool:
    plans = {ref.scope or scope.plan, ""}
    if any(
        (plan, "plan") in unread for plan in plans | ({ref.id} if "plan" in ref.kinds else set())
    ):
        return True
    kinds = {*ref.kinds, "post"} if ref.post else set(ref.kinds)
    return any((plan, kind) in unread for plan in plans for kind in kinds)


def _gone(book: Handbook, visit: Visit, ref: Ref) -> bool:
    """What is over stays as it was held: it may name what its plan has retired since."""
    plan = book.plans.get(visit.scope.plan)
    if plan is None or ref.scope not in ("", visit.scope.plan) or ref.id not in plan.retired:
        return False
    drill = plan.drills.get(visit.scope.drill)
    return drill.status == "已结束" if drill else "/records/" in visit.part.where.path


def _declared(book: Handbook, part: Part, ref: Ref) -> bool:
    """A parameter the module declares but a plan left open is P206, told there."""
    module = book.modules.get(PurePosixPath(part.where.path).stem)
    return module is not None and ref.id[1:] in module.parameters


def _sentence(book: Handbook, ref: Ref, scope: Scope) -> str:
    there = Scope(ref.scope) if ref.scope else scope
    if ref.id.startswith("$"):
        return f"参数 {ref.id} 没有声明；只有模块能用参数，请在模块的 parameters 里写上它，或改成编号。"
    known = {id: kind for kind in ref.kinds for id in table(book, kind, there)}
    if ref.post and ref.id in known:
        post = post_meant(book, ref.post)
        hint = f"是不是 {ref.id}.{post}（{book.registers.posts[post].name}）？" if post else ""
        return f"没有编号为 {ref.post} 的岗位；请在登记册的 posts 里登记，或改正。{hint}"
    names = "、".join(KINDS[kind] for kind in ref.kinds)
    meant = guess(book, ref, scope)
    hint = f"是不是 {meant[0]}（{meant[1]}）？" if meant else _where(ref)
    if not ref.id.isascii():
        return f"这里要写{names}的编号，“{ref.id}”是名称；请改成编号。{hint}"
    if other := elsewhere(book, ref, scope):
        kind, record = other
        own = related(book, record, ref, there)
        # The id is spelt as it should be, so nothing that is spelt alike was meant.
        hint = f"是不是 {own[0]}（{own[1]}）？" if own else _where(ref)
        told = f"{ref} 是{kind}（{title_of(record)}），这里要{names}"
        return f"{told}；请改成{names}的编号。{hint}"
    return f"找不到编号为 {ref} 的{names}；请登记它，或改正编号。{hint}"


def _where(ref: Ref) -> str:
    """Tell where the ids stand, when none is near."""
    registers = [REGISTER_OF[kind] for kind in ref.kinds if kind in REGISTER_OF]
    return f"编号在 plans/shared 的 {registers[0]} 里找。" if registers else ""
