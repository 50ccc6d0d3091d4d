"""Finds schemes and concepts in the statements of a file."""

from __future__ import annotations

from . import limits
from .names import (
    CIDS,
    DC,
    DCTERMS,
    LABELS,
    LOOKS_FOR,
    MAPPINGS,
    NOTES,
    OWL,
    RDFS,
    SKOS,
    TYPE,
    UNLESS,
)
from .problem import Unreadable
from .statements import Node, Statements
from .thesaurus import Concept, Scheme, Thesaurus
from .writing import n3, triples_of

_CONCEPT, _SCHEME = SKOS + "Concept", SKOS + "ConceptScheme"
_CLASSES = (OWL + "Class", RDFS + "Class")
# What makes something a concept where nobody says that it is one (SKOS, S19 and S6).
_SEMANTIC = [SKOS + name for name in ("broader", "narrower", "related", "topConceptOf")]
_TITLES = [DCTERMS + "title", DC + "title", SKOS + "prefLabel", RDFS + "label", CIDS + "hasName"]
# What stands in for a label, a definition or a code where a code list says it in other terms.
_LABELS_ELSEWHERE = [RDFS + "label", CIDS + "hasName"]
_DEFINITIONS_ELSEWHERE = [RDFS + "comment", CIDS + "hasDefinition", CIDS + "hasDescription", DCTERMS + "description"]

# Said the other way round by us; understood though we say it in other terms; and said by us also where a code list
# says it elsewhere.
_TURNED = {SKOS + "narrower", SKOS + "hasTopConcept"}
_UNDERSTOOD = {*_TITLES, *_DEFINITIONS_ELSEWHERE, CIDS + "hasIdentifier", RDFS + "subClassOf"}
_SPELT_OUT = {SKOS + name for name in ("prefLabel", "definition", "notation", "broader")}


def thesaurus_of(statements: Statements) -> Thesaurus:
    """Raises Unreadable where there is no concept in it."""
    nodes = statements.nodes
    schemes = _schemes(nodes)
    concepts = _concepts(nodes, schemes)
    if not concepts:
        raise Unreadable("noConcepts")
    if len(concepts) > limits.MOST_CONCEPTS:
        raise Unreadable("tooManyConcepts", None, str(limits.MOST_CONCEPTS))
    result = Thesaurus()
    fallback = _fallback_scheme(schemes, concepts)
    if fallback not in schemes:
        schemes[fallback] = Node(None)
    ontologies = [node for node in nodes.values() if OWL + "Ontology" in node.values(TYPE)]
    for iri, node in schemes.items():
        result.schemes.append(_scheme(iri, node, ontologies[0] if len(ontologies) == 1 == len(schemes) else None))
    tops = {top: iri for iri, node in schemes.items() for top in node.values(SKOS + "hasTopConcept")}
    for iri, node in concepts.items():
        result.concepts.append(_concept(iri, node, tops.get(iri), fallback))
    _add_inverses(result, nodes)
    _compare(result, statements, concepts)
    return result


def _schemes(nodes: dict[str, Node]) -> dict[str, Node]:
    found = {
        iri: node for iri, node in nodes.items() if _SCHEME in node.values(TYPE) or node.values(SKOS + "hasTopConcept")
    }
    for node in list(nodes.values()):
        for name in ("inScheme", "topConceptOf"):
            for iri, line in node.values(SKOS + name).items():
                found.setdefault(iri, nodes.get(iri) or Node(line))
    return found


def _concepts(nodes: dict[str, Node], schemes: dict[str, Node]) -> dict[str, Node]:
    found = {
        iri: node
        for iri, node in nodes.items()
        if _CONCEPT in node.values(TYPE) or any(node.values(name) for name in _SEMANTIC)
    }
    if found:
        for iri, node in nodes.items():
            if iri not in found and iri not in schemes and node.values(SKOS + "inScheme") and _has_label(node):
                found[iri] = node
        return found
    return {
        iri: node
        for iri, node in nodes.items()
        if any(kind in node.values(TYPE) for kind in _CLASSES)
        and (_has_label(node) or node.values(RDFS + "subClassOf"))
    }


def _has_label(node: Node) -> bool:
    return any(node.values(name) for name in [*LABELS, *_LABELS_ELSEWHERE])


def _fallback_scheme(schemes: dict[str, Node], concepts: dict[str, Node]) -> str:
    """The scheme of concepts that say none: the only one there is, or else what their names begin with."""
    if len(schemes) == 1:
        return next(iter(schemes))
    first = next(iter(concepts))
    cut = max(first.rfind("#"), first.rfind("/"), first.rfind(":"))
    return first[: cut + 1] if cut > 0 else first


def _scheme(iri: str, node: Node, ontology: Node | None) -> Scheme:
    scheme = Scheme(iri, node.line)
    for about in (node, ontology):
        for name in _TITLES if about else []:
            if not scheme.titles:
                scheme.titles = dict(about.values(name))
    for name, kind in {**NOTES, DCTERMS + "description": "definition"}.items():
        for words, _ in node.values(name).items():
            scheme.notes[(kind, *words)] = None
    return scheme


