"""A list that somebody keeps in a spreadsheet: its first sheet becomes the table that a CSV file would be."""

from __future__ import annotations

import csv
import io
import traceback

from ..problem import BadRequest, Refusal
from ..reading import read
from ..reading.sheet import BOOLEAN, DATE, NUMBER, TEXT, ReadSheet
from . import plain

# How a workbook begins, which is an archive.
SIGNATURE = b"PK\x03\x04"
# Headings stand below a title now and then, but not far.
_FURTHEST = 20


def table_of(path: str) -> str:
    """The sheet as CSV, in which each row keeps its line. Raises Refusal where the file is no workbook that we read."""
    try:
        _, sheets = read(path)
    except (Refusal, BadRequest, MemoryError):
        raise
    except Exception:
        # As with any workbook: whatever a reader stumbles over is wrong with the file first of all.
        traceback.print_exc()
        raise Refusal("damaged", part="") from None
    seen = [sheet for sheet in sheets if sheet.row_count and not sheet.hidden]
    rows = _rows(seen[0] if seen else next(sheet for sheet in sheets if sheet.row_count))
    for number in range(_headings(rows)):
        rows[number] = []
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _headings(rows: list[list[str]]) -> int:
    """The row that names the columns; the first where none of those at the top does."""
    for number, row in enumerate(rows[:_FURTHEST]):
        if plain.names_columns(row):
            return number
    return 0


def _rows(sheet: ReadSheet) -> list[list[str]]:
    texts = [" ".join(text.split()) for text in sheet.texts]
    width = sheet.column_count
    cells = [_shown(kind, number, texts) for kind, number in zip(sheet.kinds, sheet.numbers, strict=True)]
    return [cells[start : start + width] for start in range(0, len(cells), width)]


def _shown(kind: int, number: float, texts: list[str]) -> str:
    if kind == TEXT:
        return texts[int(number)]
    if kind in (NUMBER, DATE):
        return str(int(number)) if number.is_integer() else repr(number)
    return str(bool(number)).lower() if kind == BOOLEAN else ""
