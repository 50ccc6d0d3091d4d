"""Reads .ods: one pass over content.xml gives values, formats, formulas and what is hidden (OpenDocument 1.3)."""

from __future__ import annotations

from ..problem import Refusal
from . import markup, number_formats
from .archive import Archive
from .limits import LONGEST_TEXT, MOST_CELLS, MOST_COLUMNS, MOST_MERGED, MOST_ROWS, MOST_SHEETS
from .ods_table import Cell, Table
from .ods_values import value_of
from .sheet import TEXT, ReadSheet, far_cell

PART = "content.xml"


def read(path: str) -> list[ReadSheet]:
    with Archive(path) as archive:
        walker = _Walker()
        made = markup.parser(PART)
        made.StartElementHandler = walker.start
        made.EndElementHandler = walker.end
        made.CharacterDataHandler = walker.text
        markup.parse(made, archive.pieces(PART), PART)
    return [table.sheet() for table in walker.tables]


class _Walker:
    """Meets every element. The prefixes are those that every program writes; the root must declare them so."""

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self.table: Table | None = None
        self.hidden_tables: set[str] = set()
        self.currencies: dict[str, str] = {}
        self.data_styles: dict[str, str] = {}
        self.style = ""
        self.currency = ""
        self.row_repeats = 1
        self.row_cells: dict[int, Cell] = {}
        self.cell: dict[str, str] | None = None
        self.pieces: list[str] = []
        self.paragraphs = 0
        self.skipped = 0
        self.cells = 0
        self.column = 0
        self.starts = {
            "office:document-content": self._root,
            "style:style": self._style,
            "style:table-properties": self._table_properties,
            "number:currency-style": self._currency_style,
            "table:table": self._table,
            "table:table-column": self._column,
            "table:table-row": self._row,
            "table:covered-table-cell": self._covered,
            "text:s": self._spaces,
            "text:line-break": lambda _: self.pieces.append("\n"),
            "text:tab": lambda _: self.pieces.append("\t"),
            # Notes at cells, drawings, and the record of changes hold cells and text that are no values.
            "office:annotation": self._skip,
            "table:shapes": self._skip,
            "table:tracked-changes": self._skip,
            "draw:frame": self._skip,
        }
        self.ends = {
            "number:currency-style": self._currency_style_ends,
            "table:table": self._table_ends,
            "table:table-row": self._row_ends,
        }

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.skipped:
            self.skipped += 1
        elif name == "table:table-cell":
            self.cell = attributes
            if self.pieces:
                self.pieces = []
        elif name == "text:p":
            if self.pieces:
                self.pieces.append("\n")
            self.paragraphs += 1
        elif name in self.starts:
            self.starts[name](attributes)

    def end(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
        elif name == "table:table-cell":
            self._cell_ends()
        elif name == "text:p":
            self.paragraphs -= 1
        elif name in self.ends:
            self.ends[name]()

    def text(self, text: str) -> None:
        if self.skipped:
            return
        if self.paragraphs and self.cell is not None:
            self.pieces.append(text)
        elif self.currency and len(self.currencies[self.currency]) < number_formats.LONGEST_CODE:
            self.currencies[self.currency] += text

    def _root(self, attributes: dict[str, str]) -> None:
        for prefix in ("office", "table", "text", "style", "number"):
            address = attributes.get(f"xmlns:{prefix}", "")
            if not address.startswith("urn:oasis:names:tc:opendocument:xmlns:") and prefix in ("office", "table"):
                raise Refusal("damaged", part=PART)

    def _skip(self, _: dict[str, str]) -> None:
        self.skipped = 1

    # Styles: the symbol of a currency stands in a data style, to which cell styles point.

    def _style(self, attributes: dict[str, str]) -> None:
        self.style = attributes.get("style:name", "")
        data = attributes.get("style:data-style-name")
        if data:
            self.data_styles[self.style] = data

    def _table_properties(self, attributes: dict[str, str]) -> None:
        if attributes.get("table:display") == "false":
            self.hidden_tables.add(self.style)

    def _currency_style(self, attributes: dict[str, str]) -> None:
        self.currency = attributes.get("style:name", "")
        self.currencies[self.currency] = ""

    def _currency_style_ends(self) -> None:
        self.currency = ""

    def _format(self, cell: dict[str, str]) -> str | None:
        kind = cell.get("office:value-type")
        if kind == "percentage":
            return number_formats.PERCENT
        if kind == "date":
            return number_formats.DATE
        if kind != "currency":
            return None
        code = cell.get("office:currency", "").strip()
        text = self.currencies.get(self.data_styles.get(cell.get("table:style-name", ""), ""), "")
        return code or number_formats.symbol_in(text) or number_formats.UNKNOWN_CURRENCY

    # Tables, columns and rows.

    def _table(self, attributes: dict[str, str]) -> None:
        if self.table is not None:
            self.skipped = 1  # a table inside a cell
            return
        if len(self.tables) >= MOST_SHEETS:
            raise Refusal("tooManySheets", count=len(self.tables) + 1, limit=MOST_SHEETS)
        hidden = attributes.get("table:style-name", "") in self.hidden_tables
        self.table = Table(attributes.get("table:name", ""), hidden)
        self.tables.append(self.table)
        self.column = 0

    def _table_ends(self) -> None:
        self.table = None

    def _column(self, attributes: dict[str, str]) -> None:
        if self.table is None:
            return
        end = min(self.column + _count(attributes, "table:number-columns-repeated"), MOST_COLUMNS)
        if _is_hidden(attributes):
            self.table.hidden_columns += range(self.column, end)
        self.column = end

    def _row(self, attributes: dict[str, str]) -> None:
        self.column = 0
        self.row_cells = {}
        self.row_repeats = min(_count(attributes, "table:number-rows-repeated"), 10 * MOST_ROWS)
        if self.table is not None and _is_hidden(attributes):
            first = self.table.next_row
            # A million hidden rows below the last one count for nothing, and are cut later.
            self.table.hidden_rows += range(first, min(first + self.row_repeats, MOST_CELLS))

    def _row_ends(self) -> None:
        table, cells = self.table, self.row_cells
        if table is None:
            return
        if cells:
            last = table.next_row + self.row_repeats - 1
            furthest = max(cells)
            table.width = max(table.width, furthest + 1)
            if (last + 1) * table.width > MOST_CELLS:
                raise far_cell(table.name, last, furthest, MOST_CELLS)
            self.cells += len(cells) * self.row_repeats
            if self.cells > MOST_CELLS:
                raise Refusal("tooManyCells", sheet=table.name, limit=MOST_CELLS)
            for row in range(table.next_row, last + 1):
                table.rows.append((row, cells))
        table.next_row += self.row_repeats

    # Cells.

    def _covered(self, attributes: dict[str, str]) -> None:
        """What lies under a merged cell is not shown, and is left out."""
        self.column += _count(attributes, "table:number-columns-repeated")

    def _cell_ends(self) -> None:
        table, attributes, first = self.table, self.cell, self.column
        self.cell = None
        if table is None or attributes is None:
            return
        repeats = 1
        if "table:number-columns-repeated" in attributes:
            repeats = _count(attributes, "table:number-columns-repeated")
        self.column = first + repeats
        cell = value_of(attributes, self.pieces, self._format)
        if cell is None:
            return
        if self.column > MOST_COLUMNS or self.column * (table.next_row + 1) > MOST_CELLS:
            raise far_cell(table.name, table.next_row, self.column - 1, MOST_CELLS)
        if cell[0] == TEXT and len(cell[2]) > LONGEST_TEXT:
            raise Refusal("longText", sheet=table.name, row=table.next_row, column=first, limit=LONGEST_TEXT)
        for column in range(first, self.column):
            self.row_cells[column] = cell
        if "table:number-columns-spanned" in attributes and len(table.merged) < MOST_MERGED:
            bottom = table.next_row + _count(attributes, "table:number-rows-spanned")
            right = first + _count(attributes, "table:number-columns-spanned")
            if bottom - table.next_row > 1 or right - first > 1:
                table.merged.append((table.next_row, first, min(bottom, MOST_ROWS) - 1, min(right, MOST_COLUMNS) - 1))

    def _spaces(self, attributes: dict[str, str]) -> None:
        self.pieces.append(" " * min(_count(attributes, "text:c"), LONGEST_TEXT))


def _count(attributes: dict[str, str], name: str) -> int:
    try:
        return max(int(attributes.get(name, 1)), 1)
    except ValueError:
        return 1


def _is_hidden(attributes: dict[str, str]) -> bool:
    return attributes.get("table:visibility") in ("collapse", "filter")
