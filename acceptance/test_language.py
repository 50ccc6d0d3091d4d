"""Thesauri and lists of headings: checked line by line, and written out again without losing anything."""

from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

FILES = {
    "ICNPOsector.owl": 12,
    "PopulationServed.owl": 25,
    "SDGImpacts.owl": 17,
    "icnptso.csv": 127,
    "ukcat.csv": 254,
    "charities-dev.csv": 2101,
}
# What somebody types, and a word of what is found.
TYPED = {
    "ICNPOsector.owl": ("enviroment", "Environment"),
    "PopulationServed.owl": ("childrens", "hild"),
    "SDGImpacts.owl": ("povrty", "overty"),
    "icnptso.csv": ("museums and galleries", "useum"),
    "ukcat.csv": ("lonliness", "Loneliness"),
}
HEAD = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://example.org/c/> .
:s a skos:ConceptScheme .
:a a skos:Concept ; skos:inScheme :s ; skos:prefLabel "A"@en .
:b a skos:Concept ; skos:inScheme :s ; skos:prefLabel "B"@en ; skos:broader :a .
"""


@pytest.mark.parametrize("name", FILES)
def test_published_lists_load_and_come_back_the_same(outcomes, reference, tmp_path, name) -> None:
    path = reference / "data" / "language" / name
    if not path.exists():
        pytest.skip(f"there is no {path} on this machine")
    checked = outcomes("language", "check", path)
    assert checked.status == 0, checked.err
    assert f"{FILES[name]:,} concepts" in checked.out
    if name == "charities-dev.csv":
        return
    typed, word = TYPED[name]
    found = outcomes("language", "search", typed, "--vocabulary", path)
    assert found.status == 0 and word in found.out, found.out + found.err
    first = outcomes("language", "convert", path, "--to", "turtle")
    assert first.status == 0, first.err
    graph = Graph().parse(data=first.out, format="turtle")
    for form, ending in (("turtle", "ttl"), ("json-ld", "jsonld")):
        (tmp_path / f"again.{ending}").write_text(first.out if form == "turtle" else graph.serialize(format="json-ld"))
        again = outcomes("language", "convert", tmp_path / f"again.{ending}", "--to", form)
        assert again.status == 0, again.err
        assert isomorphic(graph, Graph().parse(data=again.out, format=form)), form


def test_our_own_words_are_sound(outcomes) -> None:
    checked = outcomes("language", "check", Path(__file__).resolve().parent.parent / "thesaurus" / "outcomes.csv")
    assert (checked.status, checked.err) == (0, "")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (":s a skos:Concept ; skos:prefLabel 'S' .", "is a scheme and a concept at once (S9)"),
        (":a skos:altLabel 'A'@en .", "Line 6: https://example.org/c/a: “A” is a label of two kinds"),
        ("\n:a skos:prefLabel 'Ah'@en .", "Line 7: https://example.org/c/a: There is more than one preferred label"),
        (":b skos:related :a .", "Line 6: https://example.org/c/a: It is related to “https://example.org/c/b”"),
        (
            ":a skos:exactMatch <urn:x:y> ;\n skos:broadMatch <urn:x:y> .",
            "Line 7: https://example.org/c/a: It means exactly",
        ),
        (":a skos:broader :b .", "https://example.org/c/a: It lies above itself"),
        (":a skos:broader :gone .", "Line 6: https://example.org/c/a: It lies under “https://example.org/c/gone”"),
        (":a skos:narrower :gone .", "Line 6: https://example.org/c/a: It lies above “https://example.org/c/gone”"),
        (":a skos:closeMatch :gone .", "Line 6: https://example.org/c/a: It is mapped to “https://example.org/c/gone”"),
        (":a skos:prefLabel .", "Line 6: This can’t be read"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(outcomes, tmp_path, wrong, words) -> None:
    path = tmp_path / "wrong.ttl"
    path.write_text(HEAD + wrong)
    checked = outcomes("language", "check", path)
    assert checked.status == 2
    assert words in checked.err
    assert outcomes("language", "convert", path, "--to", "csv").out == ""
