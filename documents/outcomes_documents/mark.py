"""Copies a person's workbook to an .xlsx in which each problem is marked where it stands, with a list of all in front.

Formulas stay formulas, except those that reach out of the workbook: they become text.
"""

from __future__ import annotations

import io
import re
import sys

from .marks import FILL, GREEN, LONGEST_TEXT, by_cell, clean, free_name, listed
from .reading import read
from .reading.archive import Archive
from .reading.sheet import ReadSheet, letters

# Above this many cells a copy holds only the header rows and the rows with problems.
MOST_COPIED = 100_000
# Sheets with more XML than this hold mostly formats: a copy of the values is enough.
LARGEST_COPIED = 30_000_000

_REACHES_OUT = re.compile(
    r"\||\[|\b(WEBSERVICE|DDE|CALL|REGISTER(\.ID)?|RTD|HYPERLINK|FILTERXML|IMAGE|SQL\.REQUEST|IMPORT\w+)\s*\(",
    re.IGNORECASE,
)
# A sheet's name in single quotes may hold a double one: it is passed over, and not taken for the beginning of a text.
_QUOTED = re.compile("('[^']*')|\"[^\"]*\"")


def marked(path: str, plan: dict) -> tuple[dict, list]:
    """Makes the copy that `MarkPlan` on the other side asks for."""
    format_, sheets = read(path)
    cells = sum(sheet.row_count * sheet.column_count for sheet in sheets)
    if format_ == "xlsx" and cells + sum(map(_merged_cells, sheets)) <= MOST_COPIED and _is_light(path):
        try:
            return {}, [_with_formats(path, plan)]
        except Exception as error:  # a workbook that one reader takes and the other doesn't: its values are marked
            print(f"not copied with its formats: {error!r}", file=sys.stderr)
    from .mark_values import with_values

    return {}, [with_values(sheets, plan, whole=cells <= MOST_COPIED)]


def _merged_cells(sheet: ReadSheet) -> int:
    """Each cell under a merged one costs as much as any other, and may lie far outside of what is filled."""
    return sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in sheet.merged)


def _is_light(path: str) -> bool:
    with Archive(path) as archive:
        return sum(archive.size(name) for name in archive.names if name.endswith(".xml")) <= LARGEST_COPIED


def _with_formats(path: str, plan: dict) -> bytes:
    """The workbook itself, as far as openpyxl keeps it."""
    import openpyxl
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    # Opened here, because openpyxl judges a path by its ending and ours has none.
    with open(path, "rb") as file:
        book = openpyxl.load_workbook(file, keep_vba=False, keep_links=False)
    if sum(sheet.max_row * sheet.max_column for sheet in book.worksheets) > MOST_COPIED:
        raise ValueError("a cell without a value, far out, makes a sheet too large to walk")
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f" and reaches_out(cell.value):
                    cell.value = str(getattr(cell.value, "text", None) or cell.value)
                    cell.data_type = "s"
                    cell.quotePrefix = True
    fill = PatternFill("solid", start_color=FILL)
    for (name, row, column), problems in by_cell(plan).items():
        if name not in book.sheetnames:
            continue
        cell = book[name].cell(row + 1, column + 1)
        if not hasattr(cell, "fill") or type(cell).__name__ == "MergedCell":
            continue
        cell.fill = fill
        cell.comment = Comment("\n\n".join(problems)[:LONGEST_TEXT], "Inside Outcomes", height=140, width=340)
    name = free_name(plan["sheetName"], book.sheetnames)
    _list_with_openpyxl(book.create_sheet(name, 0), plan)
    book.active = 0
    for sheet in book.worksheets[1:]:
        sheet.sheet_view.tabSelected = False
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def _list_with_openpyxl(sheet, plan: dict) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    sheet.append([clean(plan["title"])])
    sheet["A1"].font = Font(bold=True, size=16, color=GREEN)
    sheet.append([])
    for row, texts in enumerate([plan["headings"], *listed(plan)], 3):
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(row, column)
            cell.value = clean(text)
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if row == 3:
                cell.font = Font(bold=True, color="FFFFFF")
                cell.fill = PatternFill("solid", start_color=GREEN)
    for column in range(len(plan["headings"])):
        sheet.column_dimensions[letters(column)].width = 18 if column < 2 else 46
    sheet.freeze_panes = "A4"


def reaches_out(formula: object) -> bool:
    """Whether a formula starts a program, calls an address or reads another workbook."""
    text = str(getattr(formula, "text", None) or formula)
    return _REACHES_OUT.search(_QUOTED.sub(r"\1", text)) is not None
