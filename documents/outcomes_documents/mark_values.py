"""A marked copy made anew from the values: of a text file, an .ods, or a workbook too large to be copied whole."""

from __future__ import annotations

import io

import xlsxwriter

from .marks import FILL, GREEN, LONGEST_TEXT, by_cell, clean, free_name, listed, sheet_name
from .reading.number_formats import PERCENT
from .reading.sheet import BOOLEAN, DATE, EMPTY, NUMBER, ReadSheet


def with_values(sheets: list[ReadSheet], plan: dict, whole: bool) -> bytes:
    """A new workbook with the values; of a large one only the header rows and the rows with problems."""
    output = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(output, options)
    looks = _Looks(book)
    used = [free_name(plan["sheetName"], [sheet.name for sheet in sheets])]
    _list(book.add_worksheet(used[0]), plan, looks)
    marks = by_cell(plan)
    for sheet in sheets:
        used.append(sheet_name(sheet.name, used))
        page = book.add_worksheet(used[-1])
        if sheet.hidden:
            page.hide()
        rows = range(sheet.row_count) if whole else _rows_to_show(sheet, plan, marks)
        if not whole:
            page.write_string(0, 0, clean(plan["rowHeading"]), looks.heading)
        _Copy(sheet, page, marks, looks).write(rows, numbered=not whole)
    book.close()
    return output.getvalue()


class _Looks:
    def __init__(self, book: xlsxwriter.Workbook) -> None:
        mark = {"bg_color": "#" + FILL}
        self.title = book.add_format({"bold": True, "font_size": 16, "font_color": "#" + GREEN})
        self.heading = book.add_format(
            {"bold": True, "font_color": "#FFFFFF", "bg_color": "#" + GREEN, "text_wrap": True}
        )
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self.mark = book.add_format(mark)
        self.percent = book.add_format({"num_format": "0.##%"})
        self.marked_percent = book.add_format({**mark, "num_format": "0.##%"})


def _rows_to_show(sheet: ReadSheet, plan: dict, marks: dict) -> list[int]:
    rows = {row for name, row, _ in marks if name == sheet.name and row < sheet.row_count}
    header = plan["headerRows"].get(sheet.name)
    if header is not None and 0 <= header < sheet.row_count:
        rows.add(header)
    return sorted(rows)


class _Copy:
    """One sheet on its way into the copy. Every text is written as text, whatever it begins with."""

    def __init__(self, sheet: ReadSheet, page, marks: dict, looks: _Looks) -> None:
        self.sheet, self.page, self.marks, self.looks = sheet, page, marks, looks
        self.texts = list(sheet.texts)
        percent = sheet.format_table.get(PERCENT)
        pairs = zip(sheet.format_cells, sheet.format_codes, strict=True)
        self.percents = {at for at, code in pairs if code == percent}

    def write(self, rows, numbered: bool) -> None:
        aside = 1 if numbered else 0
        options = {"x_scale": 2.5, "y_scale": 1.6, "author": "Inside Outcomes"}
        for target, row in enumerate(rows, aside):
            if numbered:
                self.page.write_number(target, 0, row + 1)
            for column in range(self.sheet.column_count):
                problems = self.marks.get((self.sheet.name, row, column))
                self._cell(target, column + aside, self.sheet.index(row, column), bool(problems))
                if problems:
                    self.page.write_comment(target, column + aside, "\n\n".join(problems)[:LONGEST_TEXT], options)

    def _cell(self, row: int, column: int, at: int, marked: bool) -> None:
        kind, number, page = self.sheet.kinds[at], self.sheet.numbers[at], self.page
        look = self.looks.mark if marked else None
        if kind == EMPTY:
            if marked:
                page.write_blank(row, column, None, look)
        elif kind == NUMBER:
            if at in self.percents:
                look = self.looks.marked_percent if marked else self.looks.percent
            page.write_number(row, column, number, look)
        elif kind == BOOLEAN:
            page.write_boolean(row, column, bool(number), look)
        elif kind == DATE:
            year, rest = divmod(int(number), 10_000)
            page.write_string(row, column, f"{year:04}-{rest // 100:02}-{rest % 100:02}", look)
        else:
            page.write_string(row, column, clean(self.texts[int(number)]), look)


def _list(page, plan: dict, looks: _Looks) -> None:
    page.write_string(0, 0, clean(plan["title"]), looks.title)
    for column, heading in enumerate(plan["headings"]):
        page.write_string(2, column, clean(heading), looks.heading)
        page.set_column(column, column, 18 if column < 2 else 46)
    for row, texts in enumerate(listed(plan), 3):
        for column, text in enumerate(texts):
            page.write_string(row, column, clean(text), looks.text)
    page.freeze_panes(3, 0)
