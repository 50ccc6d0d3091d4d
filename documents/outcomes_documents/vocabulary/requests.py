"""The requests about thesauri, as the worker answers them."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator

from ..problem import BadRequest
from ..reading.detect import kind_of
from . import limits, sheets, tables
from .problem import Unreadable
from .thesaurus import Concept, Scheme, Thesaurus

# So many concepts are in one part of an answer: the other side takes them in bites.
_BITE = 1_000
# What no database keeps as text: nothing at all, and halves of a letter. JSON and Turtle can say them by number.
_UNKEPT = re.compile("[\0\ud800-\udfff]")
# How they stand in JSON, where a NUL is always said by number.
_UNKEPT_IN_JSON = re.compile(r"\\u0000|[\ud800-\udfff]")


def read(path: str, header: dict) -> tuple[dict, list[bytes]]:
    try:
        format_, found = _read(path, header.get("name") or "list")
        concepts = [concept.answer() for concept in found.concepts]
        parts = [_json(concepts[start : start + _BITE]) for start in range(0, len(concepts), _BITE)]
        bites = len(parts)
        schemes = [scheme.answer() for scheme in found.schemes]
        _json(schemes)
        if header.get("whole"):
            parts += [_statements(found.unsaid), _statements(found.others)]
    except Unreadable as problem:
        return {"refused": problem.answer()}, []
    result = {
        "format": format_,
        "schemes": schemes,
        "problems": found.problems[: limits.MOST_PROBLEMS],
        "left": found.left_aside,
        "bites": bites,
    }
    return result, parts


def _read(path: str, name: str) -> tuple[str, Thesaurus]:
    if os.path.getsize(path) > limits.LARGEST_FILE:
        raise Unreadable("tooLarge", None, str(limits.LARGEST_FILE))
    with open(path, "rb") as file:
        content = file.read()
    if content.startswith(sheets.SIGNATURE):
        return tables.read(sheets.table_of(path), _bare(name))
    try:
        text = _text(content)
    except Unreadable as problem:
        if problem.reason == "notUTF8":
            # A picture, a PDF or an old workbook is told apart by how it begins, which says more.
            kind_of(path)
        raise
    del content
    if _looks_like_table(text, name):
        return tables.read(text, _bare(name))
    from . import rdf, skos

    format_, statements = rdf.read(text)
    return format_, skos.thesaurus_of(statements)


def _text(content: bytes) -> str:
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise Unreadable("notUTF8", content.count(b"\n", 0, error.start) + 1) from None
    if "\0" in text:
        raise Unreadable("notText", text.count("\n", 0, text.index("\0")) + 1)
    if not text.strip():
        raise Unreadable("empty")
    return text


def _looks_like_table(text: str, name: str) -> bool:
    """Whether the first line is headings: words between separators, and nothing that RDF begins with."""
    first = text.lstrip().partition("\n")[0]
    if first.startswith(("{", "[", "<", "@", "#", "_:")) or first.lower().startswith(("prefix ", "base ")):
        return False
    if name.lower().endswith((".ttl", ".nt", ".rdf", ".owl", ".jsonld", ".json", ".xml")):
        return False
    return any(mark in first for mark in ",;\t") or name.lower().endswith((".csv", ".tsv", ".txt"))


def _bare(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return stem if dot and len(ending) <= 6 else name


def write(header: dict, parts: list[bytes]) -> tuple[dict, list[bytes]]:
    """Writes a thesaurus; the parts are bites of concepts, then what is unsaid and the other statements."""
    from . import plain, writing

    bites = header.get("bites", 0)
    if len(parts) != bites + 2:
        raise BadRequest("parts are missing")
    schemes = [Scheme(item["id"], None, _keyed(item["titles"]), _keyed(item["notes"])) for item in header["schemes"]]
    concepts = [_concept(item) for part in parts[:bites] for item in json.loads(part)]
    unsaid, others = (part.decode().split("\n") if part else [] for part in parts[bites:])
    if header["as"] == "csv":
        return {}, [plain.written(schemes, concepts)]
    if header["as"] not in ("turtle", "json-ld"):
        raise BadRequest("no such format")
    write_ = writing.turtle if header["as"] == "turtle" else writing.json_ld
    return {}, [write_(schemes, concepts, unsaid, others)]


def _keyed(items: list) -> dict:
    return {tuple(item): None for item in items}


def _concept(item: dict) -> Concept:
    expression = item.get("expression")
    return Concept(
        item["id"], None, item["scheme"], item.get("code"), bool(item.get("top")), _keyed(item["labels"]),
        _keyed(item.get("notes", [])), dict.fromkeys(item.get("broader", [])), dict.fromkeys(item.get("related", [])),
        _keyed(item.get("mappings", [])), {}, tuple(expression) if expression else None,
    )  # fmt: skip


def _json(items: list[dict]) -> bytes:
    """Raises Unreadable where something in it can't be kept."""
    text = json.dumps(items, ensure_ascii=False, separators=(",", ":"))
    if _UNKEPT_IN_JSON.search(text):
        for item in items:
            if _UNKEPT.search("".join(_strings(item))):
                raise Unreadable("notText", item["line"])
    return text.encode()


def _statements(lines: list[str]) -> bytes:
    """Raises Unreadable where something in them can't be kept."""
    text = "\n".join(lines)
    if _UNKEPT.search(text):
        raise Unreadable("notText", None)
    return text.encode()


def _strings(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)
