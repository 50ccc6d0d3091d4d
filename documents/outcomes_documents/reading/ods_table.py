"""One sheet of an .ods in the making: only cells that hold something are kept."""

from __future__ import annotations

from .sheet import ERROR, TEXT, ReadSheet

# Kind, number, text, format, and whether it is worked out by a formula. A repeated cell stands in many places at once.
Cell = tuple[int, float, str, str | None, bool]


class Table:
    def __init__(self, name: str, hidden: bool) -> None:
        self.name = name
        self.hidden = hidden
        self.rows: list[tuple[int, dict[int, Cell]]] = []
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[int] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self.width = 0
        self.next_row = 0

    def sheet(self) -> ReadSheet:
        """The sheet as it travels. The cells are let go on the way."""
        made = ReadSheet(self.name, self.hidden, self.width)
        made.append_blank_rows(self.rows[-1][0] + 1 if self.rows else 0)
        kinds, numbers, texts, width = made.kinds, made.numbers, made.texts, self.width
        for row, cells in self.rows:
            base = row * width
            for column, (kind, number, text, format_, formula) in cells.items():
                kinds[base + column] = kind
                if kind in (TEXT, ERROR):
                    numbers[base + column] = texts.setdefault(text, len(texts))
                else:
                    numbers[base + column] = number
                if format_:
                    made.put_format(row, column, format_)
                if formula:
                    made.put_formula(row, column)
        self.rows = []
        made.hidden_rows = [row for row in self.hidden_rows if row < made.row_count]
        made.hidden_columns = [column for column in self.hidden_columns if column < made.column_count]
        made.merged = self.merged
        return made
