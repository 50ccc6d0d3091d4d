"""Reads Turtle, N-Triples, RDF/XML and JSON-LD, told apart by content. Nothing is fetched from anywhere."""

from __future__ import annotations

import io
import json
import re
from urllib.parse import urljoin
from xml.sax import SAXException, handler, xmlreader

from rdflib.exceptions import ParserError
from rdflib.graph import Dataset, Graph
from rdflib.plugins.parsers.jsonld import to_rdf
from rdflib.plugins.parsers.notation3 import BadSyntax, RDFSink, SinkParser
from rdflib.plugins.parsers.rdfxml import create_parser
from rdflib.plugins.shared.jsonld.context import Context
from rdflib.plugins.shared.jsonld.errors import JSONLDException
from rdflib.term import URIRef

from . import limits
from .problem import Unreadable
from .statements import NOWHERE, Statements


def read(text: str) -> tuple[str, Statements]:
    """The format and the statements of a text. Raises Unreadable."""
    start = text.lstrip()
    format_ = "turtle"
    if start.startswith(("{", "[")) and _is_json(start):
        format_ = "json-ld"
    elif re.match(r"<(\?xml|!--|!DOCTYPE|[A-Za-z][\w.-]*:?RDF[\s>])", start):
        format_ = "rdf-xml"
    statements = Statements()
    try:
        {"turtle": _turtle, "rdf-xml": _xml, "json-ld": _json}[format_](text, statements)
    except RecursionError:
        raise Unreadable("tooDeep", statements.line()) from None
    return format_, statements


def _is_json(start: str) -> bool:
    # Turtle may begin with a bracket too: `[] a skos:Concept .`; JSON goes on with a text, a brace or a bracket.
    return start[0] == "{" or start[1:].lstrip()[:1] in ("{", "[", "]") and not start[1:].lstrip().startswith("] ")


def _turtle(text: str, statements: Statements) -> None:
    parser = SinkParser(RDFSink(Graph(statements)), baseURI=NOWHERE, turtle=True)
    statements.line = lambda: parser.lines + 1
    try:
        parser.loadBuf(text)
    except BadSyntax as error:
        raise Unreadable("syntax", error.lines + 1, f"{error._why}") from None
    except (ParserError, ValueError, AssertionError, IndexError, KeyError) as error:
        raise Unreadable("syntax", parser.lines + 1, str(error)) from None


def _xml(text: str, statements: Statements) -> None:
    source = xmlreader.InputSource(NOWHERE)
    source.setByteStream(io.BytesIO(text.encode()))
    source.setEncoding("utf-8")
    parser = create_parser(source, Graph(statements))
    parser.setFeature(handler.feature_external_ges, False)
    parser.setFeature(handler.feature_external_pes, False)
    statements.line = parser.getLineNumber
    _bound_texts(parser)
    try:
        parser.parse(source)
    except SAXException as error:
        raise Unreadable("syntax", parser.getLineNumber(), error.getMessage()) from None
    except (ParserError, ValueError, AssertionError, IndexError, KeyError) as error:
        raise Unreadable("syntax", parser.getLineNumber(), str(error)) from None


def _bound_texts(parser) -> None:
    """Ends a text that grows without end, as entities within entities make it, before it has cost anything."""
    reader = parser.getContentHandler()
    take, start, end = reader.characters, reader.startElementNS, reader.endElementNS
    length = 0

    def characters(content: str) -> None:
        nonlocal length
        length += len(content)
        if length > limits.LONGEST_WORDS:
            raise Unreadable("longWords", parser.getLineNumber(), content[:80])
        take(content)

    def begin(*arguments) -> None:
        nonlocal length
        length = 0
        start(*arguments)

    def finish(*arguments) -> None:
        nonlocal length
        length = 0
        end(*arguments)

    reader.characters, reader.startElementNS, reader.endElementNS = characters, begin, finish


def _json(text: str, statements: Statements) -> None:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable("syntax", error.lineno, error.msg) from None
    except ValueError as error:
        # A number of thousands of digits.
        raise Unreadable("syntax", None, str(error)) from None
    lines = _identifier_lines(text, _short_names(document))
    current: list[int | None] = [None]
    statements.line = lambda: current[0]
    taken = statements.add

    def add(triple, context=None, quoted=False) -> None:
        if isinstance(triple[0], URIRef):
            current[0] = lines.get(str(triple[0]))
        taken(triple, context, quoted)

    statements.add = add  # type: ignore[method-assign]
    fetch = Context._fetch_context
    Context._fetch_context = _refuse_context  # type: ignore[method-assign]
    try:
        to_rdf(document, Dataset(store=statements, default_union=True), base=NOWHERE)
    except (JSONLDException, ParserError, ValueError, TypeError, AttributeError, KeyError) as error:
        raise Unreadable("syntax", current[0], str(error)) from None
    finally:
        Context._fetch_context = fetch  # type: ignore[method-assign]


def _refuse_context(self, source, base, referenced) -> None:
    raise Unreadable("remoteContext", None, str(source))


def _short_names(document) -> dict[str, str]:
    """What the beginnings of names stand for, as the file says in its context, and its `@base`."""
    found: dict[str, str] = {}
    contexts = document.get("@context", []) if isinstance(document, dict) else []
    for context in contexts if isinstance(contexts, list) else [contexts]:
        for name, value in context.items() if isinstance(context, dict) else ():
            whole = value.get("@id") if isinstance(value, dict) else value
            if isinstance(whole, str):
                found[name] = whole
    return found


def _identifier_lines(text: str, short: dict[str, str]) -> dict[str, int]:
    """The first line on which each thing is named."""
    found: dict[str, int] = {}
    for number, row in enumerate(text.split("\n"), 1):
        for name in re.findall(r'"(?:@id|id|uri)"\s*:\s*"([^"\\]+)"', row):
            start, colon, rest = name.partition(":")
            if colon and start in short and not rest.startswith("//"):
                name = short[start] + rest
            elif not colon:
                name = urljoin(short.get("@base", NOWHERE), name)
            found.setdefault(name, number)
    return found
