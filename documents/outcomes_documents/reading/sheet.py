"""One sheet on its way to the other side: rows of cells become a few flat arrays."""

from __future__ import annotations

import datetime
import math
from array import array
from collections.abc import Iterable

from ..problem import Refusal
from .limits import LONGEST_TEXT, MOST_FORMATS

EMPTY, NUMBER, TEXT, BOOLEAN, DATE, ERROR = range(6)

# What a formula shows that has never been worked out: it was written by a program and not by a spreadsheet.
NEVER_WORKED_OUT = "formula without a value"


def letters(column: int) -> str:
    """The letters that a spreadsheet shows for a column counted from 0."""
    text = ""
    rest = column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        text = chr(65 + digit) + text
    return text


def far_cell(sheet: str, row: int, column: int, limit: int) -> Refusal:
    return Refusal("farCell", sheet=sheet, row=row, column=column, limit=limit)


class ReadSheet:
    """A sheet in columnar form, row by row from its first cell A1 on."""

    def __init__(self, name: str, hidden: bool, column_count: int) -> None:
        self.name = name
        self.hidden = hidden
        self.column_count = column_count
        self.kinds = bytearray()
        self.numbers = array("d")
        self.texts: dict[str, int] = {}
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[int] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self.format_table: dict[str, int] = {}
        self.format_cells = array("I")
        self.format_codes = bytearray()
        self.formula_cells = array("I")

    @property
    def row_count(self) -> int:
        return len(self.kinds) // self.column_count if self.column_count else 0

    def append_blank_rows(self, count: int) -> None:
        self.kinds.extend(bytes(count * self.column_count))
        self.numbers.frombytes(bytes(8 * count * self.column_count))

    def fit_rows(self, count: int) -> None:
        """Makes the sheet exactly so many rows long."""
        self.append_blank_rows(max(0, count - self.row_count))
        del self.kinds[count * self.column_count :]
        del self.numbers[count * self.column_count :]

    def append_rows(self, rows: Iterable[list], first: int = 0) -> None:
        """Appends rows of values, whose first stands in the column `first`.

        This loop meets every cell of the workbook: it is as plain as can be.
        """
        texts, width = self.texts, self.column_count - first
        kinds, numbers = bytearray(), array("d")
        add_kind, add_number = kinds.append, numbers.append
        for row in rows:
            if first:
                kinds += bytes(first)
                numbers.frombytes(bytes(8 * first))
            for value in row[:width]:
                kind = value.__class__
                if kind is float:
                    add_kind(NUMBER)
                    add_number(value)
                elif kind is str:
                    if value:
                        add_kind(TEXT)
                        add_number(texts.setdefault(value, len(texts)))
                    else:
                        add_kind(EMPTY)
                        add_number(0.0)
                else:
                    kind, number = packed(value)
                    add_kind(kind)
                    add_number(number)
            missing = width - len(row)
            if missing > 0:
                kinds += bytes(missing)
                numbers.frombytes(bytes(8 * missing))
        start = len(self.kinds)
        self.kinds += kinds
        self.numbers += numbers
        if not math.isfinite(sum(numbers)):
            self._mark_not_finite(start)

    def _mark_not_finite(self, start: int) -> None:
        for at in range(start, len(self.numbers)):
            value = self.numbers[at]
            if not math.isfinite(value):
                self.kinds[at] = ERROR
                self.numbers[at] = self.texts.setdefault(_not_finite(value), len(self.texts))

    def check_texts(self) -> None:
        """Raises Refusal where a cell holds more text than any spreadsheet would."""
        for number, text in enumerate(self.texts):
            if len(text) > LONGEST_TEXT:
                at = next(at for at, kind in enumerate(self.kinds) if kind == TEXT and self.numbers[at] == number)
                row, column = divmod(at, self.column_count)
                raise Refusal("longText", sheet=self.name, row=row, column=column, limit=LONGEST_TEXT)

    def index(self, row: int, column: int) -> int:
        return row * self.column_count + column

    def put(self, row: int, column: int, kind: int, number: float) -> None:
        """Puts a value in the place of what was read; outside the sheet nothing happens."""
        if 0 <= column < self.column_count and 0 <= row < self.row_count:
            at = self.index(row, column)
            self.kinds[at] = kind
            self.numbers[at] = number

    def put_error(self, row: int, column: int, text: str) -> None:
        self.put(row, column, ERROR, self.texts.setdefault(text, len(self.texts)))

    def put_format(self, row: int, column: int, format_: str) -> None:
        if column < self.column_count and row < self.row_count and len(self.format_table) < MOST_FORMATS:
            self.format_cells.append(self.index(row, column))
            self.format_codes.append(self.format_table.setdefault(format_, len(self.format_table)))

    def put_formula(self, row: int, column: int) -> None:
        if column < self.column_count and row < self.row_count:
            self.formula_cells.append(self.index(row, column))

    def header(self) -> dict:
        return {
            "name": self.name,
            "hidden": self.hidden,
            "rows": self.row_count,
            "columns": self.column_count,
            "hiddenRows": runs(self.hidden_rows),
            "hiddenColumns": runs(self.hidden_columns),
            "merged": self.merged,
            "formats": list(self.format_table),
        }

    def parts(self) -> list:
        """Kinds, numbers, ends of the texts, texts, cells with a format, which one, cells with a formula."""
        ends = array("I")
        blob = bytearray()
        for text in self.texts:
            blob += text.encode("utf-8", "replace")
            ends.append(len(blob))
        return [self.kinds, self.numbers, ends, blob, self.format_cells, self.format_codes, self.formula_cells]


def runs(numbers: Iterable[int]) -> list[list[int]]:
    """Numbers as runs: 3, 4, 5 and 9 are [[3, 5], [9, 9]]."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return found


def packed(value: object) -> tuple[int, float]:
    """The kind and number of a value that is neither a float nor a text."""
    if value is None:
        return EMPTY, 0.0
    if isinstance(value, bool):
        return BOOLEAN, float(value)
    if isinstance(value, int):
        return NUMBER, float(value)
    if isinstance(value, (datetime.date, datetime.datetime)):
        return DATE, float(value.year * 10_000 + value.month * 100 + value.day)
    if isinstance(value, datetime.time):
        seconds = value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6
        return NUMBER, seconds / 86_400
    if isinstance(value, datetime.timedelta):
        return NUMBER, value.total_seconds() / 86_400
    return EMPTY, 0.0


def _not_finite(value: float) -> str:
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
