"""The process that opens the files of strangers: reads workbooks and thesauri, and marks copies of workbooks."""

from __future__ import annotations

import traceback

from .problem import BadRequest, Refusal
from .reading import read as read_workbook


def prepare() -> None:
    """Hardly anything is loaded before the first request: a workbook is read sooner without."""


def _read(header: dict, parts: list[bytes]) -> tuple[dict, list]:
    try:
        format_, sheets = read_workbook(_name(header))
    except (Refusal, BadRequest, MemoryError):
        raise
    except Exception:
        # Whatever a reader stumbles over that we didn't foresee is wrong with the file first of all.
        traceback.print_exc()
        raise Refusal("damaged", part="") from None
    return (
        {"format": format_, "sheets": [sheet.header() for sheet in sheets]},
        [part for sheet in sheets for part in sheet.parts()],
    )


def _mark(header: dict, parts: list[bytes]) -> tuple[dict, list]:
    from . import mark

    return mark.marked(_name(header), header)


def _thesaurus(header: dict, parts: list[bytes]) -> tuple[dict, list]:
    from .vocabulary import requests

    return requests.read(_name(header), header.get("about") or {})


def _write_thesaurus(header: dict, parts: list[bytes]) -> tuple[dict, list]:
    from .vocabulary import requests

    return requests.write(header, parts)


def _name(header: dict) -> str:
    """The name of a file in the scratch folder, where this process stands."""
    name = header.get("file", "")
    if not name or "/" in name or name.startswith("."):
        raise BadRequest("a file is named without a folder")
    return name


HANDLERS = {"read": _read, "mark": _mark, "thesaurus": _thesaurus, "write thesaurus": _write_thesaurus}
