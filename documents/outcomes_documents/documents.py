"""The process for documents: sets papers and writes workbooks. It never sees a file that came from outside."""

from __future__ import annotations

import mimetypes


def prepare() -> None:
    """Loads what takes long: by the time that a paper is asked for, it is there."""
    # The kinds of attachments are told by Python's own table and not by what a machine happens to have installed.
    mimetypes.knownfiles.clear()
    from . import paper, workbook  # noqa: F401


def _pdf(header: dict, parts: list[bytes]) -> tuple[dict, list]:
    from . import paper

    return paper.pdf(header, parts)


def _workbook(header: dict, parts: list[bytes]) -> tuple[dict, list]:
    from . import workbook

    return workbook.write(header, parts)


HANDLERS = {"pdf": _pdf, "workbook": _workbook}
