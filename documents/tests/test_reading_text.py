"""What is read from a .csv."""

from __future__ import annotations

import pytest
from conftest import values
from outcomes_documents.problem import Refusal
from outcomes_documents.reading import read

ROWS = [["Person", "What changed?"], ["Siân", "£1,200 a year; “better”"], ["Zoë", "two\nlines"]]


def written(separator: str, end: str = "\r\n") -> str:
    return end.join(separator.join('"' + cell + '"' for cell in row) for row in ROWS) + end


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_separator_gives_the_same_cells(tmp_path, separator, encoding, end):
    path = tmp_path / "people.csv"
    path.write_bytes(written(separator, end).encode(encoding))
    format_, (sheet,) = read(str(path))
    assert format_ == "csv"
    assert values(sheet) == ROWS


def sheet_of(tmp_path, text: str | bytes):
    path = tmp_path / "people.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return values(read(str(path))[1][0])


def test_commas_in_sentences_do_not_outvote_the_separator(tmp_path):
    text = "Who changes?;What changed?\nA, B;yes, they did, in time\nC;no\n"
    assert sheet_of(tmp_path, text)[1] == ["A, B", "yes, they did, in time"]


def test_decimal_commas_do_not_outvote_the_separator(tmp_path):
    assert sheet_of(tmp_path, "Name;Before;After\nA;1,5;2,5\nB;2,5;3,0\n")[1] == ["A", "1,5", "2,5"]


def test_a_line_that_names_the_separator_is_obeyed_and_left_out(tmp_path):
    assert sheet_of(tmp_path, "sep=;\na;b,c\n") == [["a", "b,c"]]


def test_rows_of_different_lengths_are_filled_up(tmp_path):
    assert sheet_of(tmp_path, "a,b,c\n1\n\n2,3\n") == [
        ["a", "b", "c"],
        ["1", None, None],
        [None, None, None],
        ["2", "3", None],
    ]


def test_doubled_quotation_marks_are_one(tmp_path):
    assert sheet_of(tmp_path, 'a,b\n"say ""so""",2\n')[1] == ['say "so"', "2"]


def test_one_column_is_a_sheet_too(tmp_path):
    assert sheet_of(tmp_path, "Person\nA\nB\n") == [["Person"], ["A"], ["B"]]


def test_formulas_in_text_stay_text(tmp_path):
    assert sheet_of(tmp_path, "a,b\n=cmd|' /C calc'!A0,+1\n")[1] == ["=cmd|' /C calc'!A0", "+1"]


def test_a_value_that_is_wrapped_to_be_kept_as_it_is_is_unwrapped(tmp_path):
    text = 'Code,Number\n="007",="20"\n"=""008""",=A1&""\n'
    assert sheet_of(tmp_path, text)[1:] == [["007", "20"], ["008", '=A1&""']]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'a,b\n"never closed' + b"x" * 40_000, "longText"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "unknownEncoding"),
        (bytes(range(256)) * 20, "notAWorkbook"),
        (b"\xff\xfea", "unknownEncoding"),
        (b"\n\n\n", "noSheets"),
        (b"," * 30_000, "noSheets"),
        (b"a" + b",x" * 20_000, "tooManyCells"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path, content, reason):
    with pytest.raises(Refusal) as refusal:
        sheet_of(tmp_path, content)
    assert refusal.value.reason == reason
