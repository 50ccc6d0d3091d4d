"""Frames: a header in JSON and any number of binary parts, each with its length before it.

4 bytes   length of the header, little-endian
header    a JSON object; its member "parts" lists the lengths of the parts
parts     one after the other
"""

from __future__ import annotations

import json
import struct
from typing import BinaryIO

LARGEST_HEADER = 64 << 20
LARGEST_FRAME = 256 << 20

_length = struct.Struct("<I")


class Garbled(Exception):
    """What arrived is no frame."""


def _exactly(stream: BinaryIO, count: int) -> bytes:
    found = stream.read(count)
    if len(found) != count:
        raise Garbled("the frame breaks off")
    return found


def receive(stream: BinaryIO) -> tuple[dict, list[bytes]] | None:
    """The next frame, or None at the end of the stream."""
    start = stream.read(4)
    if not start:
        return None
    if len(start) < 4:
        raise Garbled("the frame breaks off")
    (length,) = _length.unpack(start)
    if length > LARGEST_HEADER:
        raise Garbled("the header is too long")
    header = json.loads(_exactly(stream, length))
    lengths = header.get("parts", [])
    if sum(lengths) > LARGEST_FRAME:
        raise Garbled("the parts are too long")
    return header, [_exactly(stream, length) for length in lengths]


def send(stream: BinaryIO, header: dict, parts: list[bytes] | None = None) -> None:
    """Writes one frame; a part is anything with a buffer."""
    views = [memoryview(part).cast("B") for part in parts or []]
    text = json.dumps({**header, "parts": [len(view) for view in views]}, allow_nan=False).encode()
    stream.write(_length.pack(len(text)))
    stream.write(text)
    for view in views:
        stream.write(view)
    stream.flush()
