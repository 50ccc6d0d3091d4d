"""One value map in every form that people keep it in: the figures are the same."""

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
import workbooks
from guide import worth

# What the good workbook comes to, by hand.
ROWS = [
    {"quantity": 24, "proxy": 520, "deadweight": 0.2, "attribution": 0.25, "dropOff": 0.3, "duration": 2},
    {"quantity": 18, "proxy": 210, "deadweight": 0.1, "attribution": 0.15},
]
PRESENT_VALUE = sum(worth(row, 0.035, "endOfYear")[1] for row in ROWS)


def separated(separator: str, rows: workbooks.Sheet = workbooks.VALUE_MAP) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows([["" if cell is None else cell for cell in row] for row in rows])
    return text.getvalue()


def as_text(path: Path, separator: str, encoding: str) -> Path:
    path.write_bytes(separated(separator).encode(encoding))
    return path


def worked_out(outcomes, workbook: Path, out: Path) -> float:
    answer = outcomes("account", workbook, "--out", out, "--currency", "GBP")
    assert answer.status == 0, answer.err
    figures = {figure["id"]: figure for figure in json.loads((out / "account.json").read_text())["figures"]}
    assert figures["presentValue"]["unit"] == "GBP"
    return figures["presentValue"]["value"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_text_in_every_encoding_and_separator(outcomes, tmp_path, encoding, separator) -> None:
    workbook = as_text(tmp_path / "map.csv", separator, encoding)
    assert worked_out(outcomes, workbook, tmp_path / "out") == pytest.approx(PRESENT_VALUE, abs=0.0051)
    assert "Goes to the café more" in (tmp_path / "out" / "account.html").read_text()


def test_excel(outcomes, tmp_path) -> None:
    workbook = workbooks.good(tmp_path / "map.xlsx")
    assert worked_out(outcomes, workbook, tmp_path / "out") == pytest.approx(PRESENT_VALUE, abs=0.0051)


def test_open_document(outcomes, tmp_path) -> None:
    workbook = workbooks.good(tmp_path / "map.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [shutil.which("soffice"), "--headless", profile, "--convert-to", "ods", "--outdir", tmp_path, workbook]
    subprocess.run(command, check=True, capture_output=True, timeout=120, stdin=subprocess.DEVNULL)
    assert worked_out(outcomes, tmp_path / "map.ods", tmp_path / "out") == pytest.approx(PRESENT_VALUE, abs=0.0051)


def test_rearranged_columns_blank_rows_and_a_title_change_nothing(outcomes, tmp_path) -> None:
    turned = [list(reversed(row)) for row in workbooks.VALUE_MAP]
    spread = [["Our value map"], [], *turned[:2], [], *turned[2:]]
    workbook = workbooks.write(tmp_path / "map.xlsx", {"Sheet1": spread, "Notes": [["Nothing to see here"]]})
    assert worked_out(outcomes, workbook, tmp_path / "out") == pytest.approx(PRESENT_VALUE, abs=0.0051)


def test_numbers_as_people_write_them(outcomes, tmp_path) -> None:
    rows = [list(row) for row in workbooks.VALUE_MAP]
    rows[1][6], rows[1][9], rows[1][11], rows[1][12], rows[2][6], rows[3][2] = (
        "£520",
        "20 %",
        "25%",
        "30 %",
        "£210.00",
        "9k",
    )
    rows[2][9], rows[2][11], rows[2][12], rows[1][10], rows[2][10] = "10 %", "15 %", "0 %", "0 %", "n/a"
    workbook = workbooks.write(tmp_path / "map.xlsx", {"Value map": rows})
    assert worked_out(outcomes, workbook, tmp_path / "out") == pytest.approx(PRESENT_VALUE, abs=0.0051)


def test_a_row_of_totals_is_not_counted_twice(outcomes, tmp_path) -> None:
    total = ["Total", None, 9000, None, 42, None, 730, None, None, None, None, None, None]
    workbook = workbooks.write(tmp_path / "map.xlsx", {"Value map": [*workbooks.VALUE_MAP, total]})
    assert worked_out(outcomes, workbook, tmp_path / "out") == pytest.approx(PRESENT_VALUE, abs=0.0051)
