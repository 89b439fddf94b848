"""Forms at the end of a manual (表单): each on a sheet of its own, one record or many rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.handbook.forms import ROWS
from generator.model.registers import MANY, Form
from generator.pages.page import Section
from generator.pages.site import Render


def form_sections(forms: Mapping[str, Form], part: Render) -> Iterator[Section]:
    """Yield the forms, each a section."""
    if not forms:
        return
    yield Section("forms", "表单", part("forms"), "form", repeats=True)
    for id, form in forms.items():
        rows = ROWS if form.layout == MANY else 0
        html, across = part("form", form, rows), rows > 0
        yield Section(f"form-{id}", form.name, html, "form", id, level=3, across=across)
