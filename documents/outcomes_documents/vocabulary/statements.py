"""What a file says, statement by statement, each with its line."""

from __future__ import annotations

from rdflib.store import Store
from rdflib.term import BNode, Literal, URIRef

from . import limits
from .names import RELATIONS, TEXTS
from .problem import Unreadable

# What relative names are resolved against where a file says no base. Whatever begins with it names nothing.
NOWHERE = "https://no-base.invalid/"


class Node:
    """What is said about one thing: for each property its values, in order, with the line of each."""

    __slots__ = ("line", "said")

    def __init__(self, line: int | None) -> None:
        self.line = line
        self.said: dict[str, dict] = {}

    def values(self, name: str) -> dict:
        """The values of a property: IRIs as text, texts as pairs of words and language."""
        return self.said.get(name, {})


class Statements(Store):
    """Takes what a parser reads, and keeps nothing twice. `line` says where the parser is."""

    context_aware = True
    formula_aware = False
    graph_aware = True

    def __init__(self) -> None:
        super().__init__()
        self.nodes: dict[str, Node] = {}
        self.line = lambda: None
        # The statements of other kinds, as N-Triples.
        self.others: dict[str, None] = {}
        self.count = 0
        self._names: dict[str, str] = {}
        self._prefixes: dict[str, URIRef] = {}

    def add(self, triple, context=None, quoted=False) -> None:
        self.count += 1
        line = self.line()
        if self.count > limits.MOST_STATEMENTS:
            raise Unreadable("tooManyStatements", line, str(limits.MOST_STATEMENTS))
        subject, predicate, value = triple
        for term in triple:
            self._check(term, line)
        if not isinstance(subject, URIRef):
            return self.leave(triple)
        name = str(predicate)
        if name in RELATIONS and isinstance(value, URIRef):
            kept = self._name(value)
        elif name in TEXTS and isinstance(value, Literal) and value.datatype is None:
            kept = (str(value), value.language)
        else:
            return self.leave(triple)
        iri = self._name(subject)
        node = self.nodes.get(iri)
        if node is None:
            node = self.nodes[iri] = Node(line)
        node.said.setdefault(self._name(predicate), {}).setdefault(kept, line)

    def leave(self, triple) -> None:
        """Puts a statement aside for which a thesaurus has no place."""
        if len(self.others) < limits.MOST_OTHERS:
            subject, predicate, value = triple
            self.others[f"{subject.n3()} {predicate.n3()} {value.n3()} ."] = None

    def _name(self, term) -> str:
        text = str(term)
        return self._names.setdefault(text, text)

    def _check(self, term, line) -> None:
        if isinstance(term, URIRef):
            if str(term) in self._names:
                return
            if len(term) > limits.LONGEST_IRI:
                raise Unreadable("longName", line, term[:80])
            if term.startswith(NOWHERE):
                raise Unreadable("relativeName", line, term[len(NOWHERE) :])
            if not is_iri(term):
                raise Unreadable("noName", line, term)
            self._name(term)
        elif isinstance(term, Literal):
            if len(term) > limits.LONGEST_WORDS:
                raise Unreadable("longWords", line, term[:80])
        elif not isinstance(term, BNode):
            raise Unreadable("noStatement", line, str(term))

    # What a graph around the store asks for.

    def bind(self, prefix, namespace, override=True) -> None:
        self._prefixes[prefix] = namespace

    def namespace(self, prefix):
        return self._prefixes.get(prefix)

    def prefix(self, namespace):
        return next((prefix for prefix, known in self._prefixes.items() if known == namespace), None)

    def namespaces(self):
        return iter(self._prefixes.items())

    def add_graph(self, graph) -> None:
        pass

    def remove_graph(self, graph) -> None:
        pass

    def contexts(self, triple=None):
        return iter(())

    def triples(self, pattern, context=None):
        return iter(())

    def __len__(self, context=None) -> int:
        return self.count


_FORBIDDEN = frozenset('<>"{}|^`\\')


def is_iri(text: str) -> bool:
    """Whether a text can be an absolute IRI: a scheme, and nothing that would break out of angle brackets."""
    scheme, colon, rest = text.partition(":")
    return (
        bool(colon and rest and scheme[:1].isascii() and scheme[:1].isalpha())
        and scheme.replace("+", "").replace("-", "").replace(".", "").isalnum()
        and text.isprintable()
        and " " not in text
        and _FORBIDDEN.isdisjoint(text)
    )
