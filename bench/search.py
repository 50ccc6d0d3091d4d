"""Searches in a vocabulary of 100,000 concepts by the beginnings of words, in memory and in both kinds of database."""

import csv
import random
import re
import subprocess
import tempfile
from pathlib import Path

from measure import MEGABYTE, ROOT, Result, Watch
from postgres import Postgres, programs

CONCEPTS, CONCEPTS_IF_QUICK = 100_000, 20_000
LONGEST_LOAD, LONGEST_SEARCH, MOST_MEMORY = 1.0, 5.0, 300 * MEGABYTE
LONGEST_FILL = 60
SYLLABLES = re.findall(
    r"\w+",
    "ca re com mun ity ing hou se for tra in pro ject lo ne ly gar den wel fa ac ti ve sup port ski ll job hea lth",
)
NUMBER = r"([\d.]+)"


class Words:
    """Words and concepts out of syllables, the same in every run; some words are much more frequent than others."""

    def __init__(self) -> None:
        self.random = random.Random(7)
        self.words = ["".join(self.random.choices(SYLLABLES, k=self.random.randint(2, 4))) for _ in range(30_000)]

    def word(self) -> str:
        return self.words[int(self.random.random() ** 3 * len(self.words))]

    def phrase(self, most: int) -> str:
        return " ".join(self.word() for _ in range(self.random.randint(1, most)))

    def write(self, file: Path, count: int) -> None:
        """A table of concepts, each with its own label and another one."""
        with file.open("w", newline="") as target:
            table = csv.writer(target)
            table.writerow(["code", "label", "alternative labels"])
            table.writerows([number, self.phrase(4), self.phrase(3)] for number in range(count))

    def beginnings(self) -> list[str]:
        """Of one to six letters."""
        return [self.word()[: 1 + number % 6] for number in range(600)]


def in_memory(file: Path, typed: list[str]) -> tuple[list[float], int]:
    """Milliseconds to read a vocabulary, of the middle search and of the slowest in twenty; and the memory it took."""
    program = ROOT / ".build" / "release" / "outcomes"
    command = [program, "language", "search", "--vocabulary", file, "--top", "20", "--times", *typed]
    with subprocess.Popen([*map(str, command)], stdout=subprocess.PIPE, text=True) as process:
        watch = Watch(process.pid)
        output, _ = process.communicate(timeout=60)
        memory = watch.stop()
    found = re.search(rf"Read in {NUMBER} ms.*than {NUMBER} ms.*than {NUMBER} ms", output)
    assert process.returncode == 0 and found is not None
    return [float(number) for number in found.groups()], memory


def in_store(kind: str, count: int, where: str | Path) -> list[Result]:
    """Seconds to fill a store, and milliseconds of the middle search and of the slowest in twenty."""
    program = ROOT / ".build" / "release" / "TermSearcher"
    said = subprocess.run([program, kind, str(count), str(where)], check=True, capture_output=True, text=True).stdout
    fill, middle, slow = (float(number) for number in said.split())
    name = "SQLite" if kind == "sqlite" else "PostgreSQL that knows nothing of its tables yet"
    return [
        Result(
            f"The words of {count:,} concepts with two labels each, written into {name}",
            f"{fill:.1f} s",
            f"less than {LONGEST_FILL} s",
            fill < LONGEST_FILL,
        ),
        searched(f"in {name}", count, middle, slow),
    ]


def searched(where: str, count: int, middle: float, slow: float) -> Result:
    return Result(
        f"A search by the beginning of a word among {count:,} concepts, {where}",
        f"{middle:.1f} ms, 95 % below {slow:.1f} ms",
        f"less than {LONGEST_SEARCH:.0f} ms",
        slow < LONGEST_SEARCH,
    )


def measure(quick: bool) -> list[Result]:
    count = CONCEPTS_IF_QUICK if quick else CONCEPTS
    for product in ("outcomes", "TermSearcher"):
        subprocess.run(
            ["swift", "build", "-c", "release", "--product", product], cwd=ROOT, check=True, capture_output=True
        )
    place = ROOT / "out"
    place.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place) as name:
        words = Words()
        words.write(Path(name) / "words.csv", count)
        (load, middle, slow), memory = in_memory(Path(name) / "words.csv", words.beginnings())
        results = [
            Result(
                f"A vocabulary of {count:,} concepts with two labels each, from its file to the first search",
                f"{load / 1000:.2f} s, {memory / MEGABYTE:.0f} MB in all",
                f"less than {LONGEST_LOAD:.0f} s and {MOST_MEMORY // MEGABYTE} MB",
                load < LONGEST_LOAD * 1000 and memory < MOST_MEMORY,
            ),
            searched("in memory", count, middle, slow),
        ]
        results += in_store("sqlite", count, Path(name) / "terms.sqlite")
    if programs() is not None:
        with tempfile.TemporaryDirectory() as name:
            Path(name).chmod(0o711)
            server = Postgres(Path(name) / "server").make().prepare()
            try:
                results += in_store("postgres", count, server.address("outcomes_owner"))
            finally:
                server.stop()
    return results
