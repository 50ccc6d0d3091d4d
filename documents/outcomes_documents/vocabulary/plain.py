"""The plain table of concepts: one a row, a column for each kind of label and note in each language."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from .names import LABEL_NAMES, MAPPING_NAMES, NOTE_NAMES
from .problem import Unreadable
from .rows import Builder, Row
from .statements import is_iri
from .thesaurus import Concept, Scheme, Thesaurus

# What people call the columns. A heading may end in a language (`label_cy`, `label (cy)`)
# and in a number (`example_en 2`).
_NAMES = {
    "preferred": ["preferred", "preferred label", "label", "title", "name", "term", "heading"],
    "alternative": ["alternative", "alternative labels", "alternative label", "also called", "other names", "synonyms"],
    "hidden": ["hidden", "hidden labels", "hidden label", "misspellings"],
    "definition": ["definition", "description", "meaning"],
    "scope": ["scope", "scope note", "scope notes", "notes"],
    "example": ["example", "examples"],
    "history": ["history"],
    "editorial": ["editorial"],
    "change": ["change"],
    "general": ["general", "note"],
    "code": ["code", "notation", "number", "reference"],
    "broader": ["broader", "parent", "part of", "wider"],
    "related": ["related", "see also"],
}
# What people call the column of headings where none has one of the names above.
_INSTEAD = [
    name
    for one, many in [
        ("outcome", "outcomes"), ("aim", "aims"), ("priority", "priorities"), ("objective", "objectives"),
        ("goal", "goals"), ("theme", "themes"), ("target", "targets"), ("need", "needs"), ("topic", "topics"),
        ("category", "categories"),
    ]
    for name in (one, many)
]  # fmt: skip
_MEANINGS = {name: meaning for meaning, names in _NAMES.items() for name in names}
_OURS = "type"
_FALLBACK_LANGUAGE = "en"


class Column:
    """What a heading says: a meaning, a language, and the heading itself."""

    def __init__(self, heading: str, is_ours: bool) -> None:
        bare = re.sub(r" \d+$", "", heading)
        found = re.fullmatch(r"(.*?)(?:_|\s*\(|@)([a-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\)?", bare)
        language = found[2] if found and found[1].strip() in _MEANINGS else None
        stem = found[1].strip() if found and language else bare
        self.heading = heading
        self.meaning = _MEANINGS.get(stem)
        self.language = language if language or is_ours else _FALLBACK_LANGUAGE


def read(headings: list[str], rows: list[Row], name: str) -> Thesaurus:
    is_ours = _OURS in headings and "id" in headings
    columns = [Column(heading, is_ours) for heading in headings]
    if not any(column.meaning == "preferred" for column in columns):
        _take_as_label(columns)
    by_heading = {column.heading: column for column in columns if column.meaning}
    base = "urn:list:" + (re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "list") + ":"
    table = Builder(base)
    table.has_codes = any(column.meaning == "code" for column in columns)
    if not is_ours:
        table.result.schemes.append(Scheme(base[:-1], None, {(name, _FALLBACK_LANGUAGE): None}))
    for number, row in enumerate(rows, 1):
        if is_ours and row[_OURS] == "scheme":
            _read_scheme(table, row, by_heading)
        else:
            _read_concept(table, row, by_heading, number, is_ours)
    if is_ours:
        known = {scheme.iri for scheme in table.result.schemes}
        for concept in table.result.concepts:
            if concept.scheme not in known:
                table.problem("unknownCode", concept.line, concept.scheme)
    else:
        _find_broader(table)
    return table.finished()


def names_columns(cells: list[str]) -> bool:
    """Whether a row says what stands below."""
    columns = [Column(re.sub(r"\s+", " ", cell.strip()).lower(), False) for cell in cells]
    return any(column.meaning == "preferred" or column.heading in _INSTEAD for column in columns)


def _take_as_label(columns: list[Column]) -> None:
    """Takes the column for the headings that is called as people call theirs, or the only one that there is."""
    named = [column for column in columns if column.heading]
    found = [column for name in _INSTEAD for column in named if column.heading == name]
    if not found and len(named) == 1 and named[0].meaning is None:
        found = named
    if not found:
        raise Unreadable("noHeadings", 1)
    found[0].meaning = "preferred"


def _after_label(table: Builder, words: str, number: int) -> str:
    """What a heading without a code is called: by its words, so that a row put in above changes no other heading."""
    bare = re.sub(r"\W+", "-", words.casefold()).strip("-") or f"row-{number}"
    name = bare
    while name in table.by_code:
        table.namesakes[bare] = table.namesakes.get(bare, 1) + 1
        name = f"{bare}-{table.namesakes[bare]}"
    return name


def _cells(row: Row, columns: dict[str, Column]) -> Iterator[tuple[Column, str]]:
    """The cells that a row has under headings that say something: no more work than there is to read."""
    for heading, cell in row.cells.items():
        if heading in columns:
            yield columns[heading], cell


def _first(row: Row, columns: dict[str, Column], meaning: str) -> str:
    return next((cell.strip() for column, cell in _cells(row, columns) if column.meaning == meaning), "")


def _read_scheme(table: Builder, row: Row, columns: dict[str, Column]) -> None:
    scheme = Scheme(row["id"], row.line)
    for column, cell in _cells(row, columns):
        cell = _shown(cell)
        if cell and column.meaning == "preferred":
            scheme.titles[(cell, column.language)] = None
        elif cell and column.meaning in NOTE_NAMES:
            scheme.notes[(column.meaning, cell, column.language)] = None
    table.result.schemes.append(scheme)


def _read_concept(table: Builder, row: Row, columns: dict[str, Column], number: int, is_ours: bool) -> None:
    if is_ours:
        if not is_iri(row["id"]):
            return table.problem("noName", row.line, row["id"])
        concept = Concept(row["id"], row.line, row["scheme"], _shown(row.cells.get("code", "")) or None)
        concept.is_top = row["top"] == "yes"
        table.result.concepts.append(concept)
    else:
        code = (
            _first(row, columns, "code")
            if table.has_codes
            else _after_label(table, _first(row, columns, "preferred"), number)
        )
        found = table.concept(code, row.line, table.base[:-1])
        if found is None:
            return
        concept = found
        if not table.has_codes:
            concept.code = None
    for column, cell in _cells(row, columns):
        _read_cell(concept, column, cell, row.line, is_ours)
    looks_for = row.cells.get("looks_for", "")
    if looks_for:
        concept.expression = (_shown(looks_for), _shown(row.cells.get("unless", "")) or None)
    for kind in MAPPING_NAMES:
        for target in row[f"{kind} match"].split():
            if is_iri(target):
                concept.mappings[(kind, target)] = row.line
            else:
                table.problem("noName", row.line, target)
    if not any(kind == "preferred" for kind, _, _ in concept.labels):
        table.problem("noLabel", row.line, concept.code or "")


def _read_cell(concept: Concept, column: Column, cell: str, line: int, is_ours: bool) -> None:
    cell = _shown(cell) if is_ours else cell.strip()
    if not cell or column.meaning == "code":
        return
    if column.meaning in ("broader", "related"):
        kept = getattr(concept, column.meaning)
        for value in cell.split() if is_ours else _several(cell, is_ours):
            kept[value] = line
    elif column.meaning in NOTE_NAMES:
        concept.notes[(column.meaning, cell, column.language)] = line
    elif column.meaning == "preferred" and not is_ours:
        concept.labels[("preferred", cell, column.language)] = line
    else:
        for value in _several(cell, is_ours):
            concept.labels[(column.meaning, value, column.language)] = line


def _find_broader(table: Builder) -> None:
    """In a list of somebody's own, what is wider or related is named by its code or by its label."""
    by_label: dict[str, str] = {}
    for concept in table.result.concepts:
        for kind, words, _ in concept.labels:
            if kind == "preferred":
                by_label.setdefault(words.casefold(), concept.iri)
    for concept in table.result.concepts:
        for name in ("broader", "related"):
            found = {}
            for value, line in getattr(concept, name).items():
                known = table.by_code.get(value)
                target = known.iri if known and known.code else by_label.get(value.casefold())
                if target is None:
                    table.problem("unknownCode", line, value)
                else:
                    found[target] = line
            setattr(concept, name, found)
    known_concepts = {concept.iri: concept for concept in table.result.concepts}
    for concept in table.result.concepts:
        for other, line in concept.related.items():
            known_concepts[other].related.setdefault(concept.iri, line)


