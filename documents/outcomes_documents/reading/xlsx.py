"""Reads .xlsx and .xlsm: values in bulk through calamine, and what it doesn't tell by a pass of our own.

Our pass comes first: it finds bombs, far cells and broken parts that would end the process if calamine met them.
Macros, links to other workbooks and pictures are never opened.
"""

from __future__ import annotations

import datetime
import posixpath

from ..problem import Refusal
from . import markup, number_formats
from .archive import Archive
from .limits import MOST_CELLS, MOST_SHEETS
from .sheet import DATE, NEVER_WORKED_OUT, NUMBER, ReadSheet, far_cell
from .xlsx_scan import scan
from .xlsx_sheet import SheetFacts, TooManyCells, walk

_SMALL_PART = 20_000_000
# From this size on it is worth to look at a sheet by patterns first.
_LARGE_SHEET = 1_000_000
_WORKSHEET = "/worksheet"


def read(path: str) -> list[ReadSheet]:
    with Archive(path) as archive:
        book = _Book(archive)
        facts = _all_facts(archive, book)
        for name in archive.names:
            if name.startswith("xl/sharedStrings") or name.endswith(".rels"):
                _refuse_document_type(archive, name)
        return _with_values(path, archive, book, facts)


class _Book:
    """What stands in the workbook's main part: the sheets in their order, and how dates are counted."""

    def __init__(self, archive: Archive) -> None:
        self.sheets: list[tuple[str, bool, str]] = []  # name, hidden, part
        self.epoch_is_1904 = False
        targets = _relations(archive)
        part = "xl/workbook.xml"

        def start(name: str, attributes: dict[str, str]) -> None:
            if markup.local(name) == "workbookPr":
                self.epoch_is_1904 = attributes.get("date1904") in ("1", "true")
            elif markup.local(name) == "sheet":
                kind, target = targets.get(markup.named(attributes, "id") or "", ("", ""))
                if kind.endswith(_WORKSHEET):
                    hidden = attributes.get("state", "visible") != "visible"
                    self.sheets.append((attributes.get("name", ""), hidden, target))

        made = markup.parser(part)
        made.StartElementHandler = start
        markup.parse(made, [archive.read(part, _SMALL_PART)], part)
        if len(self.sheets) > MOST_SHEETS:
            raise Refusal("tooManySheets", count=len(self.sheets), limit=MOST_SHEETS)
        self.formats = _styles(archive)


def _relations(archive: Archive) -> dict[str, tuple[str, str]]:
    part = "xl/_rels/workbook.xml.rels"
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if markup.local(name) == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            target = target[1:] if target.startswith("/") else posixpath.normpath("xl/" + target)
            found[attributes.get("Id", "")] = (attributes.get("Type", ""), target)

    made = markup.parser(part)
    made.StartElementHandler = start
    markup.parse(made, [archive.read(part, _SMALL_PART)], part)
    return found


