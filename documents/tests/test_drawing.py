"""Charts: clean SVG, the same each time, with no data from elsewhere."""

from __future__ import annotations

from xml.dom import minidom

import pytest
from asking import Worker
from outcomes_documents import svg
from outcomes_documents.problem import BadRequest

CHART = {
    "description": "Bars: <A> 1 & B 2",
    "data": {"values": [{"name": "<A>", "value": 1}, {"name": "B & C", "value": 2}]},
    "mark": {"type": "bar", "clip": True},
    "encoding": {"y": {"field": "name", "type": "nominal"}, "x": {"field": "value", "type": "quantitative"}},
}


def parsed(picture: str) -> minidom.Element:
    return minidom.parseString(picture).documentElement  # noqa: S318 - our own picture


@pytest.fixture(scope="module")
def worker(tmp_path_factory):
    with Worker("charts", tmp_path_factory.mktemp("scratch")) as worker:
        yield worker


def drawn(worker: Worker, *specifications: dict) -> list[str]:
    answer, _ = worker.ask({"kind": "charts", "specifications": list(specifications)})
    return answer["ok"]["pictures"]


def test_a_chart_is_a_picture_with_an_alternative_text(worker):
    (picture,) = drawn(worker, CHART)
    root = parsed(picture)
    title = root.firstChild
    assert (root.tagName, title.tagName, title.firstChild.data) == ("svg", "title", CHART["description"])
    assert root.getAttribute("aria-labelledby") == title.getAttribute("id")
    texts = root.getElementsByTagName("text")
    assert {text.firstChild.data for text in texts} >= {"<A>", "B & C"}
    assert {text.getAttribute("font-family") for text in texts} == {"DejaVu Sans"}


def test_the_same_charts_give_the_same_pictures_whatever_was_drawn_before(worker, tmp_path):
    first = drawn(worker, CHART, {**CHART, "description": "Another"})
    with Worker("charts", tmp_path) as other:
        assert drawn(other, {**CHART, "description": "Another"}, CHART) == first[::-1]


def test_ids_of_two_charts_on_a_page_differ(worker):
    pictures = drawn(worker, CHART, {**CHART, "description": "Another"})
    ids = [
        {element.getAttribute("id") for element in parsed(picture).getElementsByTagName("*")} - {""}
        for picture in pictures
    ]
    assert all(ids)
    assert ids[0].isdisjoint(ids[1])


@pytest.mark.parametrize(
    "change",
    [
        {"data": {"url": "https://example.org/data.csv"}},
        {"data": {"url": "file:///etc/passwd"}},
        {"data": {"sequence": {"start": 0, "stop": 1_000_000_000}}},
        {"layer": [{"data": {"url": "x"}}]},
        {"encoding": {"href": {"value": "javascript:alert(1)"}}},
        {"width": 1_000_000},
        {"height": -1},
        {"description": "x" * 2_000_000},
        {"mark": 5},
    ],
)
def test_a_chart_that_looks_elsewhere_or_grows_is_refused(worker, change):
    answer, _ = worker.ask({"kind": "charts", "specifications": [{**CHART, **change}]})
    assert "bad" in answer
    assert drawn(worker, CHART)


def test_more_charts_than_an_account_has_are_refused(worker):
    answer, _ = worker.ask({"kind": "charts", "specifications": [CHART] * 51})
    assert "bad" in answer


def test_it_stays_within_its_memory(worker):
    assert worker.peak_mebibytes() < 300


def test_whatever_is_no_shape_is_left_out():
    picture = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" onload="alert(1)"><script>alert(1)</script>'
        '<foreignObject><div>x</div></foreignObject><g style="fill:red" clip-path="url(#a)"><rect id="b"/></g>'
        '<a href="https://example.org/"><path d="M0"/></a><text>a<tspan>b</tspan></text></svg>'
    )
    assert svg.cleaned(picture, "n", "") == (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" role="img"><g clip-path="url(#n-1)"><rect id="n-2"/></g>'
        "<text>a<tspan>b</tspan></text></svg>"
    )


def test_words_that_nobody_can_see_are_left_out():
    picture = '<svg><text opacity="0">hidden</text><g opacity="1"><text opacity="0.5">seen</text></g></svg>'
    assert svg.cleaned(picture, "n", "") == (
        '<svg xmlns="http://www.w3.org/2000/svg" role="img"><g opacity="1"><text opacity="0.5">seen</text></g></svg>'
    )


@pytest.mark.parametrize("value", ["url(http://x/y)", "url( 'file:///x' )", "javascript:alert(1)", "url(data:x)"])
def test_a_picture_that_points_outside_is_refused(value):
    with pytest.raises(BadRequest):
        svg.cleaned(f'<svg xmlns="http://www.w3.org/2000/svg"><rect fill="{value}"/></svg>', "n", "")
