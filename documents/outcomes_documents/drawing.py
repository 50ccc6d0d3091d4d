"""The process for charts: draws Vega-Lite specifications as SVG, with no data but what they hold."""

from __future__ import annotations

import hashlib
import json

from .problem import BadRequest
from .svg import cleaned

MOST_CHARTS = 50
LARGEST_SPECIFICATION = 1_000_000
LARGEST_PICTURE = 3_000_000
LONGEST_SIDE = 2_000
FONT = "DejaVu Sans"
VERSION = "6.4"

# What would make Vega look elsewhere: data, pictures and links by address, and data that it makes up itself.
_REFUSED_KEYS = {"url", "href", "sequence", "sphere", "graticule", "loader"}


def prepare() -> None:
    """The first picture takes long, the next ones don't: it is drawn before anybody asks."""
    _draw({"data": {"values": [{"a": 1}]}, "mark": "bar", "encoding": {"x": {"field": "a"}}})


def _charts(header: dict, parts: list[bytes]) -> tuple[dict, list]:
    specifications = header["specifications"]
    if len(specifications) > MOST_CHARTS:
        raise BadRequest(f"more than {MOST_CHARTS} charts")
    return {"pictures": [picture(specification) for specification in specifications]}, []


def picture(specification: dict) -> str:
    """One chart as SVG: its description becomes the alternative text, and its ids hold nothing by chance."""
    text = json.dumps(specification, sort_keys=True)
    if len(text) > LARGEST_SPECIFICATION:
        raise BadRequest("a chart with too much in it")
    _check(specification)
    font = {**specification.get("config", {}), "font": FONT}
    drawn = _draw({**specification, "config": font})
    if len(drawn) > LARGEST_PICTURE:
        raise BadRequest("a chart that grew too large")
    name = "c" + hashlib.sha256(text.encode()).hexdigest()[:10]
    return cleaned(drawn, name, specification.get("description") or "")


def _draw(specification: dict) -> str:
    import vl_convert

    try:
        return vl_convert.vegalite_to_svg(specification, vl_version=VERSION, allowed_base_urls=[])
    except ValueError as error:
        raise BadRequest(f"no chart: {str(error)[:300]}") from None


def _check(specification: object) -> None:
    """Raises BadRequest for whatever would look elsewhere or grow beyond measure."""
    if isinstance(specification, dict):
        for key, value in specification.items():
            if key in _REFUSED_KEYS:
                raise BadRequest(f"a chart holds its own data; {key} is refused")
            if key in ("width", "height") and isinstance(value, (int, float)) and not 0 < value <= LONGEST_SIDE:
                raise BadRequest(f"a chart of {key} {value}")
            _check(value)
    elif isinstance(specification, list):
        for value in specification:
            _check(value)


HANDLERS = {"charts": _charts}
