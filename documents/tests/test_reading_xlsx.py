"""What is read from an .xlsx."""

from __future__ import annotations

import io
import random
from datetime import date

import openpyxl
import pytest
import xlsxwriter
from conftest import formats, formulas, sheet_xml, values
from outcomes_documents.reading import number_formats, read, xlsx_scan, xlsx_sheet

STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="&quot;£&quot;#,##0"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>'
)


def only_sheet(path):
    format_, sheets = read(path)
    assert format_ == "xlsx"
    assert len(sheets) == 1
    return sheets[0]


def test_every_kind_of_cell_is_read_where_it_stands(xlsx):
    rows = (
        '<row r="2"><c r="B2" t="inlineStr"><is><t>Who</t></is></c><c r="D2"><v>1.5</v></c></row>'
        '<row r="4"><c r="B4" t="b"><v>1</v></c><c r="C4" t="e"><v>#DIV/0!</v></c>'
        '<c r="D4" s="2"><v>45000</v></c></row>'
    )
    sheet = only_sheet(xlsx.book(rows, styles=STYLES))
    assert values(sheet) == [
        [None, None, None, None],
        [None, "Who", None, 1.5],
        [None, None, None, None],
        [None, True, "!#DIV/0!", (2023, 3, 15)],
    ]


def test_formats_that_decide_a_meaning_are_kept(xlsx):
    rows = (
        '<row r="1"><c r="A1" s="1"><v>0.25</v></c><c r="B1" s="3"><v>1200</v></c><c r="C1" s="2"><v>61</v></c></row>'
    )
    sheet = only_sheet(xlsx.book(rows, styles=STYLES))
    assert formats(sheet) == {(0, 0): "percent", (0, 1): "£", (0, 2): "date"}


# ECMA-376, part 1, 18.17.4.1: serial 1 is 1 January 1900, or 2 January 1904; 60 is the day that never was.
@pytest.mark.parametrize(
    ("serial", "in_1900", "in_1904"),
    [
        (1, (1900, 1, 1), (1904, 1, 2)),
        (59, (1900, 2, 28), (1904, 2, 29)),
        (60, (1900, 2, 28), (1904, 3, 1)),
        (61, (1900, 3, 1), (1904, 3, 2)),
        (45000.75, (2023, 3, 15), (2027, 3, 16)),
        (2958465, (9999, 12, 31), 2958465.0),
        (2958466, 2958466.0, 2958466.0),
        (-1, -1.0, -1.0),
        (0.5, 0.5, (1904, 1, 1)),
    ],
)
def test_dates_are_civil_dates_in_both_ways_of_counting(xlsx, serial, in_1900, in_1904):
    rows = f'<row r="1"><c r="A1" s="2"><v>{serial}</v></c></row>'
    assert values(only_sheet(xlsx.book(rows, styles=STYLES))) == [[in_1900]]
    book = xlsx.book(rows, styles=STYLES, settings='<workbookPr date1904="1"/>')
    assert values(only_sheet(book)) == [[in_1904]]


def test_a_formula_shows_what_it_came_to_and_says_where_it_never_did(xlsx):
    rows = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v></v></c>'
        '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    sheet = only_sheet(xlsx.book(rows))
    assert values(sheet) == [[2.0, "!formula without a value", "!formula without a value", None, "!#DIV/0!"]]
    assert formulas(sheet) == {(0, column) for column in range(5)}


def test_hidden_rows_columns_and_sheets_are_read_and_said(xlsx):
    parts = xlsx.parts("", "")
    parts["xl/worksheets/sheet1.xml"] = sheet_xml(
        '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="C2"><v>2</v></c></row>',
        before='<cols><col min="2" max="16384" width="9" hidden="1"/></cols>',
        after='<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
    )
    parts["xl/worksheets/sheet2.xml"] = sheet_xml('<row r="1"><c r="A1"><v>3</v></c></row>')
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace('sheetId="2"', 'sheetId="2" state="veryHidden"')
    _, (first, second) = read(xlsx.write(parts))
    assert (first.hidden, second.hidden) == (False, True)
    assert first.hidden_rows == [0]
    assert first.hidden_columns == [1, 2]
    assert first.merged == [(0, 0, 1, 1)]
    assert first.header()["hiddenColumns"] == [[1, 2]]
    assert values(second) == [[3.0]]


def test_numbers_that_no_cell_can_show_are_errors(xlsx):
    rows = '<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>1e999</v></c><c r="C1"><v>-1e999</v></c></row>'
    assert values(only_sheet(xlsx.book(rows))) == [["!NaN", "!Infinity", "!-Infinity"]]


def test_cells_without_an_address_stand_beside_each_other(xlsx):
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    assert values(only_sheet(xlsx.book(rows))) == [[1.0, 2.0], [3.0, None]]


def test_a_column_coloured_to_the_last_row_makes_no_large_sheet(xlsx):
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>' + "".join(
        f'<row r="{row}"><c r="XFD{row}" s="1"/></row>' for row in range(2, 1_048_577, 5_000)
    )
    sheet = only_sheet(xlsx.book(rows, styles=STYLES))
    assert (sheet.row_count, sheet.column_count) == (1, 1)


