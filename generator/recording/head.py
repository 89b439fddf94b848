"""What stands at the head of a form: which drill it is of, its day, and the names of its columns."""

from __future__ import annotations

from generator.recording import columns
from generator.recording.cells import Form, Written


def header(form: Form) -> tuple[Written, ...]:
    """Return the row that names the columns; a form that was read has one."""
    return next(row for row in form.rows if any(cell.text == columns.KEY for cell in row))


def above(form: Form, label: str) -> Written:
    """Return the value beside a label above the table; its place where it is empty."""
    for row in form.rows[: header(form)[0].row - 1]:
        if row and row[0].text == label:
            beside = [cell for cell in row[1 : columns.HINT - 1] if not cell.empty]
            return beside[0] if beside else Written(None, row[0].row, columns.VALUE)
    return Written(None, 1, 1)


def name_of(form: Form) -> str:
    """Return how a form says which drill it is of, and in which wording; empty where it does not."""
    return above(form, columns.FORM).text
