"""Runs the command as a person would, and keeps what it said and how long it took; the memory where it is asked for."""

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from measure import Watch

ROOT = Path(__file__).resolve().parent.parent
COMMAND = Path(os.environ.get("OUTCOMES_COMMAND", ROOT / ".build" / "debug" / "outcomes"))


@dataclass(frozen=True)
class Answer:
    """What became of one run: exit status, both outputs and seconds.

    Where it was watched, also the bytes of memory at the peak, children included.
    """

    status: int
    out: str
    err: str
    seconds: float
    memory: int | None


Outcomes = Callable[..., Answer]


@pytest.fixture(scope="session")
def outcomes() -> Outcomes:
    """Runs the command with the given arguments. A run of over two minutes fails the test.

    To watch its memory takes a fifth of a processor, so it is done only where a test asks for it.
    """

    def run(*arguments: str | Path, given: str = "", folder: Path | None = None, is_watched: bool = False) -> Answer:
        begun = time.perf_counter()
        process = subprocess.Popen(
            [COMMAND, *map(str, arguments)],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        watch = Watch(process.pid) if is_watched else None
        try:
            out, err = process.communicate(given, timeout=120)
        finally:
            process.kill()
            memory = watch.stop() if watch else None
        return Answer(process.returncode, out, err, time.perf_counter() - begun, memory)

    return run


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of reference data; tests that read it are skipped where it is absent."""
    folder = Path(os.environ.get("OUTCOMES_REFERENCE", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no reference data at {folder} (OUTCOMES_REFERENCE names another folder)")
    return folder


@pytest.fixture(scope="session")
def programme(reference: Path) -> Path:
    """A real programme's workbook: 185 people in supported work and 260 drawn by lot for comparison."""
    return reference / "data" / "programme" / "nsw-provider.xlsx"