def _several(cell: str, is_ours: bool) -> list[str]:
    r"""The values in a cell, between semicolons; `\;` is a semicolon in a value."""
    values = re.findall(r"((?:[^\\;]|\\[\\;]|\\)+)(?:;|$)", cell)
    if not is_ours:
        return [value.strip().replace("\\;", ";") for value in values if value.strip()]
    values = [values[0], *(value.removeprefix(" ") for value in values[1:])] if values else []
    return [re.sub(r"\\([\\;])", r"\1", value) for value in values]


def _shown(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" else cell


def _cell(text: str) -> str:
    """Spreadsheet programs take what begins so for a formula, and would run it."""
    return "'" + text if text[:1] in tuple("=+-@\t\r\n '") else text


def written(schemes: list[Scheme], concepts: list[Concept]) -> bytes:
    """The table that reads back as the same."""
    slots: dict[tuple, int] = {}
    for thing in [*schemes, *concepts]:
        counts: dict[tuple, int] = {}
        for kind, _, language in thing.notes:
            counts[kind, language] = counts.get((kind, language), 0) + 1
        titles = [("preferred", *title) for title in thing.titles] if isinstance(thing, Scheme) else thing.labels
        for kind, _, language in titles:
            counts[kind, language] = 1 if not isinstance(thing, Scheme) else counts.get((kind, language), 0) + 1
        for key, count in counts.items():
            slots[key] = max(slots.get(key, 0), count)
    order = [*LABEL_NAMES, *NOTE_NAMES]
    keys = sorted(slots, key=lambda key: (order.index(key[0]), key[1] != "en", key[1] or ""))
    headings = ["type", "id", "scheme", "code", "top"]
    headings += [_heading(kind, language, number) for kind, language in keys for number in range(slots[kind, language])]
    headings += ["broader", "related", *(f"{kind} match" for kind in MAPPING_NAMES), "looks_for", "unless"]
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, headings, restval="", lineterminator="\r\n")
    table.writeheader()
    for scheme in schemes:
        row = {"type": "scheme", "id": scheme.iri}
        _write_notes(row, [("preferred", *title) for title in scheme.titles])
        _write_notes(row, scheme.notes)
        table.writerow(row)
    for concept in concepts:
        table.writerow(_concept_row(concept))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _concept_row(concept: Concept) -> dict[str, str]:
    row = {
        "type": "concept",
        "id": concept.iri,
        "scheme": concept.scheme,
        "code": _cell(concept.code or ""),
        "top": "yes" if concept.is_top else "",
        "broader": " ".join(concept.broader),
        "related": " ".join(concept.related),
    }
    labels: dict[str, list[str]] = {}
    for kind, words, language in concept.labels:
        labels.setdefault(_heading(kind, language), []).append(re.sub(r"([\\;])", r"\\\1", words))
    row |= {heading: _cell("; ".join(values)) for heading, values in labels.items()}
    _write_notes(row, concept.notes)
    for kind, target in concept.mappings:
        row[f"{kind} match"] = f"{row.get(f'{kind} match', '')} {target}".strip()
    if concept.expression:
        row["looks_for"] = _cell(concept.expression[0])
        row["unless"] = _cell(concept.expression[1] or "")
    return row


def _write_notes(row: dict[str, str], notes) -> None:
    counts: dict[tuple, int] = {}
    for kind, words, language in notes:
        number = counts.get((kind, language), 0)
        counts[kind, language] = number + 1
        row[_heading(kind, language, number)] = _cell(words)


def _heading(kind: str, language: str | None, number: int = 0) -> str:
    return kind + (f"_{language}" if language else "") + (f" {number + 1}" if number else "")
