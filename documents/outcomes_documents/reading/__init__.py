"""Reads workbooks: the values of all cells, and of their formats what decides a meaning."""

from __future__ import annotations

import os

from ..problem import Refusal
from .detect import Kind, kind_of
from .limits import LARGEST_FILE
from .sheet import ReadSheet


def read(path: str) -> tuple[str, list[ReadSheet]]:
    """The format and the sheets of the workbook at a path. Raises Refusal where it can't be taken."""
    try:
        size = os.path.getsize(path)
    except OSError:
        raise Refusal("unreadable") from None
    if size == 0:
        raise Refusal("empty")
    if size > LARGEST_FILE:
        raise Refusal("tooLarge", bytes=size, limit=LARGEST_FILE)
    kind = kind_of(path)
    if kind is Kind.XLSX:
        from . import xlsx as reader
    elif kind is Kind.ODS:
        from . import ods as reader
    else:
        from . import text as reader
    sheets = reader.read(path)
    if not any(sheet.row_count for sheet in sheets):
        raise Refusal("noSheets")
    return kind.value, sheets
