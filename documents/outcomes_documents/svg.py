"""Takes a drawn picture apart and puts it together again with nothing in it but shapes and text."""

from __future__ import annotations

import re
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from .problem import BadRequest

_ELEMENTS = {
    "svg", "g", "path", "text", "tspan", "line", "rect", "circle", "ellipse", "polygon", "polyline",
    "defs", "clipPath", "linearGradient", "stop",
}  # fmt: skip

_ATTRIBUTES = {
    "viewBox", "width", "height", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "d",
    "points", "transform", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray",
    "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "opacity", "font-family",
    "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "clip-path", "id", "offset",
    "stop-color", "gradientUnits", "visibility", "display",
}  # fmt: skip

_REFERENCE = re.compile(r"url\(\s*['\"]?#([\w-]+)['\"]?\s*\)")
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)|javascript:|data:", re.IGNORECASE)


def cleaned(picture: str, name: str, alternative: str) -> str:
    """The picture with ids that begin with `name`, and with an alternative text for screen readers and PDF."""
    writer = _Writer(name, alternative)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.ordered_attributes = True
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.text
    try:
        parser.Parse(picture, True)
    except expat.ExpatError as error:
        raise BadRequest(f"a picture that is no SVG: {error}") from None
    return "".join(writer.pieces)


class _Writer:
    def __init__(self, name: str, alternative: str) -> None:
        self.name = name
        self.alternative = alternative
        self.pieces: list[str] = []
        self.skipped = 0
        self.inside: list[str] = []
        self.ids: dict[str, str] = {}

    def _id(self, given: str) -> str:
        """An id by the order of its first use: Vega counts on from picture to picture."""
        return self.ids.setdefault(given, f"{self.name}-{len(self.ids) + 1}")

    def start(self, element: str, attributes: list[str]) -> None:
        pairs = list(zip(attributes[::2], attributes[1::2], strict=True))
        # Vega keeps the numbers of an axis for which there is no room, and only makes them invisible.
        if self.skipped or element not in _ELEMENTS or ("opacity", "0") in pairs:
            self.skipped += 1
            return
        self.inside.append(element)
        kept = [(key, self._value(key, value)) for key, value in pairs if key in _ATTRIBUTES]
        if element == "svg":
            kept.insert(0, ("xmlns", "http://www.w3.org/2000/svg"))
            kept.append(("role", "img"))
            if self.alternative:
                kept.append(("aria-labelledby", f"{self.name}-title"))
        self.pieces.append(f"<{element}{''.join(f' {key}={quoteattr(value)}' for key, value in kept)}>")
        if element == "svg" and len(self.inside) == 1 and self.alternative:
            self.pieces.append(f'<title id="{self.name}-title">{escape(self.alternative)}</title>')

    def end(self, element: str) -> None:
        if self.skipped:
            self.skipped -= 1
            return
        self.inside.pop()
        opened = self.pieces[-1]
        if opened.startswith(f"<{element}") and element not in ("svg", "text", "g"):
            self.pieces[-1] = opened[:-1] + "/>"
        else:
            self.pieces.append(f"</{element}>")

    def text(self, text: str) -> None:
        if not self.skipped and self.inside and self.inside[-1] in ("text", "tspan"):
            self.pieces.append(escape(text))

    def _value(self, key: str, value: str) -> str:
        if _OUTSIDE.search(value):
            raise BadRequest(f"a picture that points outside: {value[:80]}")
        if key == "id":
            return self._id(value)
        return _REFERENCE.sub(lambda found: f"url(#{self._id(found[1])})", value)
