"""The names of what we read and write."""

from __future__ import annotations

SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
CIDS = "https://ontology.commonapproach.org/cids#"
DC = "http://purl.org/dc/elements/1.1/"

TYPE = RDF + "type"
# Which words a classification's own rules look for in a text. SKOS has no name for that, so it is one of ours.
LOOKS_FOR = "urn:inside-outcomes:looks-for"
UNLESS = "urn:inside-outcomes:unless"

LABELS = {SKOS + "prefLabel": "preferred", SKOS + "altLabel": "alternative", SKOS + "hiddenLabel": "hidden"}
NOTES = {
    SKOS + "definition": "definition",
    SKOS + "scopeNote": "scope",
    SKOS + "example": "example",
    SKOS + "historyNote": "history",
    SKOS + "editorialNote": "editorial",
    SKOS + "changeNote": "change",
    SKOS + "note": "general",
}
MAPPINGS = {
    SKOS + "exactMatch": "exact",
    SKOS + "closeMatch": "close",
    SKOS + "broadMatch": "broad",
    SKOS + "narrowMatch": "narrow",
    SKOS + "relatedMatch": "related",
}
LABEL_NAMES = {kind: name for name, kind in LABELS.items()}
NOTE_NAMES = {kind: name for name, kind in NOTES.items()}
MAPPING_NAMES = {kind: name for name, kind in MAPPINGS.items()}

# Whose value is an IRI.
RELATIONS = {
    TYPE,
    SKOS + "broader",
    SKOS + "narrower",
    SKOS + "related",
    SKOS + "inScheme",
    SKOS + "topConceptOf",
    SKOS + "hasTopConcept",
    RDFS + "subClassOf",
    *MAPPINGS,
}
# Whose value is a text.
TEXTS = {
    SKOS + "notation",
    RDFS + "label",
    RDFS + "comment",
    DCTERMS + "title",
    DCTERMS + "description",
    DC + "title",
    CIDS + "hasName",
    CIDS + "hasDescription",
    CIDS + "hasDefinition",
    CIDS + "hasIdentifier",
    LOOKS_FOR,
    UNLESS,
    *LABELS,
    *NOTES,
}