def _styles(archive: Archive) -> dict[int, str]:
    """The meaning of each cell style that has one, by its number."""
    part = "xl/styles.xml"
    if part not in archive.names:
        return {}
    codes: dict[int, str] = {}
    used: list[int] = []
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        inside.append(markup.local(name))
        if inside[-1] == "numFmt":
            codes[_integer(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif inside[-1] == "xf" and "cellXfs" in inside:
            used.append(_integer(attributes.get("numFmtId")))

    made = markup.parser(part)
    made.StartElementHandler = start
    made.EndElementHandler = lambda name: inside.pop()
    markup.parse(made, [archive.read(part, _SMALL_PART)], part)
    meanings = {number: number_formats.meaning(number, codes.get(number)) for number in set(used)}
    return {style: meanings[number] for style, number in enumerate(used) if meanings[number]}


def _integer(text: str | None) -> int:
    try:
        return int(text or 0)
    except ValueError:
        return 0


def _all_facts(archive: Archive, book: _Book) -> list[SheetFacts]:
    cells = 0
    found = []
    for name, _, part in book.sheets:
        if part not in archive.names:
            raise Refusal("damaged", part=part)
        facts = _facts(archive, name, part, book.formats)
        if facts.is_too_large:
            row, column = facts.furthest
            raise far_cell(name, row, column, MOST_CELLS)
        cells += facts.row_count * facts.column_count
        if cells > MOST_CELLS:
            raise Refusal("tooManyCells", sheet=name, limit=MOST_CELLS)
        found.append(facts)
    return found


def _facts(archive: Archive, name: str, part: str, formats: dict[int, str]) -> SheetFacts:
    if archive.size(part) > _LARGE_SHEET:
        facts = scan(archive.pieces(part), part, formats)
        if facts:
            return facts
    return _walked(archive, name, part, formats)


def _walked(archive: Archive, name: str, part: str, formats: dict[int, str]) -> SheetFacts:
    try:
        return walk(archive.pieces(part), part, formats)
    except TooManyCells:
        raise Refusal("tooManyCells", sheet=name, limit=MOST_CELLS) from None


def _refuse_document_type(archive: Archive, name: str) -> None:
    """Inflates a part that calamine will read, and refuses it if it declares a document type."""
    start = b""
    for piece in archive.pieces(name):
        if len(start) < 4096:
            start += piece[:4096]
    if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
        raise Refusal("unsafeMarkup", part=name)


def _with_values(path: str, archive: Archive, book: _Book, facts: list[SheetFacts]) -> list[ReadSheet]:
    import python_calamine

    try:
        with python_calamine.CalamineWorkbook.from_path(path) as values:
            sheets = []
            for (name, hidden, part), quick in zip(book.sheets, facts, strict=True):
                cells = values.get_sheet_by_name(name)
                is_wider = cells.end and (cells.end[0] >= quick.row_count or cells.end[1] >= quick.column_count)
                found = _walked(archive, name, part, book.formats) if is_wider else quick
                sheets.append(_sheet(cells, name, hidden, found, book))
            return sheets
    except python_calamine.PasswordError:
        raise Refusal("encrypted") from None
    except python_calamine.CalamineError as error:
        raise Refusal("damaged", part=type(error).__name__) from None


def _sheet(values, name: str, hidden: bool, facts: SheetFacts, book: _Book) -> ReadSheet:
    sheet = ReadSheet(name, hidden, facts.column_count)
    if not facts.row_count or not facts.column_count:
        return sheet
    if values.start is not None:
        # Blank rows above the first cell come along, blank columns beside it don't.
        sheet.append_rows(values.iter_rows(), values.start[1])
        sheet.check_texts()
    sheet.fit_rows(facts.row_count)
    for row, column, format_ in facts.formats:
        sheet.put_format(row, column, format_)
    for row, column, serial in facts.serials:
        sheet.put(row, column, *_moment(serial, book.epoch_is_1904))
    for row, column in facts.formulas:
        sheet.put_formula(row, column)
    for row, column, text in facts.errors:
        sheet.put_error(row, column, text)
    for row, column in facts.never_worked_out:
        sheet.put_error(row, column, NEVER_WORKED_OUT)
    sheet.hidden_rows = [row for row in facts.hidden_rows if row < sheet.row_count]
    sheet.hidden_columns = [column for column in facts.hidden_columns if column < sheet.column_count]
    sheet.merged = facts.merged
    return sheet


def _moment(serial: float, epoch_is_1904: bool) -> tuple[int, float]:
    """The civil date of a number that is shown as a date; a number that no date has stays a number."""
    days = int(serial) if serial >= 0 else -1
    if epoch_is_1904:
        base = datetime.date(1904, 1, 1)
    elif days >= 61:
        base = datetime.date(1899, 12, 30)
    else:
        # Excel believes in a 29 February 1900, number 60.
        base = datetime.date(1899, 12, 31)
        days = min(days, 59)
    if serial < (0 if epoch_is_1904 else 1):
        return NUMBER, serial
    try:
        day = base + datetime.timedelta(days=days)
    except OverflowError:
        return NUMBER, serial
    return DATE, float(day.year * 10_000 + day.month * 100 + day.day)
