"""Reads tables with headed columns: UK-CAT's and ICNP/TSO's shape, and a plain one for anybody's own list."""

from __future__ import annotations

import re
from urllib.parse import quote

from . import plain
from .rows import Builder, Row, rows_of
from .thesaurus import Scheme, Thesaurus

UKCAT = "urn:ukcat:"
ICNPTSO = "urn:icnptso:"


def read(text: str, name: str) -> tuple[str, Thesaurus]:
    """The shape and what the table holds. `name` is what the list is called where it doesn't say so itself."""
    headings, rows = rows_of(text)
    known = set(headings)
    if {"code", "tag", "category"} <= known:
        return "uk-cat", _ukcat(rows)
    if {"section", "group", "sub-group", "title"} <= known:
        return "icnptso", _icnptso(rows)
    return "table", plain.read(headings, rows, name)


def _ukcat(rows: list[Row]) -> Thesaurus:
    table = Builder(UKCAT)
    scheme = UKCAT[:-1]
    table.result.schemes.append(Scheme(scheme, None, {("UK Charity Activity Tags", "en"): None}))
    # A tag of the first level carries the name of its category, one of the second that of its subcategory.
    tops = {row["category"]: row["code"] for row in rows if row["level"] == "1"}
    middles = {(row["category"], row["subcategory"]): row["code"] for row in rows if row["level"] == "2"}
    for row in rows:
        concept = table.concept(row["code"], row.line, scheme)
        if concept is None:
            continue
        concept.labels[("preferred", row["tag"], "en")] = row.line
        if row["notes"]:
            concept.notes[("scope", row["notes"], "en")] = row.line
        wider = None
        if row["level"] == "1":
            concept.is_top = True
        elif row["level"] == "2":
            wider = tops.get(row["category"])
        else:
            wider = middles.get((row["category"], row["subcategory"])) or tops.get(row["category"])
        if wider:
            concept.broader[table.iri(wider)] = row.line
        elif not concept.is_top:
            table.problem("noBroader", row.line, row["category"])
        for code in re.split(r"[;,\s]+", row["related icnptso code"]):
            if code:
                concept.mappings[("related", ICNPTSO + quote(code))] = row.line
        if row["regular expression"]:
            concept.expression = (row["regular expression"], row["exclude regular expression"] or None)
    return table.finished()


def _icnptso(rows: list[Row]) -> Thesaurus:
    table = Builder(ICNPTSO)
    scheme = ICNPTSO[:-1]
    title = "International Classification of Non-profit and Third Sector Organizations"
    table.result.schemes.append(Scheme(scheme, None, {(title, "en"): None}))
    for row in rows:
        codes = [row[name] for name in ("section", "group", "sub-group") if row[name]]
        concept = table.concept(codes[-1] if codes else "", row.line, scheme)
        if concept is None:
            continue
        concept.labels[("preferred", row["title"], "en")] = row.line
        if row["notes"]:
            concept.notes[("scope", row["notes"], "en")] = row.line
        concept.is_top = len(codes) == 1
        if len(codes) > 1:
            concept.broader[table.iri(codes[-2])] = row.line
    return table.finished()
