"""What is read from an .ods."""

from __future__ import annotations

import pytest
from conftest import formats, formulas, values
from outcomes_documents.problem import Refusal
from outcomes_documents.reading import read


def table(rows: str, columns: str = "", name: str = "People", style: str = "") -> str:
    return f'<table:table table:name="{name}" {style}>{columns}{rows}</table:table>'


def cell(kind: str, more: str, text: str = "") -> str:
    paragraph = f"<text:p>{text}</text:p>" if text else ""
    return f'<table:table-cell office:value-type="{kind}" {more}>{paragraph}</table:table-cell>'


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def only_sheet(path):
    format_, sheets = read(path)
    assert format_ == "ods"
    return sheets[0]


def test_every_kind_of_cell_is_read(ods):
    sheet = only_sheet(
        ods(
            table(
                row(
                    cell("float", 'office:value="1.5"', "1.50"),
                    cell("string", "", "Who"),
                    cell("boolean", 'office:boolean-value="true"', "TRUE"),
                    cell("date", 'office:date-value="2026-03-31T10:00:00"', "31/03/26"),
                    cell("percentage", 'office:value="0.25"', "25%"),
                    cell("currency", 'office:value="1200" office:currency="GBP"', "£1,200"),
                    cell("time", 'office:time-value="PT36H00M00S"', "36:00"),
                )
            )
        )
    )
    assert values(sheet) == [[1.5, "Who", True, (2026, 3, 31), 0.25, 1200.0, 1.5]]
    assert formats(sheet) == {(0, 3): "date", (0, 4): "percent", (0, 5): "GBP"}


def test_a_currency_without_a_code_is_told_by_its_style(ods):
    styles = (
        '<number:currency-style style:name="N1"><number:currency-symbol>£</number:currency-symbol>'
        '</number:currency-style><style:style style:name="ce1" style:data-style-name="N1"/>'
    )
    sheet = only_sheet(ods(table(row(cell("currency", 'office:value="5" table:style-name="ce1"'))), styles))
    assert formats(sheet) == {(0, 0): "£"}


def test_repeated_cells_and_rows_stand_where_they_are_repeated(ods):
    blank = '<table:table-cell table:number-columns-repeated="2"/>'
    two = '<table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="2"/>'
    rows = row(blank, two, more='table:number-rows-repeated="2"') + row(
        '<table:table-cell table:number-columns-repeated="16384"/>', more='table:number-rows-repeated="1048574"'
    )
    assert values(only_sheet(ods(table(rows)))) == [[None, None, 7.0, 7.0]] * 2


def test_a_formula_shows_what_it_came_to_and_says_where_it_never_did(ods):
    sheet = only_sheet(
        ods(
            table(
                row(
                    cell("float", 'table:formula="of:=1+1" office:value="2"', "2"),
                    '<table:table-cell table:formula="of:=1+1"/>',
                    cell("string", 'table:formula="of:=1/0" office:string-value=""', "#DIV/0!"),
                    cell("float", 'table:formula="of:=foo" office:value="0"', "Err:508"),
                )
            )
        )
    )
    assert values(sheet) == [[2.0, "!formula without a value", "!#DIV/0!", "!Err:508"]]
    assert formulas(sheet) == {(0, 0), (0, 1), (0, 2), (0, 3)}


def test_hidden_rows_columns_and_sheets_are_read_and_said(ods):
    styles = (
        '<style:style style:name="ta1"><style:table-properties table:display="true"/></style:style>'
        '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    )
    one = cell("float", 'office:value="1"')
    columns = '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="9"/>'
    first = table(row(one, more='table:visibility="filter"') + row(one, one), columns, style='table:style-name="ta1"')
    second = table(row(one), name="More", style='table:style-name="ta2"')
    _, sheets = read(ods(first + second, styles))
    assert [sheet.hidden for sheet in sheets] == [False, True]
    assert sheets[0].hidden_rows == [0]
    assert sheets[0].hidden_columns == [1]


def test_text_is_read_with_its_lines_and_spaces_and_without_notes(ods):
    text = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>not this</text:p></office:annotation>'
        '<text:p>one<text:s text:c="2"/>two</text:p><text:p>three<text:line-break/>four</text:p></table:table-cell>'
    )
    assert values(only_sheet(ods(table(row(text))))) == [["one  two\nthree\nfour"]]


def test_merged_cells_are_said_and_what_lies_under_them_is_left_out(ods):
    merged = (
        '<table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="1">'
        "<text:p>wide</text:p></table:table-cell><table:covered-table-cell/>"
    )
    sheet = only_sheet(ods(table(row(merged, cell("float", 'office:value="3"')))))
    assert sheet.merged == [(0, 0, 0, 1)]
    assert values(sheet) == [["wide", None, 3.0]]


def test_a_sheet_locked_with_a_password_is_refused(ods):
    manifest = {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    with pytest.raises(Refusal) as refusal:
        read(ods(table(row(cell("string", "", "x"))), more=manifest))
    assert refusal.value.reason == "encrypted"


def test_a_cell_repeated_a_million_times_is_refused_by_its_address(ods):
    far = cell("float", 'office:value="1" table:number-columns-repeated="16384"')
    with pytest.raises(Refusal) as refusal:
        read(ods(table(row(far, more='table:number-rows-repeated="1048576"'))))
    assert refusal.value.reason == "farCell"
    assert refusal.value.parts["sheet"] == "People"
