"""Forms of a plan (表单): those its actions fill in, that of the first report first."""

from __future__ import annotations

from collections.abc import Mapping

from generator.handbook.book import Handbook, PlanBook
from generator.model.registers import Form

# As many rows as a sheet across has room for.
ROWS = 15


def forms_of(book: Handbook, plan: PlanBook) -> Mapping[str, Form]:
    """Return the forms a plan uses, that of the first report first."""
    reporting = plan.plan.reporting
    named = [reporting.first_report.id] if reporting else []
    named += [action.form.id for action in plan.actions.values() if action.form]
    forms = book.registers.forms
    return {id: forms[id] for id in dict.fromkeys(named) if id in forms}
