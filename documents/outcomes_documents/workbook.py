"""Writes a workbook (.xlsx) from a plan. The same plan gives the same bytes.

A text is written as a text whatever it begins with: what people typed never becomes a formula or a link.
"""

from __future__ import annotations

import datetime
import io
import math
import re
from array import array
from collections import defaultdict

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from .problem import BadRequest
from .styles import STYLES, number_format

# From so many rows on, rows are written to disk one after the other and not kept.
MANY_ROWS = 5_000
LONGEST_TEXT = 32_767

# Columns are measured in letters, rows in points; a row can't be higher than this.
USUAL_WIDTH = 8.43
LINE_HEIGHT = 15
GREATEST_HEIGHT = 409

_REACHES_OUT = re.compile(r"\b(WEBSERVICE|DDE|CALL|REGISTER(\.ID)?|RTD|FILTERXML|IMPORT\w*)\s*\(|\|", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'')


def write(header: dict, parts: list[bytes]) -> tuple[dict, list]:
    """Makes the workbook that `WorkbookPlan` on the other side describes."""
    output = io.BytesIO()
    blocks = iter(parts)
    sheets = [_Sheet(sheet, blocks) for sheet in header["sheets"]]
    book = xlsxwriter.Workbook(
        output,
        {
            "constant_memory": any(sheet.last_row > MANY_ROWS for sheet in sheets),
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "use_future_functions": True,
        },
    )
    book.set_properties(
        {
            "title": header["title"],
            "author": header.get("author") or "",
            "created": _date(header["date"]),
            "comments": "",
        }
    )
    looks = _Looks(book, header["language"])
    try:
        for sheet in sheets:
            sheet.write(book, looks)
        for name in header["names"]:
            if book.define_name(name["name"], "=" + name["refersTo"]) == -1:
                raise BadRequest(f"no name for cells: {name['name']}")
        book.close()
    except XlsxWriterException as error:
        raise BadRequest(f"{type(error).__name__}: {error}") from None
    return {}, [output.getvalue()]


class _Looks:
    """The formats of a workbook: one for each style together with a number format."""

    def __init__(self, book: xlsxwriter.Workbook, language: str) -> None:
        self._book = book
        self._language = language
        self._known: dict[tuple[str, str], object] = {}

    def look(self, style: str, code: str):
        key = (style, code)
        if key not in self._known:
            if style not in STYLES:
                raise BadRequest(f"no style {style}")
            properties = dict(STYLES[style])
            if code != "General":
                properties["num_format"] = number_format(code, self._language)
            self._known[key] = self._book.add_format(properties)
        return self._known[key]


class _Sheet:
    """One sheet of the plan, its cells gathered by rows: rows have to be written in order."""

    def __init__(self, plan: dict, parts) -> None:
        self.plan = plan
        self.rows: dict[int, list[dict]] = defaultdict(list)
        for cell in plan["cells"]:
            self.rows[cell["at"][0]].append(cell)
        self.blocks = [(block, _values(block, parts)) for block in plan["blocks"]]
        ends = [block["row"] + len(values) for block, values in self.blocks]
        self.last_row = max([*ends, *(row + 1 for row in self.rows), 0])

    def write(self, book: xlsxwriter.Workbook, looks: _Looks) -> None:
        plan = self.plan
        sheet = book.add_worksheet(plan["name"])
        for column, width in enumerate(plan["widths"]):
            sheet.set_column(column, column, width)
        self._set_up(sheet)
        heights = {row: height for row, height in plan["heights"]}
        blocks = [
            (block["row"], block["column"], block["kind"], values, looks.look(block["style"], block["format"]))
            for block, values in self.blocks
        ]
        merged = {(area[0], area[1]): area for area in plan["merged"]}
        for row in range(self.last_row):
            height = heights.get(row) or self._height(row, merged)
            if height:
                sheet.set_row(row, height)
            for cell in self.rows.get(row, ()):
                look = looks.look(cell["style"], cell["format"])
                area = merged.pop(tuple(cell["at"]), None)
                if area:
                    sheet.merge_range(*area, "", look)
                _write_cell(sheet, cell, look)
            for first, column, kind, values, look in blocks:
                if first <= row < first + len(values):
                    _write_value(sheet, row, column, kind, values[row - first], look)
        for choice in plan["choices"]:
            _offer(sheet, choice)

    def _height(self, row: int, merged: dict) -> float | None:
        """The height that wrapped texts need, which not every spreadsheet program works out for itself."""
        widths = self.plan["widths"]
        lines = 1
        for cell in self.rows.get(row, ()):
            style = STYLES.get(cell["style"], {})
            if "text" not in cell or not style.get("text_wrap"):
                continue
            column = cell["at"][1]
            last = merged.get((row, column), (row, column, row, column))[3]
            width = sum(widths[at] if at < len(widths) else USUAL_WIDTH for at in range(column, last + 1))
            letters = max(width * (0.85 if style.get("bold") else 0.95), 1)
            paragraphs = cell["text"][:LONGEST_TEXT].split("\n")
            lines = max(lines, sum(max(math.ceil(len(text) / letters), 1) for text in paragraphs))
        return min(lines * LINE_HEIGHT, GREATEST_HEIGHT) if lines > 1 else None

    def _set_up(self, sheet) -> None:
        plan = self.plan
        if any(plan["frozen"]):
            sheet.freeze_panes(*plan["frozen"])
        if plan["hidden"]:
            sheet.hide()
        if plan["landscape"]:
            sheet.set_landscape()
        if plan["printedColumns"] and self.last_row:
            sheet.print_area(0, 0, self.last_row - 1, plan["printedColumns"] - 1)
        if plan["repeatedRows"]:
            sheet.repeat_rows(0, plan["repeatedRows"] - 1)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.set_footer("&L&A&R&P / &N")


