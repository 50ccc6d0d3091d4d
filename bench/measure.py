"""How time and memory are measured here, and how a result is said."""

import os
import statistics
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv" / "bin" / "python"
# Another build may be tried, such as the one that the tests have just made.
OUTCOMES = Path(os.environ.get("OUTCOMES_COMMAND", ROOT / ".build" / "release" / "outcomes"))
MEGABYTE = 1_000_000
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Result:
    """One line of the report: what was measured, what it came to, and what was asked of it."""

    what: str
    measured: str
    asked: str
    met: bool

    def __str__(self) -> str:
        return f"{'met    ' if self.met else 'NOT MET'}  {self.what}: {self.measured} (asked: {self.asked})"


@dataclass(frozen=True)
class Run:
    """One run of a program: seconds by the wall clock, and the most memory that it and its children held at once."""

    seconds: float
    memory: int


def family(pid: int) -> list[int]:
    """A process and everything that descends from it, in sandboxes too."""
    children: dict[int, list[int]] = {}
    for entry in os.scandir("/proc"):
        if not entry.name.isdigit():
            continue
        try:
            parent = int(Path(entry.path, "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            continue
        children.setdefault(parent, []).append(int(entry.name))
    found = [pid]
    for each in found:
        found += children.get(each, [])
    return found


def resident(pids: Sequence[int]) -> int:
    """Bytes of memory that the processes hold: the sum of each, so a page that two share counts twice."""
    total = 0
    for pid in pids:
        try:
            total += int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE
        except (OSError, IndexError):
            continue
    return total


class Watch:
    """Looks at the memory of a process and its children every few milliseconds, and keeps the most it saw."""

    def __init__(self, pid: int, every: float = 0.01) -> None:
        self.peak = 0
        self._pid, self._every, self._done = pid, every, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._done.wait(self._every):
            self.peak = max(self.peak, resident(family(self._pid)))

    def stop(self) -> int:
        self._done.set()
        self._thread.join()
        return self.peak


def run(command: Sequence[str | Path], *, watch: bool = False) -> Run:
    """Runs a program to its end; one that fails stops the benchmark with what it said.

    Watching memory costs a little time, so a run is either timed or watched, by the caller's choice.
    """
    begun = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    watching = Watch(process.pid) if watch else None
    _, errors = process.communicate()
    seconds = time.perf_counter() - begun
    peak = watching.stop() if watching else 0
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{errors}")
    return Run(seconds, peak)


def paired(ours: Callable[[], Run], theirs: Callable[[], Run], times: int) -> tuple[float, float, float]:
    """Runs two programs in turn, and gives the median seconds of each and the median of the ratios, pair by pair.

    In turn, because a machine that gets slower or faster meanwhile then does so for both; each begins every other pair.
    One pair before the count fills the disk's cache.
    """
    ours(), theirs()
    pairs = []
    for number in range(times):
        if number % 2:
            second = theirs().seconds
            first = ours().seconds
        else:
            first = ours().seconds
            second = theirs().seconds
        pairs.append((first, second))
    return (
        statistics.median(first for first, _ in pairs),
        statistics.median(second for _, second in pairs),
        statistics.median(first / second for first, second in pairs),
    )


def megabytes(count: int) -> str:
    return f"{count / MEGABYTE:.0f} MB"


def reference() -> Path:
    """The folder of reference data."""
    folder = Path(os.environ.get("OUTCOMES_REFERENCE", ROOT.parent / "shared"))
    if not folder.is_dir():
        raise SystemExit(f"No reference data at {folder}. OUTCOMES_REFERENCE can name another folder.")
    return folder
