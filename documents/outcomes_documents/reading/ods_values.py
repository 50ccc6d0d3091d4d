"""What the attributes and the text of a cell in an .ods say (OpenDocument 1.3, part 3, 19.385)."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable

from . import number_formats
from .ods_table import Cell
from .sheet import BOOLEAN, DATE, ERROR, NEVER_WORKED_OUT, NUMBER, TEXT


def value_of(
    attributes: dict[str, str], pieces: list[str], format_of: Callable[[dict[str, str]], str | None]
) -> Cell | None:
    """The cell, or None where it holds nothing."""
    kind = attributes.get("office:value-type")
    formula = "table:formula" in attributes
    if kind is None and not formula and not pieces:
        return None
    if formula and pieces and pieces[0].startswith(("#", "Err:")):
        return ERROR, 0.0, "".join(pieces)[:40], None, True
    if kind in ("float", "percentage", "currency"):
        return _number(attributes.get("office:value", ""), format_of(attributes), formula)
    if kind == "date":
        return _date(attributes.get("office:date-value", ""), "".join(pieces), formula)
    if kind == "time":
        return NUMBER, _days(attributes.get("office:time-value", "")), "", None, formula
    if kind == "boolean":
        return BOOLEAN, float(attributes.get("office:boolean-value") == "true"), "", None, formula
    if kind is None and formula and not pieces:
        return ERROR, 0.0, NEVER_WORKED_OUT, None, True
    text = "".join(pieces) or attributes.get("office:string-value", "")
    return (TEXT, 0.0, text, None, formula) if text else None


def _number(text: str, format_: str | None, formula: bool) -> Cell:
    try:
        value = float(text)
    except ValueError:
        return ERROR, 0.0, text[:40] or NEVER_WORKED_OUT, None, formula
    if not math.isfinite(value):
        return ERROR, 0.0, text[:40], None, formula
    return NUMBER, value, "", format_, formula


def _date(value: str, text: str, formula: bool) -> Cell:
    try:
        day = datetime.date.fromisoformat(value[:10])
    except ValueError:
        return TEXT, 0.0, text or value[:40], None, formula
    return DATE, float(day.year * 10_000 + day.month * 100 + day.day), "", number_formats.DATE, formula


def _days(duration: str) -> float:
    """A length of time such as `PT12H30M00S` in days."""
    days, number, in_time = 0.0, "", False
    units = {"H": 1 / 24, "M": 1 / 1440, "S": 1 / 86_400}
    for letter in duration[:40]:
        if letter == "T":
            in_time = True
        elif letter in "0123456789.,":
            number += "." if letter == "," else letter
        elif number:
            try:
                amount = float(number)
            except ValueError:
                return 0.0
            days += amount * (units.get(letter, 0) if in_time else (letter == "D"))
            number = ""
    return -days if duration.startswith("-") else days
