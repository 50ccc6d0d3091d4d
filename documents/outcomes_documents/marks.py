"""What both kinds of marked copies need: the problems of a plan, by cell and as a list, and names that Excel takes."""

from __future__ import annotations

import re

MOST_LISTED = 20_000
LONGEST_TEXT = 32_767

FILL = "FFF3D6"
GREEN = "0A5C3A"

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def listed(plan: dict) -> list[list[str]]:
    return [problem["texts"] for problem in plan["problems"][:MOST_LISTED]]


def by_cell(plan: dict) -> dict[tuple[str, int, int], list[str]]:
    found: dict[tuple[str, int, int], list[str]] = {}
    for problem in plan["problems"][:MOST_LISTED]:
        if "at" in problem:
            found.setdefault(tuple(problem["at"]), []).append(clean(problem["comment"]))
    return found


def clean(text: str) -> str:
    """A text without the characters that no workbook can hold."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)[:LONGEST_TEXT]


def sheet_name(name: str, taken: list[str]) -> str:
    """A name that Excel takes: no more than 31 letters, and none of its marks."""
    allowed = re.sub(r"[\[\]:*?/\\]", " ", clean(name)).strip("' ")[:31] or "Sheet"
    return free_name(allowed, taken)


def free_name(name: str, taken: list[str]) -> str:
    lower = {other.lower() for other in taken}
    free, number = name[:31], 2
    while free.lower() in lower:
        free = f"{name[:27]} {number}"
        number += 1
    return free
