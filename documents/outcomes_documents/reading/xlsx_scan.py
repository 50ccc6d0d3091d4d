"""The quick way over the XML of a large sheet: patterns over whole rows instead of a parser that meets every cell.

It only takes what all well-known programs write (`<c r="A1"`, double quotes, no prefixes, no comments). At the first
thing that looks different it gives up, and the precise way is taken. A test holds both to the same facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from . import number_formats
from .xlsx_sheet import SheetFacts, column_of, note_value, walk

_ROW = re.compile(rb'<row(?: r="([0-9]{1,7})")([^>]*)>')
_LETTERS = re.compile(rb'<c r="([A-Z]{1,3})[0-9]{1,7}"')
_NUMBERS = re.compile(rb'<c r="[A-Z]{1,3}([0-9]{1,7})"')
_ERROR = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]{0,300} t="e"[^>]{0,300}>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>([^<]*)</v>'
)
_FORMULA = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"([^>]*)><f(?:\s[^>]*)?(?:/>|>[^<]*</f>)(<v>[^<]*</v>|<v></v>|<v\s*/>)?'
)
_STRANGE = (b"<!--", b"<![CDATA[", b"<!DOCTYPE", b"<!ENTITY", b"&#")
_LONGEST_ROW = 8_000_000


def scan(pieces: Iterable[bytes], part: str, formats: dict[int, str]) -> SheetFacts | None:
    """The facts of a sheet, or None where only the precise way can tell."""
    facts = SheetFacts()
    scanner = _Scanner(facts, formats)
    rest = b""
    head = None
    for piece in pieces:
        block = rest + piece
        if head is None:
            start = block.find(b"<sheetData>")
            if start < 0:
                if len(block) > _LONGEST_ROW:
                    return None
                rest = block
                continue
            head, block = block[:start], block[start:]
            if not head.lstrip(b"\xef\xbb\xbf").startswith((b"<?xml", b"<worksheet")):
                return None
        end = block.rfind(b"</row>")
        if end < 0:
            if len(block) > _LONGEST_ROW:
                return None
            rest = block
            continue
        end += len(b"</row>")
        rest = block[end:]
        # Cells with only a format are counted here too: where they make a sheet too large, the precise way tells.
        if not scanner.rows(block[:end]) or facts.is_too_large:
            return None
    if head is None or not rest.count(b"</sheetData>") or b"<row" in rest.partition(b"</sheetData>")[0]:
        return None
    # What stands around the rows is small: columns, merged cells.
    around = head + b"<sheetData>" + rest
    beside = walk([around], part, formats)
    facts.hidden_columns, facts.merged = beside.hidden_columns, beside.merged
    return facts


class _Scanner:
    def __init__(self, facts: SheetFacts, formats: dict[int, str]) -> None:
        self.facts = facts
        self.formats = {str(style).encode(): format_ for style, format_ in formats.items()}
        styles = b"|".join(self.formats)
        self.formatted = re.compile(
            rb'<c r="([A-Z]{1,3})([0-9]{1,7})" (?:t="(\w+)" )?s="(' + styles + rb')"(?: t="(\w+)")?>'
            rb"(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?(?:<v>([^<]*)</v>)?"
        )
        self.columns = _Columns()

    def rows(self, block: bytes) -> bool:
        """Takes whole rows; False where something looks different."""
        if any(mark in block for mark in _STRANGE):
            return False
        facts = self.facts
        if b":row " in block or b":c " in block:
            return False
        rows, letters = _ROW.findall(block), _LETTERS.findall(block)
        if len(rows) != block.count(b"<row") or len(letters) != block.count(b"<c ") + block.count(b"<c>"):
            return False
        if letters:
            # A cell may say another row than the one that it stands in, and calamine believes the cell.
            last = max(int(number) for number in set(_NUMBERS.findall(block)))
            facts.hold(last - 1, max(self.columns[column] for column in set(letters)))
        if b" hidden=" in block:
            facts.hidden_rows += [int(row) - 1 for row, rest in rows if b' hidden="1"' in rest or b' hidden="t' in rest]
        if self.formats and b' s="' in block:
            self._formats(block)
        if b't="e"' in block:
            for letters, row, text in _ERROR.findall(block):
                note_value(facts, int(row) - 1, self.columns[letters], "e", None, text.decode("utf-8", "replace"))
        if b"<f" in block:
            self._formulas(block)
        return True

    def _formats(self, block: bytes) -> None:
        columns, formats, keep = self.columns, self.formats, self.facts.formats.append
        for letters, row, before, style, after, value in self.formatted.findall(block):
            place = int(row) - 1, columns[letters]
            format_ = formats[style]
            keep((*place, format_))
            if format_ == number_formats.DATE and (before or after or b"n") == b"n":
                note_value(self.facts, *place, "n", format_, value.decode())

    def _formulas(self, block: bytes) -> None:
        for letters, row, attributes, value in _FORMULA.findall(block):
            place = int(row) - 1, self.columns[letters]
            self.facts.formulas.append(place)
            is_empty = value == b"<v></v>" or not value.startswith(b"<v>")
            if not value or (is_empty and b't="str"' not in attributes):
                self.facts.never_worked_out.append(place)


class _Columns(dict):
    """The column of its letters, worked out once."""

    def __missing__(self, letters: bytes) -> int:
        self[letters] = column_of(letters.decode())
        return self[letters]
