"""Reads .csv: text in UTF-8, UTF-16 or Windows-1252, separated by comma, semicolon or tab (RFC 4180)."""

from __future__ import annotations

import csv
import io
from itertools import islice

from ..problem import Refusal
from .limits import LONGEST_TEXT, MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from .sheet import ReadSheet

SEPARATORS = ",;\t"
_SAMPLE_ROWS = 200


def read(path: str) -> list[ReadSheet]:
    with open(path, "rb") as file:
        text = decoded(file.read())
    separator, text = separator_of(text)
    name = "CSV"
    width, height = _size(text, separator, name)
    sheet = ReadSheet(name, False, width)
    if width and height:
        sheet.append_rows(islice(_rows(text, separator, name), height))
        sheet.check_texts()
    return [sheet]


def decoded(content: bytes) -> str:
    """The text, by its byte order mark, else as UTF-8, else as UTF-16 by its zeros, else as Windows-1252."""
    if content.startswith(b"\xef\xbb\xbf"):
        return _decode(content[3:], "utf-8")
    if content.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        raise Refusal("unknownEncoding")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decode(content, "utf-16")
    zeros = content[:4000].count(0)
    if zeros:
        return _without_mark(content, zeros)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(content)


def _decode(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Refusal("unknownEncoding") from None


def _without_mark(content: bytes, zeros: int) -> str:
    """UTF-16 without a mark: in Western text nearly every second byte is zero, always on the same side."""
    start = content[:4000]
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        side = start[offset::2].count(0)
        if side == zeros and side > len(start) // 4 and len(content) % 2 == 0:
            return _decode(content, encoding)
    raise Refusal("notAWorkbook")


def _windows(content: bytes) -> str:
    """Windows-1252, unless the bytes are no text at all: text has no control characters but a few."""
    control = sum(content.count(byte) for byte in range(32) if byte not in (9, 10, 12, 13, 26))
    if control > len(content) // 1000:
        raise Refusal("notAWorkbook")
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise Refusal("unknownEncoding") from None


def separator_of(text: str) -> tuple[str, str]:
    """The separator, and the text without the line by which Excel names it (`sep=;`)."""
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.rstrip("\r")) == 5 and first[4] in SEPARATORS:
        return first[4], rest
    best = max(SEPARATORS, key=lambda separator: _consistency(text, separator))
    return best, text


def _consistency(text: str, separator: str) -> tuple[float, int]:
    """How well a separator cuts the first rows into as many columns each: the share of rows times the columns."""
    sample = text[:200_000]
    widths: dict[int, int] = {}
    try:
        rows = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
        for row in islice(rows, _SAMPLE_ROWS):
            filled = len(row)
            if filled and any(row):
                widths[filled] = widths.get(filled, 0) + 1
    except csv.Error:
        return 0.0, 0
    widths.pop(1, None)
    if not widths:
        return 0.0, 0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return count / max(1, sum(widths.values())) * min(count, 20), width


def _rows(text: str, separator: str, sheet: str):
    csv.field_size_limit(max(len(text), LONGEST_TEXT) + 1)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    # `="007"` is how some exports keep a code or a number as it is written.
    is_wrapped = '="' in text
    try:
        for row in reader:
            yield [_unwrapped(cell) for cell in row] if is_wrapped else row
    except csv.Error:
        raise Refusal("damaged", part=f"line {reader.line_num}") from None


def _unwrapped(cell: str) -> str:
    inside = cell[2:-1]
    return inside if cell.startswith('="') and cell.endswith('"') and len(cell) > 3 and '"' not in inside else cell


def _size(text: str, separator: str, sheet: str) -> tuple[int, int]:
    """Columns and rows up to the last cell that holds something."""
    width = height = 0
    for number, row in enumerate(_rows(text, separator, sheet), 1):
        filled = len(row)
        while filled and not row[filled - 1]:
            filled -= 1
        if filled:
            height = number
            width = max(width, filled)
            if width > MOST_COLUMNS or height > MOST_ROWS or width * height > MOST_CELLS:
                raise Refusal("tooManyCells", sheet=sheet, limit=MOST_CELLS)
    return width, height
