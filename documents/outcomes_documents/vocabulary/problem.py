"""Why a file can't be taken for a thesaurus."""

from __future__ import annotations


class Unreadable(Exception):
    """The file as a whole can't be read. `reason` is a case of `ThesaurusRefusal` on the other side."""

    def __init__(self, reason: str, line: int | None = None, value: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.value = value[:200]

    def answer(self) -> dict:
        return {"reason": self.reason, "line": self.line, "value": self.value}