def test_a_false_dimension_is_not_believed(xlsx):
    parts = xlsx.parts("")
    parts["xl/worksheets/sheet1.xml"] = sheet_xml(
        "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(1, 11)),
        before='<dimension ref="A1:XFD10000000"/>',
    )
    sheet = only_sheet(xlsx.write(parts))
    assert (sheet.row_count, sheet.column_count) == (10, 1)


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        ("0%", "percent"),
        ("0.0 %;-0.0 %", "percent"),
        ('0.0"%"', None),  # only looks like one: 25 is shown as 25%
        ("dd/mm/yyyy", "date"),
        ("[$-809]d mmmm yyyy", "date"),
        ("[h]:mm", None),
        ('"£"#,##0.00', "£"),
        ("[$£-809]#,##0", "£"),
        ("[$USD] #,##0", "USD"),
        ('_-* #,##0.00\\ "€"_-', "€"),
        ('#,##0 "CHF"', "CHF"),
        ("$#,##0_);($#,##0)", "$"),
        ("#,##0.00", None),
        ("General", None),
        ('0 "people"', None),
        ("[Red]0", None),
        ("@", None),
    ],
)
def test_a_format_code_says_what_its_number_means(code, meaning):
    assert number_formats.meaning(164, code) == meaning


def random_book(seed: int) -> bytes:
    """A workbook as XlsxWriter writes it, with a little of everything."""
    chance = random.Random(seed)  # noqa: S311 - the same books every time
    output = io.BytesIO()
    book = xlsxwriter.Workbook(output)
    sheet = book.add_worksheet()
    looks = [None, *(book.add_format({"num_format": code}) for code in ("0%", "dd/mm/yyyy", "£#,##0", "0.0"))]
    for row in range(chance.randrange(1, 120)):
        if chance.random() < 0.1:
            sheet.set_row(row, None, None, {"hidden": True})
        for column in range(chance.randrange(0, 40)):
            look = chance.choice(looks)
            what = chance.randrange(8)
            if what == 0:
                sheet.write_string(row, column, chance.choice(["Yes", "No", "<&>", "£5", "=1+1"]), look)
            elif what == 1:
                sheet.write_formula(row, column, "=1+1", look, chance.choice([2, "", "two"]))
            elif what == 2:
                sheet.write_formula(row, column, "=1/0", look, "#DIV/0!")
            elif what == 3:
                sheet.write_blank(row, column, None, looks[1])
            elif what == 4:
                sheet.write_boolean(row, column, True, look)
            else:
                sheet.write_number(row, column, chance.choice([0, 1, 45000, 0.25, 61]), look)
    sheet.set_column(1, 1, None, None, {"hidden": True})
    sheet.merge_range(200, 0, 201, 3, "note")
    book.close()
    return output.getvalue()


@pytest.mark.parametrize("seed", range(40))
def test_the_quick_way_finds_the_same_facts_as_the_precise_one(tmp_path, seed):
    path = tmp_path / "book.xlsx"
    path.write_bytes(random_book(seed))
    with SheetSource(path) as (content, styles):
        precise = xlsx_sheet.walk([content], "sheet1.xml", styles)
        pieces = [content[start : start + 997] for start in range(0, len(content), 997)]
        quick = xlsx_scan.scan(pieces, "sheet1.xml", styles)
    assert quick is not None
    assert quick.column_count >= precise.column_count
    assert quick.row_count >= precise.row_count
    for name in ("serials", "formulas", "never_worked_out", "errors", "hidden_rows", "hidden_columns", "merged"):
        assert sorted(getattr(quick, name)) == sorted(getattr(precise, name)), name
    # The quick way also keeps the formats of cells that hold nothing: they change no meaning.
    assert set(precise.formats) <= set(quick.formats)


class SheetSource:
    def __init__(self, path) -> None:
        self.path = path

    def __enter__(self):
        from outcomes_documents.reading import xlsx
        from outcomes_documents.reading.archive import Archive

        with Archive(str(self.path)) as archive:
            book = xlsx._Book(archive)
            return archive.read(book.sheets[0][2], 10_000_000), book.formats

    def __exit__(self, *_: object) -> None:
        pass


@pytest.mark.parametrize("seed", range(10))
def test_values_are_those_that_openpyxl_reads(tmp_path, seed):
    path = tmp_path / "book.xlsx"
    path.write_bytes(random_book(seed))
    ours = values(only_sheet(str(path)))
    theirs = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    for row in theirs.iter_rows():
        for cell in row:
            if type(cell).__name__ == "MergedCell":
                continue
            is_inside = cell.row <= len(ours) and cell.column <= len(ours[0])
            found = ours[cell.row - 1][cell.column - 1] if is_inside else None
            expected = cell.value
            if cell.data_type == "e":
                expected = "!" + expected
            elif cell.is_date and expected is not None:
                expected = (expected.year, expected.month, expected.day) if isinstance(expected, date) else found
            elif found == "!formula without a value":
                # XlsxWriter leaves the value out where it is given none.
                found = None
            assert found == expected, cell.coordinate
