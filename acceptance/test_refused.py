"""Workbooks that can't be taken: each is refused whole, soon and cheaply, with every reason, its place and its mend."""

import json
from functools import partial
from pathlib import Path

import openpyxl
import pytest
import workbooks
from conftest import Answer, Outcomes

LONGEST = 5.0
MOST = 600_000_000


@pytest.fixture(scope="module")
def outcomes(outcomes) -> Outcomes:
    """The command, with an eye on its memory."""
    return partial(outcomes, is_watched=True)


def refused(answer: Answer, out: Path) -> list[dict]:
    """The problems of a refused workbook, after a look at what holds for every refusal."""
    assert answer.status == 2, answer.err
    assert answer.seconds < LONGEST
    assert answer.memory is not None and answer.memory < MOST
    assert sorted(path.name for path in out.iterdir() if path.name.startswith("account")) == []
    problems = json.loads((out / "problems.json").read_text())["problems"]
    assert problems
    lines = answer.err.splitlines()
    assert len(lines) >= len(problems)
    assert not any("\x1b" in line or "\x00" in line for line in lines)
    for problem in problems:
        assert problem["code"]
        assert problem["expected"]
        assert problem["mend"]
    return problems


@pytest.mark.parametrize(
    "make",
    [
        workbooks.not_a_workbook,
        workbooks.empty_file,
        workbooks.encrypted,
        workbooks.zip_bomb,
        workbooks.entity_bomb,
        workbooks.one_cell_at_the_far_corner,
        workbooks.ten_cells_and_ten_million_rows,
        workbooks.two_hundred_megabytes,
    ],
)
@pytest.mark.parametrize("suffix", [".xlsx"])
def test_a_file_that_is_no_fair_workbook_gets_its_sentence(outcomes, tmp_path, make, suffix) -> None:
    workbook = make(tmp_path / f"bad{suffix}")
    problems = refused(outcomes("account", workbook, "--out", tmp_path / "out"), tmp_path / "out")
    assert len(problems) == 1
    assert problems[0]["sheet"] is None or problems[0]["sheet"] in ("Value map", "Sheet1")


CELLS = [
    (workbooks.QUANTITY, -3, "E2"),
    (workbooks.QUANTITY, "NaN", "E2"),
    (workbooks.QUANTITY, "lots", "E2"),
    (workbooks.PROXY, "1e999", "G2"),
    (workbooks.PROXY, "unknown", "G2"),
    (workbooks.DURATION, 0, "I2"),
    (workbooks.DURATION, 1000, "I2"),
    (workbooks.DEADWEIGHT, 130, "J2"),
    (workbooks.DEADWEIGHT, -5, "J2"),
]


@pytest.mark.parametrize(("cell", "value", "address"), CELLS)
def test_a_cell_that_cannot_be_is_named(outcomes, tmp_path, cell, value, address) -> None:
    workbook = workbooks.changed(tmp_path / "bad.xlsx", cell, value)
    answer = outcomes("account", workbook, "--out", tmp_path / "out")
    problems = refused(answer, tmp_path / "out")
    assert [(problem["sheet"], problem["cell"]) for problem in problems] == [("Value map", address)]
    assert address in answer.err
    assert (tmp_path / "out" / "marked.xlsx").stat().st_size > 0


@pytest.mark.parametrize(
    ("rows", "addresses"),
    [
        ([["P-01", "2025-04-07", "North", 7, 5], ["P-01", "2025-04-07", "North", 6, 5]], {"A2", "A3"}),
        ([["P-01", "1900-01-01", "North", 7, 5]], {"B2"}),
        ([["P-01", "2999-01-01", "North", 7, 5]], {"B2"}),
        ([["P-01", "2025-04-07", "North", "seven", 5]], {"D2"}),
    ],
)
def test_a_row_of_a_person_that_cannot_be_is_named(outcomes, tmp_path, rows, addresses) -> None:
    more = [row for row in workbooks.PARTICIPANTS[1:] if row[0] != "P-01"]
    workbook = workbooks.with_participants(tmp_path / "bad.xlsx", [*rows, *more])
    problems = refused(outcomes("account", workbook, "--out", tmp_path / "out"), tmp_path / "out")
    assert {problem["cell"] for problem in problems} & addresses
    assert {problem["sheet"] for problem in problems} == {"Participants"}