def _values(block: dict, parts) -> object:
    try:
        if block["kind"] == "numbers":
            return _loaded("d", next(parts))
        ends, blob = _loaded("I", next(parts)), next(parts)
    except StopIteration:
        raise BadRequest("a block without its values") from None
    return _Texts(ends, blob)


def _loaded(code: str, content: bytes) -> array:
    values = array(code)
    values.frombytes(content)
    return values


class _Texts:
    """Texts that stand in one blob, decoded one at a time."""

    def __init__(self, ends: array, blob: bytes) -> None:
        self._ends, self._blob = ends, blob

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, number: int) -> str:
        start = self._ends[number - 1] if number else 0
        return self._blob[start : self._ends[number]].decode()


def _write_value(sheet, row: int, column: int, kind: str, value, look) -> None:
    if kind == "texts":
        if value:
            sheet.write_string(row, column, value[:LONGEST_TEXT], look)
    elif not math.isnan(value):
        sheet.write_number(row, column, value, look)


def _write_cell(sheet, cell: dict, look) -> None:
    row, column = cell["at"]
    if "formula" in cell:
        formula = cell["formula"]
        if _REACHES_OUT.search(_QUOTED.sub("", formula)):
            raise BadRequest(f"a formula that reaches out of the workbook: {formula[:80]}")
        value = cell["value"]
        sheet.write_formula(row, column, "=" + formula, look, "" if value is None else value)
    elif "address" in cell:
        if not cell["address"].startswith(("https://", "http://", "mailto:", "internal:")):
            raise BadRequest(f"no address for a link: {cell['address'][:80]}")
        sheet.write_url(row, column, cell["address"], look, cell["text"][:LONGEST_TEXT])
    elif "text" in cell:
        sheet.write_string(row, column, cell["text"][:LONGEST_TEXT], look)
    elif cell.get("number") is not None:
        sheet.write_number(row, column, cell["number"], look)
    elif "boolean" in cell:
        sheet.write_boolean(row, column, cell["boolean"], look)
    elif "date" in cell:
        sheet.write_datetime(row, column, datetime.date(*cell["date"]), look)
    else:
        sheet.write_blank(row, column, None, look)
    if cell.get("comment"):
        sheet.write_comment(row, column, cell["comment"][:LONGEST_TEXT], {"x_scale": 2, "y_scale": 1.5})


def _offer(sheet, choice: dict) -> None:
    if sum(len(value) + 1 for value in choice["values"]) > 256:
        raise BadRequest("more to choose from than a cell can offer")
    options = {"validate": "list", "source": choice["values"]}
    if choice.get("title"):
        options["input_title"] = choice["title"][:32]
    if choice.get("message"):
        options["input_message"] = choice["message"][:255]
    sheet.data_validation(*choice["area"], options)


def _date(text: str) -> datetime.datetime:
    try:
        return datetime.datetime.fromisoformat(text)
    except ValueError:
        raise BadRequest(f"no date: {text}") from None
