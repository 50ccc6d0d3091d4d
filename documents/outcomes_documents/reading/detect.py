"""What a file is, by its content and never by its name."""

from __future__ import annotations

import enum

from ..problem import Refusal
from .archive import Archive


class Kind(enum.Enum):
    XLSX = "xlsx"
    ODS = "ods"
    CSV = "csv"


_SIGNATURES = [
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"{\\rtf", "otherDocument"),
]

_WEB_PAGES = (b"<!doctype", b"<html", b"<?xml", b"<table", b"mime-version:")


def kind_of(path: str) -> Kind:
    """The kind of the workbook at a path. Raises Refusal where it is none that we read."""
    with open(path, "rb") as file:
        start = file.read(4096)
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _kind_of_archive(path)
    if start.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise Refusal(_kind_of_compound_file(path))
    for signature, reason in _SIGNATURES:
        # Text may begin with the two letters of a bitmap; a bitmap goes on with zeros.
        if start.startswith(signature) and (signature != b"BM" or b"\0\0\0\0" in start[:32]):
            raise Refusal(reason)
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        raise Refusal("picture")
    if start[4:8] == b"ftyp":
        raise Refusal("picture" if start[8:12] in (b"heic", b"heix", b"mif1", b"avif") else "notAWorkbook")
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_WEB_PAGES):
        raise Refusal("webPage")
    return Kind.CSV


def _kind_of_archive(path: str) -> Kind:
    with Archive(path) as archive:
        names = archive.names
        if "xl/workbook.xml" in names:
            return Kind.XLSX
        if "xl/workbook.bin" in names:
            raise Refusal("binaryExcel")
        if "mimetype" in names and "content.xml" in names:
            media = archive.read("mimetype", most=200).strip()
            if not media.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
                raise Refusal("otherDocument")
            if b"encryption-data" in archive.read("META-INF/manifest.xml", most=5_000_000, optional=True):
                raise Refusal("encrypted")
            return Kind.ODS
        if any(name.startswith("Index/") and name.endswith(".iwa") for name in names) or "Index.zip" in names:
            raise Refusal("appleNumbers")
        if "word/document.xml" in names or "ppt/presentation.xml" in names:
            raise Refusal("otherDocument")
        # A workbook may keep its main part under another name, and says so in its relations; Excel never does.
        if "[Content_Types].xml" in names and not archive.is_encrypted:
            raise Refusal("damaged", part="xl/workbook.xml")
        raise Refusal("archive")


def _kind_of_compound_file(path: str) -> str:
    """What an OLE compound file holds: the names of its streams stand in it in UTF-16."""
    with open(path, "rb") as file:
        content = file.read()
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "encrypted"
    if "WordDocument".encode("utf-16-le") in content or "PowerPoint Document".encode("utf-16-le") in content:
        return "otherDocument"
    if "Workbook".encode("utf-16-le") in content or "Book".encode("utf-16-le") in content:
        return "oldExcel"
    return "notAWorkbook"
