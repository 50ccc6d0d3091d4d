"""What a number format says about the meaning of a number (ECMA-376, part 1, 18.8.30 and 18.8.31)."""

from __future__ import annotations

import re
import unicodedata

PERCENT = "percent"
DATE = "date"

# Built-in formats have no code in the file. Money among them is shown in the currency of whoever opens the file.
_BUILT_IN_PERCENT = {9, 10}
_BUILT_IN_DATE = {14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59)}
_BUILT_IN_MONEY = {5, 6, 7, 8, 42, 44}
UNKNOWN_CURRENCY = "¤"

# Excel takes codes of 255 characters; what is longer was made to be slow.
LONGEST_CODE = 300

_CODES = re.compile(
    r"\b(GBP|EUR|USD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|CAD|AUD|NZD|JPY|CNY|INR|ZAR|BRL|MXN|KES|NGN|GHS|ISK|RON|BGN|TRY"
    r"|Kč|zł|kr|Ft|Fr)\b"
)
_BRACKETED_SYMBOL = re.compile(r"\[\$([^\]-]+)(?:-[^\]]*)?\]")
_QUOTED = re.compile(r'"([^"]*)"')
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


def meaning(number: int, code: str | None) -> str | None:
    """`percent`, `date`, a currency by its symbol or code, or None for a plain number."""
    if code is None:
        if number in _BUILT_IN_PERCENT:
            return PERCENT
        if number in _BUILT_IN_DATE:
            return DATE
        return UNKNOWN_CURRENCY if number in _BUILT_IN_MONEY else None
    code = code[:LONGEST_CODE].split(";")[0]
    bare = _NOT_SHOWN.sub("", code)
    if "%" in bare:
        return PERCENT
    symbol = _currency(code, bare)
    if symbol:
        return symbol
    # A format of hours alone ([h]:mm) is a length of time and stays a number.
    if re.search(r"[yd]", bare, re.IGNORECASE) or re.search(r"mmm", bare, re.IGNORECASE):
        return DATE
    return None


def _currency(code: str, bare: str) -> str | None:
    bracketed = _BRACKETED_SYMBOL.search(code)
    if bracketed and bracketed[1].strip():
        return bracketed[1].strip()
    return symbol_in(bare + " ".join(_QUOTED.findall(code)) + " ".join(re.findall(r"\\(.)", code)))


def symbol_in(text: str) -> str | None:
    """The first currency symbol or code in a text."""
    for letter in text:
        if unicodedata.category(letter) == "Sc":
            return letter
    named = _CODES.search(text)
    return named[1] if named else None
