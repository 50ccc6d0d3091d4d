"""Thesauri in and out: nothing that a file says is lost, each statement keeps its line, and attacks end in a reason."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest
import xlsxwriter
from outcomes_documents.problem import Refusal
from outcomes_documents.vocabulary import requests
from rdflib import Graph
from rdflib.compare import isomorphic

PREFIXES = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix : <https://example.org/c/> .
"""
ENDINGS = {"turtle": "ttl", "json-ld": "jsonld", "csv": "csv"}


def read(folder: Path, text: str | bytes, name: str = "thesaurus.ttl", whole: bool = False) -> tuple[dict, list]:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    result, parts = requests.read(str(path), {"name": name, "whole": whole})
    bites = result.get("bites", 0)
    return result, [concept for part in parts[:bites] for concept in json.loads(part)]


def converted(folder: Path, text: str | bytes, form: str, name: str = "thesaurus.ttl") -> bytes:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    result, parts = requests.read(str(path), {"name": name, "whole": True})
    assert "refused" not in result, result
    return requests.write({**result, "as": form}, parts)[1][0]


def bare(concepts: list[dict]) -> list:
    """Concepts without their lines, and without the order of what has none."""
    kept = [{name: value for name, value in concept.items() if name not in ("line", "lines")} for concept in concepts]
    for concept in kept:
        for name, value in concept.items():
            if isinstance(value, list) and name != "expression":
                concept[name] = sorted(value, key=str)
    return sorted(kept, key=lambda concept: concept["id"])


def made_up(seed: int, extra: bool) -> str:
    """A thesaurus out of everything that we model, and of things that we don't."""
    rng = random.Random(seed)  # noqa: S311
    words = [
        "a",
        "Llesiant",
        "=sum(1)",
        'q"uo\\te',
        "ŵ, ŷ; x",
        "line\nbreak",
        " edge ",
        "'tis",
        "\\;",
        "日本",
        "-1",
        "@x",
    ]
    lines = [PREFIXES, ":s a skos:ConceptScheme ; dct:title 'T'@en, 'Y'@cy ; skos:scopeNote 'n'@en ."]

    def text() -> str:
        return json.dumps(rng.choice(words) + str(rng.randrange(50)), ensure_ascii=False)

    for number in range(rng.randrange(1, 12)):
        said = [f":c{number} a skos:Concept ; skos:inScheme :s ; skos:prefLabel {text()}@en"]
        for name in ("altLabel", "hiddenLabel", "definition", "scopeNote", "example", "historyNote", "note"):
            for language in ("", "@en", "@cy", "@en-GB"):
                if rng.random() < 0.2:
                    said.append(f"skos:{name} {text()}{language}")
        if number and rng.random() < 0.7:
            said.append(f"skos:broader :c{rng.randrange(number)}")
        if number and extra and rng.random() < 0.5:
            said.append(f"skos:narrower :c{rng.randrange(number)}")
        if rng.random() < 0.3:
            said.append(f"skos:related :c{rng.randrange(number + 1)}")
        for name in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"):
            if rng.random() < 0.2:
                said.append(f"skos:{name} <https://elsewhere.org/{rng.randrange(9)}>")
        if rng.random() < 0.5:
            said.append(f'skos:notation "{number}"')
        if rng.random() < 0.3:
            said.append("skos:topConceptOf :s")
        if extra and rng.random() < 0.5:
            said.append('dct:creator [ dct:title "x" ] ; :list ( 1 "b" ) ; skos:notation "7"^^:type')
        lines.append(" ;\n  ".join(said) + " .")
    if extra:
        lines.append(":s skos:hasTopConcept :c0 . :col a skos:Collection ; skos:member :c0 ; skos:prefLabel 'C'@en .")
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(25))
def test_rdf_comes_out_as_the_same_graph_with_all_that_we_have_no_place_for(tmp_path, seed) -> None:
    text = made_up(seed, extra=seed % 2 == 1)
    before = Graph().parse(data=text, format="turtle")
    for form in ("turtle", "json-ld"):
        after = Graph().parse(data=converted(tmp_path, text, form), format=form)
        assert isomorphic(before, after), f"{form}: {set(before) ^ set(after)}"
    for form in ("nt", "xml", "json-ld"):
        name = f"in.{form}"
        again = converted(tmp_path, before.serialize(format=form), "turtle", name)
        assert isomorphic(before, Graph().parse(data=again, format="turtle")), form


