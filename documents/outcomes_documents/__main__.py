"""`python -m outcomes_documents reading|documents|charts --scratch FOLDER --memory MEBIBYTES`

Answers requests until standard input ends.
"""

from __future__ import annotations

import os
import sys

from . import frames, landlock, walls
from .problem import BadRequest, Refusal

# V8, which draws the charts, reserves far more memory than it uses: it is given this many times the limit as private
# data, and watched from outside.
V8_RESERVE = 2


def own_streams() -> tuple:
    """The streams that carry frames. Whatever else prints goes to standard error, so that it can't garble a frame."""
    incoming = os.fdopen(os.dup(0), "rb", buffering=1 << 16)
    outgoing = os.fdopen(os.dup(1), "wb", buffering=1 << 16)
    with open(os.devnull, "rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    return incoming, outgoing


def answer(handlers, header: dict, parts: list[bytes]) -> tuple[dict, list[bytes]]:
    handler = handlers.get(header.get("kind"))
    if handler is None:
        return {"bad": f"no such kind of request: {header.get('kind')}"}, []
    try:
        result, answers = handler(header, parts)
        return {"ok": result}, answers
    except Refusal as refusal:
        return {"refused": {"reason": refusal.reason, **refusal.parts}}, []
    except BadRequest as problem:
        return {"bad": str(problem)}, []
    except (MemoryError, RecursionError):
        return {"memory": True}, []
    except Exception as error:  # one bad request must not end the process
        return {"bad": f"{type(error).__name__}: {error}"}, []


def main() -> None:
    kind, scratch, memory = sys.argv[1], sys.argv[3], int(sys.argv[5])
    incoming, outgoing = own_streams()
    os.chdir(scratch)
    standing = []
    limits = (None, V8_RESERVE * memory) if kind == "charts" else (memory, None)
    if walls.limit_memory(*limits):
        standing.append("memory")
    if kind == "reading":
        from . import opening as work
    elif kind == "documents":
        from . import documents as work
    else:
        from . import drawing as work
    if landlock.allow_only(scratch, os.path.dirname(os.path.dirname(os.path.abspath(__file__)))):
        standing.append("files")
    if walls.refuse_network_and_programs():
        standing += ["network", "programs"]
    frames.send(outgoing, {"hello": {"walls": standing}})
    work.prepare()
    while (frame := frames.receive(incoming)) is not None:
        header, parts = frame
        result, answers = answer(work.HANDLERS, header, parts)
        frames.send(outgoing, {"id": header.get("id"), **result}, answers)
        del header, parts, frame, result, answers


if __name__ == "__main__":
    main()
