"""Opens a workbook in LibreOffice without a window, has it work out every formula anew, and reads what comes out."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import openpyxl

# Without this LibreOffice shows the values that the file brought along, and a test would compare them with themselves.
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""

Cells = dict[tuple[str, str], Any]


def recalculated(workbook: Path, *more: Path) -> Path:
    """A copy beside the workbook, with every formula worked out by LibreOffice; more workbooks get theirs beside it."""
    out = workbook.parent / "recalculated"
    out.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        user = Path(profile, "user")
        user.mkdir()
        (user / "registrymodifications.xcu").write_text(ALWAYS)
        command = [
            *(shutil.which("soffice") or "soffice", "--headless", f"-env:UserInstallation=file://{profile}"),
            *("--convert-to", "xlsx", "--outdir", out, workbook, *more),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120, stdin=subprocess.DEVNULL)
    return out / workbook.name


def values(workbook: Path) -> Cells:
    """The value of every cell, by sheet and address."""
    book = openpyxl.load_workbook(workbook, data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def formulas(workbook: Path) -> Cells:
    """The formula of every cell that has one, by sheet and address."""
    book = openpyxl.load_workbook(workbook)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
