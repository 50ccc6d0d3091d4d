"""A zip archive that is read with care: what it says of itself is checked against what is there.

Nothing is ever unpacked to disk. Every part is inflated in pieces and counted, so that neither a bomb nor an archive
that lies about its sizes takes more than its share.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator

from ..problem import Refusal
from .limits import HIGHEST_RATIO, MOST_ENTRIES, MOST_INFLATED, RATIO_COUNTS_FROM

_PIECE = 1 << 18


class Archive:
    """The parts of an archive by name. Raises Refusal for one that is damaged, encrypted, unsafe or a bomb."""

    def __init__(self, path: str) -> None:
        self._file = open(path, "rb")  # noqa: SIM115 - closed by __exit__
        try:
            with zipfile.ZipFile(self._file) as directory:
                entries = directory.infolist()
        except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, struct.error, IndexError):
            self._file.close()
            raise Refusal("damaged", part="") from None
        try:
            self._check(entries)
        except Refusal:
            self._file.close()
            raise
        self._entries = {entry.filename: entry for entry in entries}
        # Bytes inflated of each part, the largest time where it was read twice, and of all together.
        self._inflated: dict[str, int] = {}
        self._inflated_together = 0

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    @property
    def names(self) -> set[str]:
        return set(self._entries)

    @property
    def is_encrypted(self) -> bool:
        return any(entry.flag_bits & 1 for entry in self._entries.values())

    def size(self, name: str) -> int:
        """The size that the archive declares for a part; 0 where there is none."""
        entry = self._entries.get(name)
        return entry.file_size if entry else 0

    def _check(self, entries: list[zipfile.ZipInfo]) -> None:
        if len(entries) > MOST_ENTRIES:
            raise Refusal("bomb", part=f"{len(entries)} parts")
        seen: set[str] = set()
        for entry in entries:
            name = entry.orig_filename
            if name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or "\0" in name:
                raise Refusal("unsafeNames")
            # Two parts of one name could be one thing to us and another to the next reader.
            if name.lower() in seen:
                raise Refusal("damaged", part=_shown(name))
            seen.add(name.lower())
            if entry.file_size > RATIO_COUNTS_FROM and entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1):
                raise Refusal("bomb", part=_shown(name))
            if entry.flag_bits & 1:
                raise Refusal("encrypted")
        if sum(entry.file_size for entry in entries) > MOST_INFLATED:
            largest = max(entries, key=lambda entry: entry.file_size)
            raise Refusal("bomb", part=_shown(largest.filename))

    def pieces(self, name: str) -> Iterator[bytes]:
        """A part, inflated piece by piece. Raises Refusal where it isn't what the archive declares."""
        entry = self._entries.get(name)
        if entry is None:
            raise Refusal("damaged", part=_shown(name))
        part = _shown(name)
        header = b""
        if entry.header_offset >= 0:
            self._file.seek(entry.header_offset)
            header = self._file.read(30)
        if len(header) < 30 or header[:4] != b"PK\x03\x04":
            raise Refusal("damaged", part=part)
        name_length, extra_length = struct.unpack_from("<HH", header, 26)
        start = entry.header_offset + 30 + name_length + extra_length
        size = 0
        check = 0
        for piece in self._inflated_pieces(entry, start, part):
            size += len(piece)
            before = self._inflated.get(name, 0)
            if size > before:
                self._inflated[name] = size
                self._inflated_together += size - before
            if size > entry.file_size or self._inflated_together > MOST_INFLATED:
                raise Refusal("bomb", part=part)
            check = zlib.crc32(piece, check)
            yield piece
        if size != entry.file_size or check != entry.CRC:
            raise Refusal("damaged", part=part)

    def _inflated_pieces(self, entry: zipfile.ZipInfo, start: int, part: str) -> Iterator[bytes]:
        position, left = start, entry.compress_size
        if entry.compress_type == zipfile.ZIP_STORED:
            inflater = None
        elif entry.compress_type == zipfile.ZIP_DEFLATED:
            inflater = zlib.decompressobj(-15)
        else:
            raise Refusal("damaged", part=part)
        while left > 0:
            self._file.seek(position)
            packed = self._file.read(min(_PIECE, left))
            if not packed:
                raise Refusal("damaged", part=part)
            position += len(packed)
            left -= len(packed)
            if inflater is None:
                yield packed
                continue
            try:
                while packed:
                    piece = inflater.decompress(packed, 1 << 20)
                    packed = inflater.unconsumed_tail
                    if piece:
                        yield piece
            except zlib.error:
                raise Refusal("damaged", part=part) from None

    def read(self, name: str, most: int, optional: bool = False) -> bytes:
        """A whole small part. Raises Refusal where it holds more than `most` bytes."""
        if optional and name not in self._entries:
            return b""
        found = []
        size = 0
        for piece in self.pieces(name):
            size += len(piece)
            if size > most:
                raise Refusal("bomb", part=_shown(name))
            found.append(piece)
        return b"".join(found)

    def verify(self, name: str) -> None:
        """Inflates a part that another reader will read, only to see that it is what the archive declares."""
        for _ in self.pieces(name):
            pass


def _shown(name: str) -> str:
    """The name of a part, fit to be shown."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in name)
    return shown if len(shown) <= 80 else shown[:77] + "..."
