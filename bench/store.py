"""Small writes that are on the disk when they are answered, from 64 clients at once, beside the same work in C."""

import statistics
import subprocess
import tempfile
from pathlib import Path

from measure import ROOT, Result

CLIENTS = 64
ROUNDS, SECONDS = 5, 4
ROUNDS_IF_QUICK, SECONDS_IF_QUICK = 2, 2
SOURCE = ROOT / "bench" / "StoreWriter"
WANTED, SHARE = 2_000, 0.7


def rate(program: Path, folder: Path, seconds: float) -> float:
    """Writes a second, into a new file on the disk that holds the product's own data."""
    file = folder / "store.sqlite"
    said = subprocess.run(
        [program, file, str(CLIENTS), str(seconds)], capture_output=True, text=True, check=True, timeout=120
    )
    for each in folder.glob("store.sqlite*"):
        each.unlink()
    return int(said.stdout) / seconds


def measure(quick: bool) -> list[Result]:
    rounds, seconds = (ROUNDS_IF_QUICK, SECONDS_IF_QUICK) if quick else (ROUNDS, SECONDS)
    subprocess.run(
        ["swift", "build", "-c", "release", "--product", "StoreWriter"], cwd=ROOT, check=True, capture_output=True
    )
    ours = ROOT / ".build" / "release" / "StoreWriter"
    # Not in /tmp, which may be memory.
    place = ROOT / "out"
    place.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place) as name:
        folder = Path(name)
        peer = folder / "peer"
        subprocess.run(["cc", "-O2", "-o", peer, SOURCE / "peer.c", "-lsqlite3", "-lpthread"], check=True)
        pairs = [(rate(ours, folder, seconds), rate(peer, folder, seconds)) for _ in range(rounds)]
    first = statistics.median(first for first, _ in pairs)
    second = statistics.median(second for _, second in pairs)
    # Beside the best that C reached: the disk of a shared machine has good and bad moments.
    share = max(first for first, _ in pairs) / max(second for _, second in pairs)
    return [
        Result(
            f"Durable writes from {CLIENTS} clients, on SQLite",
            f"{first:,.0f} a second",
            f"at least {WANTED:,}",
            first >= WANTED,
        ),
        Result(
            "The same beside a program in C with the same settings, best against best",
            f"{share:.2f} of its rate (medians {first:,.0f} and {second:,.0f} a second)",
            f"at least {SHARE}",
            share >= SHARE,
        ),
    ]
