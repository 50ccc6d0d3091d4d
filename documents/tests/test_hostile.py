"""Files that are broken, no workbooks, or made to do harm: each is refused with its reason, soon and in little room."""

from __future__ import annotations

import contextlib
import random
import shutil
import struct
import zipfile
import zlib

import pytest
from asking import Worker
from outcomes_documents.problem import Refusal
from outcomes_documents.reading import read

SECONDS = 5
MEBIBYTES = 500


@pytest.fixture
def refused(tmp_path):
    """Gives a file to a worker as it runs in the product, and returns why it was refused."""
    with Worker("reading", tmp_path / "scratch") as worker:

        def ask(path: str) -> dict:
            shutil.copy(path, worker.scratch / "taken")
            answer, _ = worker.ask({"kind": "read", "file": "taken"}, seconds=30)
            assert worker.processor_seconds() < SECONDS
            assert worker.peak_mebibytes() < MEBIBYTES
            assert "refused" in answer, answer
            return answer["refused"]

        yield ask


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\n...", "pdf"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture"),
        (b"GIF89a\1\0", "picture"),
        (b"\0\0\0\x18ftypheic", "picture"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "picture"),
        (b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0", "picture"),
        (b"\x1f\x8b\x08\0", "archive"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "archive"),
        (b"Rar!\x1a\x07\0", "archive"),
        (b"<!DOCTYPE html><table><tr><td>1</td></tr></table>", "webPage"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "webPage"),
        (b"\n <html><body>", "webPage"),
        (b"{\\rtf1\\ansi", "otherDocument"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "Workbook".encode("utf-16-le"), "oldExcel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "otherDocument"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "notAWorkbook"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"\x7fELF\2\1\1\0" + b"\0" * 100, "notAWorkbook"),
    ],
)
def test_what_is_no_workbook_is_told_by_its_content(tmp_path, content, reason, refused):
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    assert refused(str(path))["reason"] == reason


def test_text_that_begins_like_a_picture_is_still_text(tmp_path):
    path = tmp_path / "bmx.csv"
    path.write_text("BMX club,2026\nriders,12\n")
    assert read(str(path))[0] == "csv"


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        (["word/document.xml", "[Content_Types].xml"], "otherDocument"),
        (["ppt/presentation.xml"], "otherDocument"),
        (["xl/workbook.bin"], "binaryExcel"),
        (["Index/Document.iwa"], "appleNumbers"),
        (["accounts.xlsx", "more.xlsx"], "archive"),
        (["inner.zip"], "archive"),
        (["[Content_Types].xml"], "damaged"),
    ],
)
def test_archives_that_are_no_workbook_are_told_apart(tmp_path, parts, reason, refused):
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for part in parts:
            archive.writestr(part, "x")
    assert refused(str(path))["reason"] == reason


def test_a_file_above_the_limit_is_refused_unread(tmp_path, refused):
    path = tmp_path / "book.xlsx"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    refusal = refused(str(path))
    assert refusal["reason"] == "tooLarge"
    assert (refusal["bytes"], refusal["limit"]) == (200_000_000, 25_000_000)


def test_no_file_is_refused(tmp_path):
    with pytest.raises(Refusal) as refusal:
        read(str(tmp_path / "absent.xlsx"))
    assert refusal.value.reason == "unreadable"