@pytest.mark.parametrize("seed", range(25))
def test_a_table_reads_back_as_the_same(tmp_path, seed) -> None:
    text = made_up(seed, extra=False)
    result, concepts = read(tmp_path, text)
    again, same = read(tmp_path, converted(tmp_path, text, "csv"), "again.csv")
    assert bare(same) == bare(concepts)
    assert again["schemes"][0]["titles"] == result["schemes"][0]["titles"]


def test_each_statement_keeps_its_line(tmp_path) -> None:
    text = PREFIXES + ":s a skos:ConceptScheme .\n:a a skos:Concept ;\n skos:prefLabel 'A'@en ;\n skos:broader :b .\n"
    _, (concept, *_) = read(tmp_path, text)
    assert (concept["line"], concept["lines"]["labels"], concept["lines"]["broader"]) == (5, [6], [7])
    graph = Graph().parse(data=text, format="turtle")
    rows = graph.serialize(format="xml").splitlines()
    _, (concept, *_) = read(tmp_path, "\n".join(rows), "x.rdf")
    assert "prefLabel" in rows[concept["lines"]["labels"][0] - 1]
    rows = graph.serialize(format="json-ld", indent=1).splitlines()
    _, (concept, *_) = read(tmp_path, "\n".join(rows), "x.jsonld")
    assert concept["id"] in rows[concept["line"] - 1]
    short = """{"@context": {"skos": "http://www.w3.org/2004/02/skos/core#", "ex": "https://example.org/c/",
 "label": {"@id": "skos:prefLabel", "@language": "en"}, "@base": "https://example.org/c/"}, "@graph": [
 {"@id": "ex:a", "@type": "skos:Concept", "label": "A"},
 {"@id": "b", "@type": "skos:Concept", "label": "B"}]}"""
    _, concepts = read(tmp_path, short, "short.json")
    assert [(concept["id"], concept["line"]) for concept in concepts] == [
        ("https://example.org/c/a", 3),
        ("https://example.org/c/b", 4),
    ]


def test_classes_and_tables_of_others_are_understood(tmp_path) -> None:
    owl = """@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix : <https://example.org/t#> . :A a owl:Class ; rdfs:label "All"@en . :B a owl:Class ;
    rdfs:label "Some"@en ; rdfs:comment "What it is"@en ; rdfs:subClassOf :A, [ a owl:Restriction ] ."""
    _, (wide, narrow) = read(tmp_path, owl)
    assert narrow["broader"] == [wide["id"]]
    assert narrow["notes"] == [["definition", "What it is", "en"]]
    own = 'Code;Label;Also called;Definition;Parent;Label (cy)\n1;Work;jobs; \n2;Paid work;"a\\;b; c";;Work;Gwaith\n'
    result, (first, second) = read(tmp_path, own, "Our headings.csv")
    assert result["schemes"][0]["id"] == "urn:list:our-headings"
    assert second["broader"] == [first["id"]]
    assert ["alternative", "a;b", "en"] in second["labels"] and ["preferred", "Gwaith", "cy"] in second["labels"]


def test_a_list_in_a_spreadsheet_is_read_as_its_first_sheet(tmp_path) -> None:
    with xlsxwriter.Workbook(tmp_path / "made.xlsx") as book:
        book.add_worksheet("Notes").hide()
        sheet = book.add_worksheet("Priorities")
        for number, row in enumerate(
            [["Our priorities for 2026"], [], ["No", "Priority", "Description"], [1, "Warm\nhomes", "Nobody is cold"]]
        ):
            sheet.write_row(number, 0, row)
        sheet.activate()
        sheet.set_first_sheet()
    result, (concept,) = read(tmp_path, (tmp_path / "made.xlsx").read_bytes(), "Priorities.xlsx")
    assert result["schemes"][0]["titles"] == [["Priorities", "en"]]
    assert concept["labels"] == [["preferred", "Warm homes", "en"]]
    assert concept["notes"] == [["definition", "Nobody is cold", "en"]]
    assert concept["line"] == 4


