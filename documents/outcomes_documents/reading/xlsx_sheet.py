"""One pass over the XML of a sheet: its size, and all that calamine doesn't tell."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field

from . import markup, number_formats
from .limits import MOST_CELLS, MOST_COLUMNS, MOST_MERGED, MOST_ROWS

# A number or the text of an error: what is longer is read by calamine, and its beginning is enough here.
_LONGEST_VALUE = 1_000
# A sheet beyond its limit with so many cells that hold something is large, and not just one cell gone astray.
_CELLS_OF_A_LARGE_SHEET = MOST_CELLS // 10

_ADDRESS = re.compile(r"([A-Z]{1,7})([0-9]{1,10})$")


class TooManyCells(Exception):
    """The sheet goes beyond its limit, and it would take long to learn by how much."""


@dataclass
class SheetFacts:
    """Rows and columns count from 0. Only cells that hold something count for the size."""

    row_count: int = 0
    column_count: int = 0
    held: int = 0
    furthest: tuple[int, int] = (0, 0)
    formats: list[tuple[int, int, str]] = field(default_factory=list)
    serials: list[tuple[int, int, float]] = field(default_factory=list)
    formulas: list[tuple[int, int]] = field(default_factory=list)
    never_worked_out: list[tuple[int, int]] = field(default_factory=list)
    errors: list[tuple[int, int, str]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)

    def hold(self, row: int, column: int) -> None:
        """Counts a cell that holds something."""
        self.held += 1
        if row >= self.row_count or column >= self.column_count:
            self.row_count = max(self.row_count, row + 1)
            self.column_count = max(self.column_count, column + 1)
            self.furthest = max(self.furthest, (row, column), key=lambda place: (place[0] + 1) * (place[1] + 1))
            if self.held > _CELLS_OF_A_LARGE_SHEET and self.is_too_large:
                raise TooManyCells

    @property
    def is_too_large(self) -> bool:
        return self.row_count * self.column_count > MOST_CELLS


def place(address: str) -> tuple[int, int] | None:
    """`B3` as row 2, column 1; None for what is no address."""
    found = _ADDRESS.match(address)
    if not found:
        return None
    return int(found[2]) - 1, column_of(found[1])


def column_of(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def walk(pieces, part: str, formats: dict[int, str]) -> SheetFacts:
    """The precise way: an XML parser meets every cell."""
    facts = SheetFacts()
    walker = _Walker(facts, formats)
    made = markup.parser(part)
    made.StartElementHandler = walker.start
    made.EndElementHandler = walker.end
    made.CharacterDataHandler = walker.text
    markup.parse(made, pieces, part)
    return facts


class _Walker:
    def __init__(self, facts: SheetFacts, formats: dict[int, str]) -> None:
        self.facts = facts
        self.formats = {str(style): format_ for style, format_ in formats.items()}
        self.row = -1
        self.column = -1
        self.kind = "n"
        self.style: str | None = None
        self.has_formula = False
        self.value: str | None = None
        self.is_inline = False
        self.reads = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = markup.local(name)
        if name == "c":
            found = place(attributes["r"]) if "r" in attributes else None
            self.row, self.column = found if found else (self.row, self.column + 1)
            self.kind = attributes.get("t", "n")
            self.style = attributes.get("s")
            self.has_formula = self.is_inline = False
            self.value = None
        elif name == "v":
            self.value = ""
            self.reads = True
        elif name == "f":
            self.has_formula = True
        elif name == "is":
            self.is_inline = True
        elif name == "row":
            self.row = _count(attributes["r"]) - 1 if "r" in attributes else self.row + 1
            self.column = -1
            if attributes.get("hidden") in ("1", "true"):
                self.facts.hidden_rows.append(self.row)
        elif name == "col":
            if attributes.get("hidden") in ("1", "true"):
                first, last = _count(attributes.get("min", "")), _count(attributes.get("max", ""))
                self.facts.hidden_columns.extend(range(max(first - 1, 0), min(last, MOST_COLUMNS)))
        elif name == "mergeCell":
            _merge(self.facts, attributes.get("ref", ""))

    def text(self, text: str) -> None:
        if self.reads and self.value is not None and len(self.value) < _LONGEST_VALUE:
            self.value += text

    def end(self, name: str) -> None:
        name = markup.local(name)
        if name == "v":
            self.reads = False
        elif name == "c":
            self._cell()

    def _cell(self) -> None:
        if self.value is None and not self.has_formula and not self.is_inline:
            return
        facts, row, column = self.facts, self.row, self.column
        facts.hold(row, column)
        if self.has_formula:
            facts.formulas.append((row, column))
            if self.value is None or (not self.value and self.kind != "str"):
                facts.never_worked_out.append((row, column))
        format_ = self.formats.get(self.style or "0")
        if format_:
            facts.formats.append((row, column, format_))
        note_value(facts, row, column, self.kind, format_, self.value or "")


def note_value(facts: SheetFacts, row: int, column: int, kind: str, format_: str | None, value: str) -> None:
    """Keeps what calamine loses: the text of an error, and the number behind a date."""
    if kind == "e":
        facts.errors.append((row, column, value[:40] or "#VALUE!"))
    elif format_ == number_formats.DATE and kind == "n" and value:
        try:
            serial = float(value)
        except ValueError:
            return
        if math.isfinite(serial):
            facts.serials.append((row, column, serial))


def _merge(facts: SheetFacts, reference: str) -> None:
    first, _, last = reference.partition(":")
    top, bottom = place(first), place(last or first)
    if top and bottom and len(facts.merged) < MOST_MERGED and top[0] <= bottom[0] and top[1] <= bottom[1]:
        facts.merged.append((top[0], top[1], bottom[0], bottom[1]))


def _count(text: str) -> int:
    try:
        return min(max(int(text), 0), 10 * MOST_ROWS)
    except ValueError:
        return 0
