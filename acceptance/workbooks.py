"""Workbooks that the tests need: a good one, that one with a single thing changed, and files that mean harm."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import xlsxwriter

Sheet = list[list[Any]]

VALUE_MAP: Sheet = [
    [
        *("Stakeholder", "Input", "Value of input", "Outcome", "Quantity", "Financial proxy", "Value of proxy"),
        *("Source of proxy", "Duration (years)", "Deadweight %", "Displacement %", "Attribution %", "Drop-off %"),
    ],
    ["Older people", "Time", 0, "Less lonely", 24, "A club's yearly fee", 520, "Fee list 2025", 2, 20, 0, 25, 30],
    ["Older people", None, None, "Goes to the café more", 18, "Bus fares", 210, "Fare table 2025", 1, 10, 0, 15, 0],
    ["Council", "Grant", 9000, None, None, None, None, None, None, None, None, None, None],
]
SCORES = [(7, 5), (8, 6), (6, 6), (9, 5), (7, 6), (8, 8), (6, 4), (7, 5), (9, 7), (8, 5), (7, 7), (6, 5)]
PARTICIPANTS: Sheet = [
    ["Person", "Started", "Area", "Loneliness before", "Loneliness after"],
    *[[f"P-{n:02}", "2025-04-07", "North" if n % 2 else "South", *pair] for n, pair in enumerate(SCORES, start=1)],
]
# Where the cells of VALUE_MAP stand that the tests change.
QUANTITY, PROXY, DURATION, DEADWEIGHT, OUTCOME = (1, 4), (1, 6), (1, 8), (1, 9), (1, 3)


def write(path: Path, sheets: dict[str, Sheet]) -> Path:
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


def good(path: Path) -> Path:
    return write(path, {"Value map": VALUE_MAP, "Participants": PARTICIPANTS})


def changed(path: Path, cell: tuple[int, int], value: Any) -> Path:
    """The good workbook with one cell of its value map changed."""
    rows = [list(row) for row in VALUE_MAP]
    rows[cell[0]][cell[1]] = value
    return write(path, {"Value map": rows, "Participants": PARTICIPANTS})


def with_participants(path: Path, rows: Sheet) -> Path:
    return write(path, {"Value map": VALUE_MAP, "Participants": [PARTICIPANTS[0], *rows]})


# Files that mean harm, or are no workbook at all.


def rewritten(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """The good workbook with one part of its archive changed."""
    good(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts[part])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


SHEET = "xl/worksheets/sheet1.xml"


def not_a_workbook(path: Path) -> Path:
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    return path


def empty_file(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def zip_bomb(path: Path) -> Path:
    """A gigabyte of blanks inside the first sheet."""
    good(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            if name != SHEET:
                archive.writestr(name, content)
        head, tail = parts[SHEET].split(b"<sheetData>", 1)
        with archive.open(SHEET, "w", force_zip64=True) as sheet:
            sheet.write(head)
            for _ in range(1024):
                sheet.write(b" " * 2**20)
            sheet.write(b"<sheetData>" + tail)
    return path


def entity_bomb(path: Path) -> Path:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY e0 "lol">{levels}]>'
    text = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&e9;</t></si></sst>'
    return rewritten(path, "xl/sharedStrings.xml", lambda _: (bomb + text).encode())


def one_cell_at_the_far_corner(path: Path) -> Path:
    cell = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return rewritten(path, SHEET, lambda sheet: sheet.replace(b"</sheetData>", cell))


def ten_cells_and_ten_million_rows(path: Path) -> Path:
    write(path, {"Sheet1": [[n] for n in range(10)]})
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[SHEET] = parts[SHEET].replace(b'ref="A1:A10"', b'ref="A1:T10000000"').replace(b'r="A10"', b'r="A10000000"')
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def two_hundred_megabytes(path: Path) -> Path:
    with path.open("wb") as file:
        file.write(b"Stakeholder,Outcome,Quantity\n")
        for _ in range(200):
            file.write(b"Older people,Less lonely,24\n" * 35_715)
    return path


def needing_much_memory(path: Path) -> Path:
    """Small enough to be taken and within every other bound, but a million people with a name each."""
    with path.open("w") as file:
        file.write("Person,Score\n")
        file.writelines(f"P{number:08},x{number:07}\n" for number in range(1_000_000))
    return path


def needing_much_work(path: Path) -> Path:
    """A sheet that says the same few rows again and again: two megabytes, and seventy once it is unpacked."""

    def repeat(sheet: bytes) -> bytes:
        cells = "".join(f'<c r="{letter}2"><v>{number}</v></c>' for number, letter in enumerate("ABCDEFGHIJKLMNOP"))
        rows = f'<!-- --><row r="2">{cells}</row>'.encode() * 20
        kinds = [rows.replace(b"<v>", b"<v>%d" % number) for number in range(50)]
        return sheet.replace(b"</sheetData>", b"".join(kinds[n * n % 47] for n in range(9_000)) + b"</sheetData>")

    return rewritten(path, SHEET, repeat)


def encrypted(path: Path) -> Path:
    """What Excel writes for a workbook with a password: an OLE file that holds an encrypted package."""
    free, end, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD

    def entry(name: str, kind: int, child: int, sibling: int, start: int, size: int) -> bytes:
        text = name.encode("utf-16-le")
        return struct.pack(
            "<64sHBBIII16sIQQIQ",
            *(text, len(text) + 2 if name else 0, kind, 1, free, sibling, child, b"", 0, 0, 0, start, size),
        )

    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII",
        *(bytes.fromhex("d0cf11e0a1b11ae1"), b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, 1, 1, 0, 4096, end, 0, end, 0),
    )
    header += struct.pack("<109I", 0, *[free] * 108)
    # Sector 0 is the table of sectors, 1 the directory, 2 to 9 one stream, 10 to 17 the other.
    chains = [table, end, *range(3, 10), end, *range(11, 18), end]
    sectors = struct.pack("<128I", *chains, *[free] * (128 - len(chains)))
    sectors += entry("Root Entry", 5, 1, free, end, 0)
    sectors += entry("EncryptionInfo", 2, free, 2, 2, 4096) + entry("EncryptedPackage", 2, free, free, 10, 4096)
    sectors += entry("", 0, free, free, 0, 0)
    noise = zlib.compress(bytes(range(256)) * 64)
    streams = b"\x04\x00\x04\x00\x40\x00\x00\x00" + noise
    path.write_bytes(header + sectors + (streams * (8192 // len(streams) + 1))[:8192])
    return path