def test_the_only_column_of_a_list_is_its_headings(tmp_path) -> None:
    _, concepts = read(tmp_path, "What we want\nWarm homes\nJobs\n", "list.csv")
    assert [concept["labels"][0][1] for concept in concepts] == ["Warm homes", "Jobs"]


@pytest.mark.parametrize("heading", ["Aim", "Our priority", "Themes"])
def test_a_column_is_taken_for_headings_by_what_people_call_theirs(tmp_path, heading) -> None:
    result, concepts = read(tmp_path, f"{heading};Part of;Meaning\nWell;;x\nFewer falls;Well;y\n", "list.csv")
    if heading == "Our priority":
        assert result["refused"]["reason"] == "noHeadings"
    else:
        assert concepts[1]["broader"] == [concepts[0]["id"]]


def test_a_picture_is_called_one(tmp_path) -> None:
    (tmp_path / "list.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    with pytest.raises(Refusal) as refused:
        requests.read(str(tmp_path / "list.csv"), {"name": "list.csv"})
    assert refused.value.reason == "picture"


def test_an_archive_that_is_no_workbook_is_refused(tmp_path) -> None:
    (tmp_path / "odd.xlsx").write_bytes(b"PK\x03\x04" + bytes(100))
    with pytest.raises(Refusal):
        requests.read(str(tmp_path / "odd.xlsx"), {"name": "odd.xlsx"})


def test_a_row_of_our_table_whose_scheme_is_nowhere_is_said(tmp_path) -> None:
    head = "type,id,scheme,preferred_en\nscheme,urn:a:s,,S\n"
    result, _ = read(tmp_path, head + "concept,urn:a:1,urn:a:s,One\nconcept,urn:a:2,urn:a:t,Two\n", "x.csv")
    assert [(problem["reason"], problem["line"]) for problem in result["problems"]] == [("unknownCode", 4)]


def test_a_heading_without_a_code_keeps_its_name_whatever_comes_above_it(tmp_path) -> None:
    _, before = read(tmp_path, "Heading,Part of\nHousing,\nRent paid,housing\nHousing,\n", "list.csv")
    _, after = read(tmp_path, "Heading,Part of\nJobs,\nHousing,\nRent paid,Housing\nHousing,\n", "list.csv")
    assert [concept["id"] for concept in before] == [concept["id"] for concept in after[1:]]
    assert len({concept["id"] for concept in after}) == 4
    assert after[2]["broader"] == before[1]["broader"] == [before[0]["id"]]
    _, odd = read(tmp_path, "Heading\n!!!\n行\n", "list.csv")
    assert len({concept["id"] for concept in odd}) == 2


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        (b"", "empty", None),
        (PREFIXES + ":a a skos:Concept ;\n skos:prefLabel 'A' 'B' .", "syntax", 5),
        (PREFIXES.encode() + b":a a skos:Concept .\n:b skos:prefLabel '\xff' .", "notUTF8", 5),
        (b"a\nb\0c", "notText", 2),
        (PREFIXES + "<urn:a:b|c> a skos:Concept .", "noName", 4),
        ("@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<a> a skos:Concept .", "relativeName", 2),
        (PREFIXES + ":a skos:prefLabel '" + "x" * 30_000 + "' .", "longWords", 4),
        (PREFIXES + ":a :b " + "[ :c " * 5_000 + "]" * 5_000 + " .", "tooDeep", 4),
        (PREFIXES + ":a :b " + "( " * 20_000, "tooDeep", 4),
        ('{"@id": ' * 100_000, "tooDeep", None),
        ('{"@context": "http://127.0.0.1:1/c", "@id": "urn:a:b"}', "remoteContext", None),
        ('{"@context": ["file:///etc/passwd"], "@id": "urn:a:b"}', "remoteContext", None),
        (PREFIXES + "_:a :rest _:b . _:b :rest _:a .", "noConcepts", None),
        (PREFIXES + ":a a skos:Concept ; skos:prefLabel 'a\\u0000b' .", "notText", 4),
        (
            '{"@id": "urn:a:b", "@type": "http://www.w3.org/2004/02/skos/core#Concept", '
            '"http://www.w3.org/2004/02/skos/core#prefLabel": "\\ud800"}',
            "notText",
            1,
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason_and_line(tmp_path, text, reason, line) -> None:
    result, _ = read(tmp_path, text, "file")
    assert (result["refused"]["reason"], result["refused"]["line"]) == (reason, line)


def test_lists_in_a_ring_come_to_an_end(tmp_path) -> None:
    ring = ":l1 <{0}first> 1 ; <{0}rest> :l2 . :l2 <{0}first> 2 ; <{0}rest> :l1 . ".format(
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    ).replace(":l", "_:l")
    text = PREFIXES + ring + ":a a skos:Concept ; skos:prefLabel 'A'@en ; :b _:l1 ."
    for form in ("turtle", "json-ld"):
        after = Graph().parse(data=converted(tmp_path, text, form), format=form)
        assert len(after) >= 3


def test_a_bomb_of_entities_and_a_file_of_ours_in_one_are_refused(tmp_path) -> None:
    head = '<?xml version="1.0"?>\n<!DOCTYPE r [<!ENTITY a "{}">{}]>\n'
    start = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://www.w3.org/2004/02/skos/core#">'
    body = start + '<s:Concept rdf:about="urn:e:a"><s:prefLabel>{}</s:prefLabel></s:Concept></rdf:RDF>'
    layers = '<!ENTITY a1 "{}">'.format("&a;" * 10)
    layers += "".join('<!ENTITY a{} "{}">'.format(n, f"&a{n - 1};" * 10) for n in range(2, 10))
    bomb = head.format("ha" * 20, layers) + body.format("&a9;")
    assert read(tmp_path, bomb, "b.rdf")[0]["refused"]["reason"] in ("syntax", "longWords")
    (tmp_path / "secret").write_text("the secret")
    foreign = head.format("x", f'<!ENTITY f SYSTEM "file://{tmp_path}/secret">') + body.format("&f;")
    assert "the secret" not in json.dumps(read(tmp_path, foreign, "f.rdf"))


def test_a_number_without_end_and_halves_of_letters_are_refused(tmp_path) -> None:
    long = '{"@id": "urn:x", "http://www.w3.org/2004/02/skos/core#notation": ' + "9" * 5_000 + "}"
    result, _ = read(tmp_path, long, "list.json")
    assert result["refused"]["reason"] == "syntax"
    half = '{"@id": "urn:x", "@type": "http://www.w3.org/2004/02/skos/core#Concept", "urn:said": "\\ud800"}'
    path = tmp_path / "half.json"
    path.write_text(half)
    result, parts = requests.read(str(path), {"name": "half.json", "whole": True})
    assert result["refused"]["reason"] == "notText" and parts == []


def test_a_list_of_equal_headings_or_many_columns_takes_no_longer_than_reading_it(tmp_path) -> None:
    begun = time.process_time()
    result, concepts = read(tmp_path, "label\n" + "Warm\n" * 20_000, "list.csv")
    assert "refused" not in result and len({concept["id"] for concept in concepts}) == 20_000
    assert concepts[-1]["id"].endswith(":warm-20000")
    headings = ",".join(["label", *(f"example {number}" for number in range(2_000))])
    result, concepts = read(tmp_path, headings + "\n" + "x,y\n" * 20_000, "wide.csv")
    assert len(concepts) == 20_000 and concepts[0]["notes"]
    # Looked for anew each time, either would take a minute.
    assert time.process_time() - begun < 10
