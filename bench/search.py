"""Searches in a vocabulary of 100,000 concepts by the beginnings of words, in memory and in both kinds of database."""

import subprocess
import tempfile
from pathlib import Path

from measure import MEGABYTE, ROOT, Result, Watch
from postgres import Postgres, programs

CONCEPTS, CONCEPTS_IF_QUICK = 100_000, 20_000
LONGEST_LOAD, LONGEST_SEARCH, MOST_MEMORY = 1.0, 5.0, 300 * MEGABYTE


def said(*arguments: str | Path) -> tuple[list[float], int]:
    """Seconds to load, milliseconds of the middle search and of the slowest in twenty; and the memory it took."""
    program = ROOT / ".build" / "release" / "TermSearcher"
    with subprocess.Popen([program, *map(str, arguments)], stdout=subprocess.PIPE, text=True) as process:
        watch = Watch(process.pid)
        output, _ = process.communicate(timeout=600)
        memory = watch.stop()
    assert process.returncode == 0
    return [float(number) for number in output.split()], memory


def result(where: str, count: int, middle: float, slow: float) -> Result:
    return Result(
        f"A search by the beginning of a word among {count:,} concepts, {where}",
        f"{middle:.1f} ms, 95 % below {slow:.1f} ms",
        f"less than {LONGEST_SEARCH:.0f} ms",
        slow < LONGEST_SEARCH,
    )


def measure(quick: bool) -> list[Result]:
    count = CONCEPTS_IF_QUICK if quick else CONCEPTS
    subprocess.run(
        ["swift", "build", "-c", "release", "--product", "TermSearcher"], cwd=ROOT, check=True, capture_output=True
    )
    (load, middle, slow), memory = said("memory", str(count))
    results = [
        Result(
            f"A vocabulary of {count:,} concepts with two labels each, loaded",
            f"{load:.2f} s, {memory / MEGABYTE:.0f} MB in all",
            f"less than {LONGEST_LOAD:.0f} s and {MOST_MEMORY // MEGABYTE} MB",
            load < LONGEST_LOAD and memory < MOST_MEMORY,
        ),
        result("in memory", count, middle, slow),
    ]
    place = ROOT / "out"
    place.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place) as name:
        (_, middle, slow), _ = said("sqlite", str(count), Path(name) / "terms.sqlite")
        results.append(result("in SQLite", count, middle, slow))
    if programs() is not None:
        with tempfile.TemporaryDirectory() as name:
            Path(name).chmod(0o711)
            server = Postgres(Path(name) / "server").make().prepare()
            try:
                (_, middle, slow), _ = said("postgres", str(count), server.address("outcomes_owner"))
            finally:
                server.stop()
        results.append(result("in PostgreSQL", count, middle, slow))
    return results
