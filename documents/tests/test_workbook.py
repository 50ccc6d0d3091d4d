"""Workbooks that we write."""

from __future__ import annotations

import datetime
import io
import zipfile
from array import array

import openpyxl
import pytest
from outcomes_documents import workbook
from outcomes_documents.problem import BadRequest
from outcomes_documents.styles import STYLES


def sheet(cells: list[dict], **more) -> dict:
    cells = [{"style": "plain", "format": "General", **cell} for cell in cells]
    plain = {
        "name": "Figures", "hidden": False, "widths": [], "blocks": [], "merged": [], "choices": [], "frozen": [0, 0],
        "repeatedRows": 0, "landscape": False, "printedColumns": None, "heights": [],
    }  # fmt: skip
    return {**plain, "cells": cells, **more}


def plan(*sheets: dict, **more) -> dict:
    return {
        "title": "Account", "author": "Acme", "language": "en", "date": "2026-03-31", "names": [],
        "sheets": list(sheets), **more,
    }  # fmt: skip


def written(header: dict, parts: list[bytes] | None = None) -> bytes:
    return workbook.write(header, parts or [])[1][0]


def opened(content: bytes, values: bool = False):
    return openpyxl.load_workbook(io.BytesIO(content), data_only=values)


CELLS = [
    {"at": [0, 0], "text": "What it is worth", "style": "title"},
    {"at": [1, 0], "number": 1200.5, "format": "[$£]#,##0.00", "style": "input", "comment": "From the map"},
    {"at": [1, 1], "formula": "A2*2", "value": 2401.0, "style": "result"},
    {"at": [1, 2], "formula": 'IF(A2>1,"yes","no")', "value": "yes"},
    {"at": [2, 0], "boolean": True},
    {"at": [2, 1], "date": [2026, 3, 31], "format": "d mmmm yyyy"},
    {"at": [2, 2], "text": "Verify", "address": "https://example.org/"},
    {"at": [3, 0], "style": "note"},
]


def test_cells_hold_what_was_planned_and_formulas_their_value():
    content = written(plan(sheet(CELLS)))
    page, shown = opened(content).active, opened(content, values=True).active
    assert page["A1"].value == "What it is worth"
    assert page["A2"].value == 1200.5
    assert page["A2"].number_format == "[$£]#,##0.00"
    assert page["A2"].comment.text == "From the map"
    assert page["B2"].value == "=A2*2"
    assert (shown["B2"].value, shown["C2"].value) == (2401, "yes")
    assert page["A3"].value is True
    assert page["B3"].value == datetime.datetime(2026, 3, 31)
    assert page["B3"].number_format == "[$-809]d mmmm yyyy"
    assert page["C3"].hyperlink.target == "https://example.org/"


