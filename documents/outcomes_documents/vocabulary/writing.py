"""Writes a thesaurus as Turtle, JSON-LD or CSV."""

from __future__ import annotations

import io
import json

from rdflib.graph import Graph
from rdflib.plugins.serializers.jsonld import from_rdf
from rdflib.term import Literal

from .names import DCTERMS, LABEL_NAMES, LOOKS_FOR, MAPPING_NAMES, NOTE_NAMES, RDF, SKOS, TYPE, UNLESS
from .thesaurus import Concept, Scheme

_PREFIXES = {"skos": SKOS, "dcterms": DCTERMS, "rdf": RDF}


def triples_of(schemes: list[Scheme], concepts: list[Concept]):
    """Every statement of a thesaurus: a value is an IRI as text, or a pair of words and language."""
    for scheme in schemes:
        yield scheme.iri, TYPE, SKOS + "ConceptScheme"
        for title in scheme.titles:
            yield scheme.iri, DCTERMS + "title", tuple(title)
        for kind, words, language in scheme.notes:
            name = DCTERMS + "description" if kind == "definition" else NOTE_NAMES[kind]
            yield scheme.iri, name, (words, language)
    for concept in concepts:
        yield concept.iri, TYPE, SKOS + "Concept"
        yield concept.iri, SKOS + "inScheme", concept.scheme
        if concept.is_top:
            yield concept.iri, SKOS + "topConceptOf", concept.scheme
        if concept.code is not None:
            yield concept.iri, SKOS + "notation", (concept.code, None)
        for kind, words, language in concept.labels:
            yield concept.iri, LABEL_NAMES[kind], (words, language)
        for kind, words, language in concept.notes:
            yield concept.iri, NOTE_NAMES[kind], (words, language)
        for wider in concept.broader:
            yield concept.iri, SKOS + "broader", wider
        for other in concept.related:
            yield concept.iri, SKOS + "related", other
        for kind, target in concept.mappings:
            yield concept.iri, MAPPING_NAMES[kind], target
        if concept.expression:
            yield concept.iri, LOOKS_FOR, (concept.expression[0], None)
            if concept.expression[1]:
                yield concept.iri, UNLESS, (concept.expression[1], None)


def n3(triple) -> str:
    """A statement as a line of N-Triples."""
    subject, name, value = triple
    return f"<{subject}> <{name}> {_n3(value)} ."


def _n3(value) -> str:
    return f"<{value}>" if isinstance(value, str) else Literal(value[0], lang=value[1]).n3()


def _said(schemes, concepts, unsaid: set[str]):
    for triple in triples_of(schemes, concepts):
        if not unsaid or n3(triple) not in unsaid:
            yield triple


def turtle(schemes, concepts, unsaid: list[str], others: list[str]) -> bytes:
    out = io.StringIO()
    for prefix, name in _PREFIXES.items():
        out.write(f"@prefix {prefix}: <{name}> .\n")
    current = None
    for subject, name, value in _said(schemes, concepts, set(unsaid)):
        out.write(" ;\n    " if subject == current else f"{' .' if current else ''}\n\n<{subject}> ")
        current = subject
        out.write(f"{_short(name)} {_short(value) if isinstance(value, str) else _n3(value)}")
    out.write(" .\n" if current else "")
    for line in others:
        out.write(line + "\n")
    return out.getvalue().encode()


def _short(iri: str) -> str:
    for prefix, name in _PREFIXES.items():
        rest = iri[len(name) :]
        if iri.startswith(name) and rest.isascii() and rest.isalpha():
            return f"{prefix}:{rest}"
    return f"<{iri}>"


def json_ld(schemes, concepts, unsaid: list[str], others: list[str]) -> bytes:
    nodes: dict[str, dict] = {}
    for subject, name, value in _said(schemes, concepts, set(unsaid)):
        node = nodes.setdefault(subject, {"@id": subject})
        if name == TYPE:
            node.setdefault("@type", []).append(_short(value))
            continue
        if isinstance(value, str):
            kept: dict = {"@id": value}
        else:
            kept = {"@value": value[0], **({"@language": value[1]} if value[1] else {})}
        node.setdefault(_short(name).strip("<>"), []).append(kept)
    graph = list(nodes.values())
    if others:
        rest = Graph().parse(data="\n".join(others), format="nt")
        graph += from_rdf(rest, context_data=None, base=None, use_native_types=False, use_rdf_type=False)
    document = {"@context": _PREFIXES, "@graph": graph}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
