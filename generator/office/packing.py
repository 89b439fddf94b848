"""Office files packed alike every time: members in order, no time of today, no maker's name."""

from __future__ import annotations

import io
import re
import zipfile

# The oldest time a zip can name: a time of today would change the file every day.
_TIME = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"
# Who opens the file next writes his own name there; ours has none, and an old date.
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title><dc:creator></dc:creator><dc:language>zh-CN</dc:language>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified>'
    "</cp:coreProperties>"
)
_SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def packed(content: bytes, title: str) -> bytes:
    """Return an office file with its members in order and properties of its title only."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(made, "w") as archive:
        names = sorted(given.namelist(), key=lambda name: (name != _FIRST, name))
        for name in names:
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            member = given.read(name)
            archive.writestr(entry, _core(title) if name == "docProps/core.xml" else member)
    return made.getvalue()


def _core(title: str) -> bytes:
    return _CORE.format(title=re.sub("[&<>]", lambda sign: _SIGNS[sign[0]], title)).encode()
