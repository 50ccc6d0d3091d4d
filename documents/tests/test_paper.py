"""The PDF: accessible, the same each time, and nothing in it from elsewhere."""

from __future__ import annotations

import io
import logging

import pikepdf
import pytest
from outcomes_documents import paper
from outcomes_documents.problem import BadRequest

PICTURE = '<svg width="100" height="50"><title>Half of the people</title><rect width="50" height="50"/></svg>'
ROWS = "".join(f'<tr><th scope="row">{number}</th><td>{number * number}</td></tr>' for number in range(120))
PAGE = f"""<!doctype html><html lang="cy"><head><meta charset="utf-8"><title>ignored</title>
<style>body, svg {{ font-family: "DejaVu Sans" }} .annex {{ break-before: page }}</style></head><body>
<h1>What changed</h1><p>£5 for <a href="https://example.org/">them</a></p>{PICTURE}
<table><caption>Squares</caption><thead><tr><th scope="col">n</th><th scope="col">n²</th></tr></thead>
<tbody>{ROWS}</tbody></table><h2 class="annex" id="annex-1">Annex</h2></body></html>""".encode()

HEADER = {
    "title": "What changed – Acme",
    "language": "cy",
    "author": "Acme",
    "summary": "An account",
    "date": "2026-03-31",
    "attachments": [{"name": "account.json", "description": "The figures"}],
}


@pytest.fixture(scope="module")
def made() -> tuple[dict, bytes]:
    answer, (content,) = paper.pdf(HEADER, [PAGE, b'{"figures":[]}'])
    return answer, content


def tree(pdf: pikepdf.Pdf):
    """Every element of the structure tree, depth first."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if not isinstance(element, pikepdf.Dictionary):
            continue
        if "/S" in element:
            yield element
        kids = element.get("/K", [])
        waiting.extend(reversed(list(kids)) if isinstance(kids, pikepdf.Array) else [kids])


def test_it_claims_and_carries_what_accessibility_needs(made):
    with pikepdf.open(io.BytesIO(made[1])) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.Root.Lang) == "cy"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == HEADER["title"]
            assert metadata["xmp:CreateDate"].startswith("2026-03-31")
        roles = [str(element.S) for element in tree(pdf)]
        assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Figure", "/Link", "/Caption"} <= set(roles)
        figures = [element for element in tree(pdf) if str(element.S) == "/Figure"]
        assert [str(figure.Alt) for figure in figures] == ["Half of the people"]


def test_pages_are_counted_up_to_the_first_annex(made):
    with pikepdf.open(io.BytesIO(made[1])) as pdf:
        assert made[0] == {"pages": len(pdf.pages), "pagesBeforeAnnexes": len(pdf.pages) - 1}


def test_a_page_that_annexes_begin_on_counts_where_something_stands_before_them():
    header = {**HEADER, "attachments": []}
    flowing = with_annexes(0, FOUR).replace(b".annexes, .next", b".next")
    assert paper.pdf(header, [flowing])[0] == {"pages": 4, "pagesBeforeAnnexes": 4}
    assert paper.pdf(header, [with_annexes(0, FOUR)])[0] == {"pages": 5, "pagesBeforeAnnexes": 4}


def test_attachments_come_along_by_name(made):
    with pikepdf.open(io.BytesIO(made[1])) as pdf:
        assert list(pdf.attachments) == ["account.json"]
        assert pdf.attachments["account.json"].get_file().read_bytes() == b'{"figures":[]}'
        assert pdf.attachments["account.json"].description == "The figures"


def test_the_same_request_gives_the_same_bytes(made, monkeypatch):
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert paper.pdf(HEADER, [PAGE, b'{"figures":[]}'])[1] == [made[1]]


@pytest.mark.parametrize(
    ("html", "says"),
    [
        ('<p><img src="file:///etc/passwd" alt="x">', "file:///etc/passwd"),
        ('<link rel="stylesheet" href="https://example.org/x.css">', "https://example.org/x.css"),
        ('<style>@import url("http://127.0.0.1/x.css");</style>', "http://127.0.0.1/x.css"),
        ("<style>p { background: url(ftp://x/y) }</style><p>x", "ftp://x/y"),
        ('<img src="x.png" alt="x">', "x.png"),
        ("<style>@font-face { font-family: f; src: url(http://x/f.ttf) } p { font-family: f }</style><p>x", "http://x"),
        (
            '<svg width="9" height="9"><title>t</title><image href="http://x/y.png" width="9" height="9"/></svg>',
            "http://x",
        ),
        ('<link rel="attachment" href="file:///etc/passwd">', "file:///etc/passwd"),
    ],
)
def test_whatever_points_outside_the_page_is_refused(html, says):
    with pytest.raises(BadRequest, match=says.replace(".", r"\.")):
        paper.pdf({**HEADER, "attachments": []}, [html.encode()])


def test_a_picture_without_an_alternative_text_is_refused():
    picture = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E%3C/svg%3E"
    with pytest.raises(BadRequest, match="alt"):
        paper.pdf({**HEADER, "attachments": []}, [f'<img src="{picture}">'.encode()])
    with pytest.raises(BadRequest, match="alt"):
        paper.pdf({**HEADER, "attachments": []}, [b'<svg width="9" height="9"><rect width="9" height="9"/></svg>'])


def test_no_handler_of_one_request_stays_for_the_next():
    assert logging.getLogger("weasyprint").handlers == []


def with_annexes(rows: int, front: str = "<p>Short</p>") -> bytes:
    """A page whose annexes hold so many rows."""
    table = "".join(f'<tr><th scope="row">{number}</th></tr>' for number in range(rows))
    return f"""<!doctype html><html lang="en"><head><title>x</title>
<style>body {{ font-family: "DejaVu Sans" }} .annexes, .next {{ break-before: page }}</style></head><body><h1>x</h1>
<a href="#annex-1">see the annex</a>{front}
<div class="annexes"><h2 id="annex-1">Annex</h2><table>{table}</table></div></body></html>""".encode()


FOUR = "".join('<p class="next">A page</p>' for _ in range(3))


@pytest.mark.parametrize(
    ("front", "most", "is_made"), [("<p>Short</p>", 1, True), (FOUR, 4, True), (FOUR, 3, False), (FOUR, None, True)]
)
def test_a_page_with_too_much_before_large_annexes_is_left_unmade(front, most, is_made):
    header = {**HEADER, "attachments": [], "mostBeforeAnnexes": most}
    answer, (content,) = paper.pdf(header, [with_annexes(300, front)])
    assert content.startswith(b"%PDF") == is_made
    assert answer["pagesBeforeAnnexes"] == (1 if front != FOUR else 4)
    if is_made:
        assert content == paper.pdf({**header, "mostBeforeAnnexes": None}, [with_annexes(300, front)])[1][0]


def test_a_page_with_small_annexes_is_set_at_once():
    header = {**HEADER, "attachments": [], "mostBeforeAnnexes": 1}
    answer, (content,) = paper.pdf(header, [with_annexes(0, FOUR)])
    assert content.startswith(b"%PDF")
    assert answer["pagesBeforeAnnexes"] == 4
