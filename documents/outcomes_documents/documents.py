"""The process for documents: reads workbooks, writes workbooks, marks copies, sets papers."""

from __future__ import annotations

import mimetypes
import threading
import traceback

from .problem import BadRequest, Refusal
from .reading import read as read_workbook


def prepare() -> None:
    """Hardly anything is loaded before the first request: a workbook is read sooner without."""
    # The kinds of attachments are told by Python's own table and not by what a machine happens to have installed.
    mimetypes.knownfiles.clear()


def after_answer() -> None:
    """Loads what sets papers in the background, once: by the time that a paper is asked for, it is there."""
    global _loading  # noqa: PLW0603 - the one thread that is ever started
    if _loading is None:
        _loading = threading.Thread(target=_load, daemon=True)
        _loading.start()


_loading: threading.Thread | None = None


def _load() -> None:
    from . import paper, workbook  # noqa: F401


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


def _pdf(header: dict, parts: list[bytes]) -> tuple[dict, list]:
    from . import paper

    return paper.pdf(header, parts)


def _workbook(header: dict, parts: list[bytes]) -> tuple[dict, list]:
    from . import workbook

    return workbook.write(header, parts)


def _mark(header: dict, parts: list[bytes]) -> tuple[dict, list]:
    from . import mark

    return mark.marked(_name(header), header)


def _warm(header: dict, parts: list[bytes]) -> tuple[dict, list]:
    from . import paper, workbook  # noqa: F401

    return {}, []


def _name(header: dict) -> str:
    """The name of a file in the scratch folder, where this process stands."""
    name = header.get("file", "")
    if not name or "/" in name or name.startswith("."):
        raise BadRequest("a file is named without a folder")
    return name


HANDLERS = {"read": _read, "pdf": _pdf, "workbook": _workbook, "mark": _mark, "warm": _warm}
