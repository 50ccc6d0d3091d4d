"""Why a request can't be met."""

from __future__ import annotations


class Refusal(Exception):
    """The file can't be taken as it is. `reason` is a case of `FileRefusal` on the other side, `parts` its values."""

    def __init__(self, reason: str, **parts: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.parts = parts


class BadRequest(Exception):
    """The request itself is wrong: a mistake of the program that asked."""