def test_every_problem_is_said_at_once(outcomes, tmp_path) -> None:
    rows = [list(row) for row in workbooks.VALUE_MAP]
    for (row, column), value in [(workbooks.QUANTITY, -3), (workbooks.DEADWEIGHT, 130), (workbooks.PROXY, "NaN")]:
        rows[row][column] = value
    workbook = workbooks.write(tmp_path / "bad.xlsx", {"Value map": rows, "Participants": workbooks.PARTICIPANTS})
    problems = refused(outcomes("account", workbook, "--out", tmp_path / "out"), tmp_path / "out")
    assert {problem["cell"] for problem in problems} == {"E2", "G2", "J2"}


@pytest.mark.parametrize(
    ("make", "code", "sentence"),
    [
        (workbooks.needing_much_memory, "FILE-024", "more than 268 MB of memory"),
        (workbooks.needing_much_work, "FILE-025", "more than 4 seconds of work"),
    ],
)
def test_a_file_that_is_too_much_work_or_memory_is_refused(
    outcomes, tmp_path, monkeypatch, make, code, sentence
) -> None:
    monkeypatch.setenv("OUTCOMES_WORKER_MEMORY", "256 MiB")
    workbook = make(tmp_path / "much.xlsx")
    answer = outcomes("account", workbook, "--out", tmp_path / "out")
    assert answer.status == 2, answer.err
    assert sentence in answer.err
    (problem,) = json.loads((tmp_path / "out" / "problems.json").read_text())["problems"]
    assert (problem["code"], problem["cell"]) == (code, None)
    assert answer.memory is not None and answer.memory < MOST


def test_figures_that_no_account_can_hold_are_named(outcomes, tmp_path) -> None:
    rows = [list(row) for row in workbooks.VALUE_MAP]
    for (row, column), value in [(workbooks.QUANTITY, 900_000_000), (workbooks.PROXY, 999_999_999)]:
        rows[row][column] = value
    workbook = workbooks.write(tmp_path / "large.xlsx", {"Value map": rows})
    problems = refused(outcomes("account", workbook, "--out", tmp_path / "out"), tmp_path / "out")
    assert [problem["cell"] for problem in problems] == ["G2"]
    assert (tmp_path / "out" / "marked.xlsx").stat().st_size > 0


def test_a_file_that_is_not_there_is_said_in_words(outcomes, tmp_path) -> None:
    answer = outcomes("account", tmp_path / "nothing.xlsx", "--out", tmp_path / "out")
    assert answer.status == 2
    assert "could not open this file" in answer.err


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "bell \x07 and escape \x1b[31m"])
def test_a_text_that_means_harm_does_none(outcomes, tmp_path, text) -> None:
    """Text that a spreadsheet would run as a formula, or a terminal as a command, stays text wherever it is written."""
    workbook = workbooks.changed(tmp_path / "odd.xlsx", workbooks.OUTCOME, text)
    answer = outcomes("account", workbook, "--out", tmp_path / "out")
    assert answer.status in (0, 2)
    assert "\x1b" not in answer.out + answer.err
    for file in (tmp_path / "out").rglob("*.xlsx"):
        for sheet in openpyxl.load_workbook(file):
            for row in sheet.iter_rows():
                for cell in row:
                    harmful = cell.data_type == "f" and any(
                        word in str(cell.value) for word in ["cmd", "SUM(1)", "+1+1"]
                    )
                    assert not harmful, f"{file.name} {sheet.title}!{cell.coordinate}: {cell.value}"