def test_what_is_printed_fits_the_width_of_a_page():
    page = opened(written(plan(sheet(CELLS, printedColumns=2)))).active
    assert page.print_area == "'Figures'!$A$1:$B$4"
    assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("portrait", 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert opened(written(plan(sheet(CELLS)))).active.print_area == ""


def test_dates_are_spelt_in_the_workbooks_language():
    page = opened(written(plan(sheet(CELLS), language="cy"))).active
    assert page["B3"].number_format == "[$-452]d mmmm yyyy"


@pytest.mark.parametrize(
    "text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "{=1}", "https://example.org", "'x", "12"]
)
def test_what_people_typed_stays_text(text):
    page = opened(written(plan(sheet([{"at": [0, 0], "text": text}])))).active
    assert (page["A1"].data_type, page["A1"].value) == ("s", text)
    assert page["A1"].hyperlink is None


@pytest.mark.parametrize("formula", ["cmd|' /C calc'!A0", 'WEBSERVICE("http://x")', "CALL(1)", 'DDE("a","b","c")'])
def test_a_formula_that_reaches_out_is_refused(formula):
    with pytest.raises(BadRequest):
        written(plan(sheet([{"at": [0, 0], "formula": formula, "value": 0}])))


def test_a_formula_may_hold_a_bar_in_quotation_marks():
    page = opened(written(plan(sheet([{"at": [0, 0], "formula": "\"a|b\"&'C|D'!A1", "value": "x"}])))).active
    assert page["A1"].value == "=\"a|b\"&'C|D'!A1"


def test_the_same_plan_gives_the_same_bytes(monkeypatch):
    first = written(plan(sheet(CELLS)))
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert written(plan(sheet(CELLS))) == first
    properties = zipfile.ZipFile(io.BytesIO(first)).read("docProps/core.xml").decode()
    assert properties.count("2026-03-31T00:00:00Z") == 2


def block_parts(values: list[float], texts: list[str]) -> list[bytes]:
    blob = "".join(texts).encode()
    ends, length = array("I"), 0
    for text in texts:
        length += len(text.encode())
        ends.append(length)
    return [array("d", values).tobytes(), ends.tobytes(), blob]


@pytest.mark.parametrize("count", [3, 6_000])
def test_blocks_fill_their_columns_and_leave_blanks(count):
    values = [float(number) for number in range(count)]
    values[1] = float("nan")
    texts = ["=Siân"] * count
    texts[2] = ""
    blocks = [
        {"row": 1, "column": 0, "kind": "numbers", "style": "plain", "format": "0.0"},
        {"row": 1, "column": 1, "kind": "texts", "style": "text", "format": "General"},
    ]
    cells = [{"at": [0, 0], "text": "Score", "style": "heading"}, {"at": [count + 1, 0], "formula": "1+1", "value": 2}]
    page = opened(written(plan(sheet(cells, blocks=blocks, frozen=[1, 0])), block_parts(values, texts))).active
    assert [page.cell(row, 1).value for row in range(1, 5)] == ["Score", 0, None, 2]
    assert [page.cell(row, 2).value for row in range(2, 5)] == ["=Siân", "=Siân", None]
    assert page.cell(count + 1, 1).value == count - 1
    assert page.cell(count + 2, 1).value == "=1+1"
    assert page.freeze_panes == "A2"


def test_a_row_is_as_high_as_its_wrapped_texts_need():
    long = "What it is worth to those who changed. " * 4
    cells = [{"at": [row, 0], "text": long, "style": style} for row, style in enumerate(["text", "title", "text"])]
    page = opened(written(plan(sheet(cells, widths=[40, 160], merged=[[2, 0, 2, 1]])))).active
    # 156 letters in a column of 40 take at least four lines of 15 points.
    assert page.row_dimensions[1].height >= 60
    # A title runs on over its neighbours, and merged cells have room for all of it.
    assert page.row_dimensions[2].height is None
    assert page.row_dimensions[3].height is None


def test_sheets_are_set_up_for_reading_and_print():
    page = sheet(
        CELLS,
        widths=[30, 12.5],
        merged=[[0, 0, 0, 2]],
        choices=[{"area": [4, 0, 9, 0], "values": ["during", "after"], "title": "Start", "message": "When it begins"}],
        repeatedRows=1,
        landscape=True,
        heights=[[0, 40]],
    )
    hidden = sheet([{"at": [0, 0], "number": 1.0}], name="Notes", hidden=True)
    book = opened(written(plan(page, hidden, names=[{"name": "worth", "refersTo": "'Figures'!$B$2"}])))
    first = book["Figures"]
    assert first.column_dimensions["A"].width == pytest.approx(30, abs=1)
    assert [str(area) for area in first.merged_cells.ranges] == ["A1:C1"]
    assert first["A1"].value == "What it is worth"
    assert first.data_validations.dataValidation[0].formula1 == '"during,after"'
    assert first.print_title_rows == "$1:$1"
    assert first.page_setup.orientation == "landscape"
    assert first.row_dimensions[1].height == pytest.approx(40, abs=0.5)
    assert book["Notes"].sheet_state == "hidden"
    assert book.defined_names["worth"].attr_text == "Figures!$B$2" or "$B$2" in book.defined_names["worth"].attr_text


@pytest.mark.parametrize(
    "change",
    [
        {"sheets": [sheet([{"at": [0, 0], "style": "loud"}])]},
        {"sheets": [sheet([]), sheet([])]},
        {"sheets": [sheet([{"at": [0, 0], "text": "x", "address": "javascript:alert(1)"}])]},
        {"date": "yesterday"},
        {"names": [{"name": "1 bad", "refersTo": "Figures!$A$1"}]},
        {"sheets": [sheet([], choices=[{"area": [0, 0, 1, 0], "values": ["x" * 300]}])]},
        {"sheets": [sheet([], blocks=[{"row": 0, "column": 0, "kind": "texts", "style": "plain", "format": "0"}])]},
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_a_plan_that_makes_no_workbook_is_refused(change):
    with pytest.raises(BadRequest):
        written({**plan(sheet([])), **change})


def test_every_style_can_be_written():
    cells = [{"at": [row, 0], "text": name, "style": name} for row, name in enumerate(STYLES)]
    assert opened(written(plan(sheet(cells)))).active.max_row == len(STYLES)
