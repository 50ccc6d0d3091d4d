"""How cells look, by the name of their style. The colours are the product's: ink, paper, one green, and amber."""

from __future__ import annotations

GREEN = "#0A5C3A"
PALE_GREEN = "#E3F0E8"
PALE_AMBER = "#FFF3D6"
PALE_YELLOW = "#FFFBEA"
LINE = "#B8C4BF"
GREY = "#4A5552"

_TEXT = {"text_wrap": True, "valign": "top"}

STYLES: dict[str, dict] = {
    "plain": {"valign": "top"},
    "title": {"bold": True, "font_size": 18, "font_color": GREEN},
    "heading": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": GREEN,
        "text_wrap": True,
        "valign": "vcenter",
        "border": 1,
        "border_color": LINE,
    },
    "subheading": {"bold": True, "font_size": 13, "font_color": GREEN},
    "label": {**_TEXT, "bold": True},
    "text": _TEXT,
    "input": {
        "bg_color": PALE_YELLOW,
        "border": 1,
        "border_color": LINE,
        "text_wrap": True,
        "valign": "top",
        "locked": False,
    },
    "result": {"bg_color": PALE_GREEN, "border": 1, "border_color": LINE, "valign": "top"},
    "total": {"bold": True, "bg_color": PALE_GREEN, "top": 2, "top_color": GREEN, "valign": "top"},
    "note": {**_TEXT, "italic": True, "font_color": GREY},
    "warning": {**_TEXT, "bg_color": PALE_AMBER, "border": 1, "border_color": "#B26A00"},
}

# A date is spelt in the language of the workbook and not in that of whoever opens it.
_LANGUAGE_CODES = {"en": "809", "cy": "452"}


def number_format(code: str, language: str) -> str:
    """A format code as the plan has it, with the language for months."""
    if "mmmm" in code:
        return f"[$-{_LANGUAGE_CODES.get(language, '809')}]{code}"
    return code
