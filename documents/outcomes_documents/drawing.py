"""The process for charts: draws Vega-Lite specifications as SVG, with no data but what they hold."""

from __future__ import annotations

from .problem import BadRequest

MOST_CHARTS = 50
LARGEST_SPECIFICATION = 2_000_000
LARGEST_PICTURE = 5_000_000


def prepare() -> None:
    """The first picture takes long, the next ones don't: it is drawn before anybody asks."""
    import vl_convert

    vl_convert.vegalite_to_svg({"data": {"values": [{"a": 1}]}, "mark": "bar", "encoding": {"x": {"field": "a"}}})


def after_answer() -> None:
    """Nothing is left to do."""


def _charts(header: dict, parts: list[bytes]) -> tuple[dict, list]:
    import vl_convert

    specifications = header["specifications"]
    if len(specifications) > MOST_CHARTS:
        raise BadRequest(f"more than {MOST_CHARTS} charts")
    pictures = [vl_convert.vegalite_to_svg(specification) for specification in specifications]
    return {"pictures": pictures}, []


HANDLERS = {"charts": _charts}
