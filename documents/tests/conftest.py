"""The tests build their own workbooks: a small hand-made archive says exactly what a reader meets."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

SHEET_NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

_WORKBOOK = (
    f'<?xml version="1.0" encoding="UTF-8"?><workbook {SHEET_NAMESPACE} '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{settings}<sheets>{sheets}</sheets>'
    "</workbook>"
)
_RELATION = (
    '<Relationship Id="rId{0}" Target="worksheets/sheet{0}.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
)
_MAIN = (
    '<Relationship Id="rId1" Target="xl/workbook.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>'
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'


class XlsxBuilder:
    """Makes an .xlsx part by part."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def parts(self, *sheets: str, styles: str = "", settings: str = "", names: list[str] | None = None) -> dict:
        """The parts of a workbook whose sheets have the given rows."""
        names = names or [f"Sheet{number}" for number in range(1, len(sheets) + 1)]
        listed = "".join(
            f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>' for number, name in enumerate(names, 1)
        )
        parts = {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELATIONS.format(_MAIN),
            "xl/workbook.xml": _WORKBOOK.format(sheets=listed, settings=settings),
            "xl/_rels/workbook.xml.rels": _RELATIONS.format(
                "".join(_RELATION.format(number) for number in range(1, len(sheets) + 1))
            ),
        }
        if styles:
            parts["xl/styles.xml"] = f"<styleSheet {SHEET_NAMESPACE}>{styles}</styleSheet>"
        for number, rows in enumerate(sheets, 1):
            parts[f"xl/worksheets/sheet{number}.xml"] = sheet_xml(rows)
        return parts

    def write(self, parts: dict[str, str | bytes], name: str = "book.xlsx") -> str:
        path = self.folder / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in parts.items():
                archive.writestr(part, content)
        return str(path)

    def book(self, *sheets: str, **more) -> str:
        return self.write(self.parts(*sheets, **more))


def sheet_xml(rows: str, before: str = "", after: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet {SHEET_NAMESPACE}>{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


@pytest.fixture
def xlsx(tmp_path: Path) -> XlsxBuilder:
    return XlsxBuilder(tmp_path)


_ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">'
)


@pytest.fixture
def ods(tmp_path: Path):
    """Writes an .ods with the given tables and styles, and returns its path."""

    def write(tables: str, styles: str = "", more: dict[str, str] | None = None) -> str:
        path = tmp_path / "book.ods"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
            archive.writestr(
                "content.xml",
                f"{_ODS_HEAD}<office:automatic-styles>{styles}</office:automatic-styles><office:body>"
                f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>",
            )
            for name, content in (more or {}).items():
                archive.writestr(name, content)
        return str(path)

    return write


def values(sheet) -> list[list]:
    """The values of a sheet row by row, as plain Python values; a date is a tuple, an error begins with `!`."""
    texts = list(sheet.texts)
    shown = {
        0: lambda number: None,
        1: lambda number: number,
        2: lambda number: texts[int(number)],
        3: bool,
        4: lambda number: (int(number) // 10_000, int(number) // 100 % 100, int(number) % 100),
        5: lambda number: "!" + texts[int(number)],
    }
    cells = [shown[kind](number) for kind, number in zip(sheet.kinds, sheet.numbers, strict=True)]
    width = sheet.column_count
    return [cells[start : start + width] for start in range(0, len(cells), width)]


def formats(sheet) -> dict[tuple[int, int], str]:
    table = list(sheet.format_table)
    return {
        divmod(at, sheet.column_count): table[code]
        for at, code in zip(sheet.format_cells, sheet.format_codes, strict=True)
    }


def formulas(sheet) -> set[tuple[int, int]]:
    return {divmod(at, sheet.column_count) for at in sheet.formula_cells}