def _concept(iri: str, node: Node, above: str | None, fallback: str) -> Concept:
    """`above` is the scheme that names it as a top concept, if one does."""
    concept = Concept(iri, node.line)
    tops = node.values(SKOS + "topConceptOf")
    concept.scheme = next(iter([*node.values(SKOS + "inScheme"), *tops, *([above] if above else []), fallback]))
    concept.is_top = concept.scheme in tops or concept.scheme == above
    for name, kind in LABELS.items():
        for words, line in node.values(name).items():
            concept.labels[(kind, *words)] = line
    if not any(kind == "preferred" for kind, _, _ in concept.labels):
        for name in _LABELS_ELSEWHERE:
            if node.values(name) and not any(kind == "preferred" for kind, _, _ in concept.labels):
                for words, line in node.values(name).items():
                    concept.labels[("preferred", *words)] = line
    for name, kind in NOTES.items():
        for words, line in node.values(name).items():
            concept.notes[(kind, *words)] = line
    if not any(kind == "definition" for kind, _, _ in concept.notes):
        for name in _DEFINITIONS_ELSEWHERE:
            if node.values(name):
                for words, line in node.values(name).items():
                    concept.notes[("definition", *words)] = line
                break
    codes = node.values(SKOS + "notation") or node.values(CIDS + "hasIdentifier")
    concept.code = min((words for words, _ in codes), default=None)
    concept.broader = {**node.values(SKOS + "broader")}
    if not concept.broader and any(kind in node.values(TYPE) for kind in _CLASSES):
        concept.broader = {
            wider: line for wider, line in node.values(RDFS + "subClassOf").items() if not wider.startswith(OWL)
        }
    concept.related = {**node.values(SKOS + "related")}
    for name, kind in MAPPINGS.items():
        for target, line in node.values(name).items():
            concept.mappings[(kind, target)] = line
    looks_for = [words for words, _ in node.values(LOOKS_FOR)]
    unless = [words for words, _ in node.values(UNLESS)]
    if looks_for:
        concept.expression = (looks_for[0], unless[0] if unless else None)
    return concept


def _add_inverses(result: Thesaurus, nodes: dict[str, Node]) -> None:
    """What is said from the other side: narrower, top concepts, and that what is related is so both ways."""
    known = {concept.iri: concept for concept in result.concepts}
    for concept in result.concepts:
        for iri, line in nodes[concept.iri].values(SKOS + "narrower").items() if concept.iri in nodes else ():
            if iri in known:
                known[iri].broader.setdefault(concept.iri, line)
            else:
                concept.dangling.setdefault(iri, line)
        for iri, line in list(concept.related.items()):
            if iri in known:
                known[iri].related.setdefault(concept.iri, line)


def _compare(result: Thesaurus, statements: Statements, concepts: dict[str, Node]) -> None:
    """Notes what the file says and we don't, and what we say and it doesn't: so the file can be written out again."""
    is_skos = any(_CONCEPT in node.values(TYPE) for node in concepts.values())
    nodes = statements.nodes
    ours: dict[str, set] = {}
    for scheme in result.schemes:
        ours[scheme.iri] = set(triples_of([scheme], []))
    left = len(statements.others)
    for concept in result.concepts:
        said = ours.pop(concept.iri, set()).union(triples_of([], [concept]))
        left += _compare_one(concept.iri, said, nodes.get(concept.iri), result, is_skos, concepts)
    for iri, said in ours.items():
        left += _compare_one(iri, said, nodes.get(iri), result, is_skos, concepts)
    known = {scheme.iri for scheme in result.schemes}
    for iri, node in nodes.items():
        if iri not in concepts and iri not in known:
            left += _compare_one(iri, set(), node, result, is_skos, concepts)
    result.others += statements.others
    result.left_aside = left


def _compare_one(iri: str, ours: set, node: Node | None, result: Thesaurus, is_skos: bool, concepts) -> int:
    """How many statements about one thing are of kinds that we have no place for."""
    left = 0
    for name, values in node.said.items() if node else ():
        for value in values:
            triple = (iri, name, value)
            if triple in ours:
                ours.remove(triple)
            else:
                result.others.append(n3(triple))
                left += name not in _TURNED and name not in _UNDERSTOOD
    if is_skos:
        unsaid = [triple for triple in ours if triple[1] not in _SPELT_OUT or _is_inverse(triple, concepts)]
        result.unsaid += sorted(map(n3, unsaid))
    return left


def _is_inverse(triple, concepts: dict[str, Node]) -> bool:
    subject, name, value = triple
    wider = concepts.get(value) if name == SKOS + "broader" else None
    return wider is not None and subject in wider.values(SKOS + "narrower")
