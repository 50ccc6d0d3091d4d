"""Parses XML of unknown origin: no document type, no entities, and errors that name the part."""

from __future__ import annotations

from collections.abc import Iterable
from xml.parsers import expat

from ..problem import Refusal


def parser(part: str) -> expat.XMLParserType:
    """A parser that refuses a document type, which no workbook needs and every entity bomb has."""

    def refuse(*_: object) -> None:
        raise Refusal("unsafeMarkup", part=part)

    made = expat.ParserCreate()
    made.StartDoctypeDeclHandler = refuse
    made.EntityDeclHandler = refuse
    made.buffer_text = True
    made.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    return made


def parse(made: expat.XMLParserType, pieces: Iterable[bytes], part: str) -> None:
    """Feeds the pieces of a part to a parser. Raises Refusal where it isn't well formed."""
    try:
        for piece in pieces:
            made.Parse(piece, False)
        made.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError):
        raise Refusal("damaged", part=part) from None


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def named(attributes: dict[str, str], name: str) -> str | None:
    """An attribute by its name, whatever its prefix."""
    if name in attributes:
        return attributes[name]
    for key, value in attributes.items():
        if local(key) == name:
            return value
    return None
