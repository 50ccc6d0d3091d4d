"""The rows of a table, and the thesaurus that is put together from them."""

from __future__ import annotations

import csv
import io
import re
from urllib.parse import quote

from ..reading.text import separator_of
from . import limits
from .problem import Unreadable
from .thesaurus import Concept, Thesaurus


class Row:
    """One row: its cells by heading, and its line."""

    def __init__(self, cells: dict[str, str], line: int) -> None:
        self.cells = cells
        self.line = line

    def __getitem__(self, heading: str) -> str:
        return self.cells.get(heading, "").strip()


def rows_of(text: str) -> tuple[list[str], list[Row]]:
    separator, text = separator_of(text)
    csv.field_size_limit(limits.LARGEST_FILE)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    headings: list[str] = []
    rows: list[Row] = []
    end = 0
    try:
        for cells in reader:
            line, end = end + 1, reader.line_num
            if not any(cells):
                continue
            if not headings:
                headings = [_heading(cell) for cell in cells]
                continue
            if len(cells) > len(headings) and any(cells[len(headings) :]):
                raise Unreadable("tooManyCells", line)
            if len(rows) > limits.MOST_CONCEPTS:
                raise Unreadable("tooManyConcepts", line, str(limits.MOST_CONCEPTS))
            for cell in cells:
                if len(cell) > limits.LONGEST_WORDS:
                    raise Unreadable("longWords", line, cell[:80])
            rows.append(Row(dict(zip(headings, cells, strict=False)), line))
    except csv.Error as error:
        raise Unreadable("syntax", end + 1, str(error)) from None
    return headings, rows


def _heading(cell: str) -> str:
    """A heading as it is compared: in small letters, but for the region of a language, such as `label_en-GB`."""
    bare = re.sub(r"\s+", " ", cell.strip())
    stem, mark, language = bare.partition("_")
    return stem.lower() + mark + (language if "-" in language else language.lower())


class Builder:
    """Puts concepts of a table together, and notes what is wrong in which line."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.result = Thesaurus()
        self.by_code: dict[str, Concept] = {}
        # How often each name was given where there are no codes.
        self.namesakes: dict[str, int] = {}
        self.has_codes = True

    def iri(self, code: str) -> str:
        return self.base + quote(code, safe="-._~!$'()*+,=@")

    def concept(self, code: str, line: int, scheme: str) -> Concept | None:
        """None where the line has no code, or one that another line has."""
        if not code:
            self.problem("noCode", line)
            return None
        if code in self.by_code:
            self.problem("codeTwice", line, code)
            return None
        concept = Concept(self.iri(code), line, scheme, code)
        self.by_code[code] = concept
        self.result.concepts.append(concept)
        return concept

    def problem(self, reason: str, line: int | None, value: str = "") -> None:
        if len(self.result.problems) < limits.MOST_PROBLEMS:
            self.result.problems.append({"reason": reason, "line": line, "value": value[:200]})

    def finished(self) -> Thesaurus:
        if not self.result.concepts and not self.result.problems:
            raise Unreadable("noConcepts")
        return self.result