def with_bomb(path: str, part: str, letter: bytes) -> str:
    """Adds a part of 300 MB to an archive."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(part, "w") as bomb:
        for _ in range(300):
            bomb.write(letter * 1_000_000)
    return path


def test_a_bomb_in_a_sheet_is_refused(xlsx, refused):
    parts = xlsx.parts("")
    del parts["xl/worksheets/sheet1.xml"]
    path = with_bomb(xlsx.write(parts), "xl/worksheets/sheet1.xml", b" ")
    assert refused(path)["reason"] == "bomb"


def test_a_bomb_in_the_shared_strings_is_refused(xlsx, refused):
    parts = xlsx.parts('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')
    path = with_bomb(xlsx.write(parts), "xl/sharedStrings.xml", b"A")
    assert refused(path)["reason"] == "bomb"


def lying(path: str, part: str, size: int) -> None:
    """Makes an archive declare another size for a part, in its directory and before the part."""
    with open(path, "rb") as file:
        content = bytearray(file.read())
    start = 0
    while (start := content.find(part.encode(), start)) >= 0:
        if content[start - 46 : start - 42] == b"PK\x01\x02":
            struct.pack_into("<I", content, start - 46 + 24, size)
        if content[start - 30 : start - 26] == b"PK\x03\x04":
            struct.pack_into("<I", content, start - 30 + 22, size)
        start += 1
    with open(path, "wb") as file:
        file.write(content)


def test_a_part_that_is_larger_than_it_says_is_refused(xlsx, refused):
    parts = xlsx.parts('<row r="1"><c r="A1"><v>1</v></c></row>')
    parts["xl/sharedStrings.xml"] = b"<sst>" + b" " * 60_000_000 + b"</sst>"
    path = xlsx.write(parts)
    lying(path, "xl/sharedStrings.xml", 1_000)
    assert refused(path)["reason"] == "bomb"


def test_parts_that_share_their_bytes_are_refused_by_their_sum(tmp_path, xlsx, refused):
    """A bomb of overlapping parts: each small, all together far more than the file could hold."""
    inflated = b"<row/>" * 2_000_000
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(inflated) + packer.flush()
    path = tmp_path / "book.xlsx"
    names = [f"xl/worksheets/sheet{number}.xml".encode() for number in range(1, 60)]
    header = struct.pack(
        "<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 0, zlib.crc32(inflated), len(packed), len(inflated), 0, 0
    )
    content = header + packed
    directory = b"".join(
        struct.pack(
            "<4sHHHHHHIIIHHHHHII",
            b"PK\1\2", 20, 20, 0, 8, 0, 0, zlib.crc32(inflated), len(packed), len(inflated), len(name),
            0, 0, 0, 0, 0, 0,
        )
        + name
        for name in names
    )  # fmt: skip
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, len(names), len(names), len(directory), len(content), 0)
    path.write_bytes(content + directory + end)
    assert refused(str(path))["reason"] == "bomb"


@pytest.mark.parametrize(
    "part",
    [
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
    ],
)
def test_entities_are_refused_in_every_part(xlsx, part, refused):
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{entities}]><x>&e11;</x>'
    parts = xlsx.parts('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', styles="<cellXfs/>")
    refusal = refused(xlsx.write({**parts, part: bomb}))
    assert refusal["reason"] == "unsafeMarkup"
    assert refusal["part"] == part


def test_entities_are_refused_in_an_ods(ods, tmp_path, refused):
    path = ods("")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    assert refused(path)["reason"] == "unsafeMarkup"


def test_one_cell_at_the_end_of_the_world_is_refused_by_its_address(xlsx, refused):
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    refusal = refused(xlsx.book(rows))
    assert refusal["reason"] == "farCell"
    assert (refusal["row"], refusal["column"]) == (1_048_575, 16_383)


def test_one_far_cell_in_a_large_sheet_is_refused_too(xlsx, refused):
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 40_000))
    far = '<row r="40000"><c r="XFC40000"><v>1</v></c><c r="B40000"><v>1</v></c></row>'
    assert refused(xlsx.book(rows + far))["reason"] == "farCell"
    elsewhere = '<row r="40000"><c r="XFC1040000"><v>1</v></c><c r="B40000"><v>1</v></c></row>'
    assert refused(xlsx.book(rows + elsewhere))["reason"] == "farCell"


def test_ten_cells_over_ten_million_rows_are_refused(xlsx, refused):
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1_000_000, 10_000_001, 1_000_000))
    assert refused(xlsx.book(rows))["reason"] == "farCell"


def test_a_long_sheet_is_refused_without_being_walked_to_its_end(xlsx, refused):
    head = '<row r="1"><c r="A1"><v>1</v></c><c r="J1"><v>1</v></c></row>'
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(2, 1_000_000))
    refusal = refused(xlsx.book(head + rows))
    assert refusal["reason"] == "tooManyCells"
    assert refusal["sheet"] == "Sheet1"


def test_sheets_with_more_cells_than_we_read_are_refused(xlsx, refused):
    row = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1000000"><c r="A1000000"><v>1</v></c></row>'
    refusal = refused(xlsx.book(row, row, row, row))
    assert refusal["reason"] == "tooManyCells"
    assert refusal["sheet"] == "Sheet4"


def test_more_sheets_than_we_read_are_refused(xlsx, refused):
    assert refused(xlsx.book(*[""] * 201))["reason"] == "tooManySheets"


def test_a_workbook_without_cells_is_refused(xlsx, refused):
    assert refused(xlsx.book("", ""))["reason"] == "noSheets"


def test_text_longer_than_a_cell_holds_is_refused_by_its_address(xlsx, refused):
    rows = f'<row r="3"><c r="B3" t="inlineStr"><is><t>{"x" * 40_000}</t></is></c></row>'
    refusal = refused(xlsx.book(rows))
    assert refusal["reason"] == "longText"
    assert (refusal["row"], refusal["column"]) == (2, 1)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "xl\\..\\..\\x", "..\\x"])
def test_names_that_point_outside_are_refused(xlsx, name, refused):
    parts = xlsx.parts('<row r="1"><c r="A1"><v>1</v></c></row>')
    assert refused(xlsx.write({**parts, name: "x"}))["reason"] == "unsafeNames"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused(xlsx, refused):
    path = xlsx.book('<row r="1"><c r="A1"><v>1</v></c></row>')
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/workbook.xml", "<other/>")
    assert refused(path)["reason"] == "damaged"


def test_a_locked_archive_is_refused(xlsx, refused):
    path = xlsx.book('<row r="1"><c r="A1"><v>1</v></c></row>')
    with open(path, "rb") as file:
        content = bytearray(file.read())
    start = content.find(b"PK\x01\x02")
    while start >= 0:
        content[start + 8] |= 1
        start = content.find(b"PK\x01\x02", start + 4)
    with open(path, "wb") as file:
        file.write(content)
    assert refused(path)["reason"] == "encrypted"


def answered(tmp_path, path: str) -> dict:
    """What the worker says of a file, whatever that is, within its time and memory."""
    with Worker("reading", tmp_path / "scratch") as worker:
        shutil.copy(path, worker.scratch / "taken")
        answer, _ = worker.ask({"kind": "read", "file": "taken"}, seconds=60)
        assert worker.processor_seconds() < SECONDS
        assert worker.peak_mebibytes() < MEBIBYTES
        return answer


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"' + ' t="e"' * 300_000 + "></c></row>",
        '<row r="1"><c r="A1"><v>' + "1" * 6_000_000 + "</v></c></row>",
        '<row r="1"><c r="A1"><f>' + "(" * 3_000_000 + "</f></c></row>",
        '<row r="1">' + '<c r="A1"><v>1</v></c>' * 200_000 + "</row>",
        '<row r="1">' * 100_000 + "</row>" * 100_000,
        '<row r="1"><c r="A1" s="' + "9" * 4_000_000 + '"><v>1</v></c></row>',
    ],
    ids=["attributes", "value", "formula", "same cell", "nested rows", "style"],
)
def test_what_is_made_to_be_slow_is_not(xlsx, tmp_path, rows):
    answer = answered(tmp_path, xlsx.book(rows))
    assert "ok" in answer or "refused" in answer or "memory" in answer, answer


@pytest.mark.parametrize("code", ["[" * 2_000_000, "&quot;" * 500_000, "\\" * 1_000_000, "_" * 1_000_001])
def test_a_format_code_made_to_be_slow_is_not(xlsx, tmp_path, code):
    styles = f'<numFmts><numFmt numFmtId="164" formatCode="{code}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>'
    assert "ok" in answered(tmp_path, xlsx.book('<row r="1"><c r="A1" s="0"><v>1</v></c></row>', styles=styles))


@pytest.mark.parametrize("seed", range(30))
def test_random_bytes_are_a_table_or_refused(tmp_path, seed):
    chance = random.Random(seed)  # noqa: S311 - the same bytes every time
    letters = [b"a", b",", b";", b"\t", b'"', b"\n", b"\r", b"\0", b"\xff", b"\xfe", "£".encode(), b"sep=", b"=", b"1"]
    path = tmp_path / "people.csv"
    path.write_bytes(b"".join(chance.choice(letters) for _ in range(chance.randrange(1, 400))))
    with contextlib.suppress(Refusal):
        read(str(path))


def test_links_to_other_workbooks_are_never_opened(xlsx):
    parts = xlsx.parts('<row r="1"><c r="A1"><f>[1]Other!A1</f><v>7</v></c></row>')
    parts["xl/externalLinks/externalLink1.xml"] = "<externalLink/>"
    parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="file:///etc/passwd" TargetMode="External" Type="x"/></Relationships>'
    )
    (sheet,) = read(xlsx.write(parts))[1]
    assert list(sheet.numbers) == [7.0]


def test_damage_anywhere_is_refused_or_harmless(xlsx):
    """Every byte of a workbook is turned once; whatever comes of it, it is a workbook or a refusal."""
    path = xlsx.book(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Who</t></is></c><c r="B1"><v>2</v></c></row>',
        styles='<cellXfs><xf numFmtId="9"/></cellXfs>',
    )
    with open(path, "rb") as file:
        content = file.read()
    for place in range(0, len(content), 3):
        damaged = bytearray(content)
        damaged[place] ^= 0xFF
        with open(path, "wb") as file:
            file.write(damaged)
        with contextlib.suppress(Refusal):
            read(path)


def test_a_workbook_that_breaks_off_is_refused(xlsx, refused):
    path = xlsx.book('<row r="1"><c r="A1"><v>1</v></c></row>')
    with open(path, "rb") as file:
        content = file.read()
    for length in range(4, len(content), 40):
        with open(path, "wb") as file:
            file.write(content[:length])
        assert refused(path)["reason"] == "damaged"
