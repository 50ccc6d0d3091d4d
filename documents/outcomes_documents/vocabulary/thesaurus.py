"""A thesaurus on its way to the other side. Every value knows its line, where there is one."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Scheme:
    iri: str
    line: int | None = None
    titles: dict = field(default_factory=dict)
    notes: dict = field(default_factory=dict)

    def answer(self) -> dict:
        return {
            "id": self.iri,
            "line": self.line,
            "titles": [list(title) for title in self.titles],
            "notes": [list(note) for note in self.notes],
        }


@dataclass(slots=True)
class Concept:
    """Labels and notes are kept by (kind, words, language), mappings by (kind, IRI)."""

    iri: str
    line: int | None = None
    scheme: str = ""
    code: str | None = None
    is_top: bool = False
    labels: dict = field(default_factory=dict)
    notes: dict = field(default_factory=dict)
    broader: dict = field(default_factory=dict)
    related: dict = field(default_factory=dict)
    mappings: dict = field(default_factory=dict)
    # Narrower concepts that are nowhere.
    dangling: dict = field(default_factory=dict)
    expression: tuple | None = None

    def answer(self) -> dict:
        answer: dict = {
            "id": self.iri,
            "scheme": self.scheme,
            "labels": [list(label) for label in self.labels],
            "line": self.line,
            "lines": {
                "labels": list(self.labels.values()),
                "broader": list(self.broader.values()),
                "related": list(self.related.values()),
                "mappings": list(self.mappings.values()),
            },
        }
        if self.code is not None:
            answer["code"] = self.code
        if self.is_top:
            answer["top"] = True
        if self.notes:
            answer["notes"] = [list(note) for note in self.notes]
        for name in ("broader", "related"):
            if getattr(self, name):
                answer[name] = list(getattr(self, name))
        if self.mappings:
            answer["mappings"] = [list(mapping) for mapping in self.mappings]
        if self.expression:
            answer["expression"] = list(self.expression)
        if self.dangling:
            answer["narrower"] = list(self.dangling)
            answer["lines"]["narrower"] = list(self.dangling.values())
        return answer


@dataclass(slots=True)
class Thesaurus:
    schemes: list[Scheme] = field(default_factory=list)
    concepts: list[Concept] = field(default_factory=list)
    # Problems of single lines that only the reader can see: reason, line, value.
    problems: list[dict] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)
    left_aside: int = 0
