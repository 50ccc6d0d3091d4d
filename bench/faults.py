"""What the store survives: programs killed while they write, full and read-only disks, crashes, backups under load.

    .venv/bin/python bench/faults.py            everything, 100 kills on each kind of database: about ten minutes
    .venv/bin/python bench/faults.py --quick    a few of each

Prints one line a fault, and exits with 1 where something was lost. docs/reliability.md holds the figures, and the
tests run the quick form. Full and read-only disks need the right to mount a small one in memory; where that is missing
they are left out, which is said.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "acceptance"))

from postgres import Postgres, programs  # noqa: E402

BUILT = ROOT / ".build" / "debug"
WRITER = BUILT / "FaultWriter"
COMMAND = Path(os.environ.get("OUTCOMES_COMMAND", BUILT / "outcomes"))


@dataclass
class Seen:
    """What became of the writes of all rounds."""

    rounds: int = 0
    acknowledged: set[int] = field(default_factory=set)
    there: set[int] = field(default_factory=set)
    half: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    slowest: float = 0

    @property
    def lost(self) -> set[int]:
        return self.acknowledged - self.there

    @property
    def is_sound(self) -> bool:
        return not self.lost and not self.half and not self.wrong and bool(self.acknowledged)

    def __str__(self) -> str:
        verdict = "sound" if self.is_sound else f"NOT SOUND {sorted(self.lost)[:5]} {self.half[:5]} {self.wrong[:5]}"
        return (
            f"{self.rounds} rounds, {len(self.acknowledged)} writes acknowledged, {len(self.lost)} lost, "
            f"{len(self.half)} half there, slowest opening {self.slowest:.2f} s: {verdict}"
        )


def write(address: str, seconds: float, seen: Seen, stop: signal.Signals = signal.SIGKILL) -> str:
    """Writes until it is killed, or ends by itself; gives the last thing that it said."""
    writer = subprocess.Popen([WRITER, "write", address], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        writer.wait(seconds)
    except subprocess.TimeoutExpired:
        writer.send_signal(stop)
    assert writer.stdout is not None
    said = writer.stdout.read().decode().split("\n")
    writer.wait()
    # What stands after the last end of a line was never said whole.
    whole = said[:-1]
    seen.acknowledged.update(int(line) for line in whole if line.isdigit())
    return whole[-1] if whole else ""


def look(address: str, seen: Seen) -> None:
    """Opens the store as after any other end, and compares."""
    begun = time.perf_counter()
    looker = subprocess.Popen([WRITER, "look", address], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert looker.stdout is not None
    first = looker.stdout.readline()
    seen.slowest = max(seen.slowest, time.perf_counter() - begun)
    lines = looker.stdout.read().splitlines()
    status = looker.wait()
    seen.rounds += 1
    seen.there = {int(line) for line in lines if line.isdigit()}
    seen.half = [line for line in lines if line.startswith("half")]
    seen.wrong += [line for line in [first.strip(), *lines] if line.startswith(("wrong", "error"))]
    if status != 0 or first.strip() != "open":
        seen.wrong.append(f"it did not open: {first.strip()}")


def killed(address: str, times: int) -> Seen:
    """A program killed with SIGKILL while eight tasks write."""
    seen = Seen()
    for _ in range(times):
        write(address, random.uniform(0.08, 0.5), seen)
        look(address, seen)
    return seen


def server_killed(server: Postgres, times: int) -> Seen:
    """PostgreSQL itself killed with SIGKILL, all of its processes, while a program writes."""
    seen = Seen()
    address = server.address("outcomes_owner")
    for _ in range(times):
        writer = subprocess.Popen([WRITER, "write", address], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        time.sleep(random.uniform(0.3, 0.8))
        crash(server)
        assert writer.stdout is not None
        said = writer.stdout.read().decode().split("\n")[:-1]
        assert writer.wait() == 3, said[-1:]
        seen.acknowledged.update(int(line) for line in said if line.isdigit())
        server.start()
        look(address, seen)
    return seen


def crash(server: Postgres) -> None:
    postmaster = int((server.data / "postmaster.pid").read_text().splitlines()[0])
    children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
    for pid in [postmaster, *map(int, children)]:
        os.kill(pid, signal.SIGKILL)
    while any(Path(f"/proc/{pid}").exists() and state(pid) != "Z" for pid in [postmaster, *map(int, children)]):
        time.sleep(0.01)
    # Where nobody gathers the dead, their numbers stay taken, and the server would take itself for running.
    for left in [server.data / "postmaster.pid", *server.folder.glob(".s.PGSQL.*.lock")]:
        left.unlink(missing_ok=True)


def state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


Fault = Callable[[], "tuple[str, Seen] | None"]


@contextmanager
def small_disk(size: str) -> Iterator[Path | None]:
    """A disk of its own in memory; None where we may not mount one."""
    folder = Path(tempfile.mkdtemp(prefix="io-disk-"))
    folder.chmod(0o755)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0755", "tmpfs", folder], capture_output=True, check=False
    )
    try:
        yield folder if mounted.returncode == 0 else None
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", "-l", folder], check=False)
        folder.rmdir()


def full_file() -> tuple[str, Seen] | None:
    """A file's disk fills up while it is written to; room is made, and the same file goes on."""
    seen = Seen()
    with small_disk("24m") as disk:
        if disk is None:
            return None
        filler = disk / "filler"
        filler.write_bytes(bytes(16 << 20))
        address = str(disk / "store.sqlite")
        said = write(address, 60, seen)
        # Nothing can be opened for writing here; what is there is whole all the same once there is room.
        filler.unlink()
        look(address, seen)
        write(address, 0.5, seen)
        look(address, seen)
        return said, seen


def read_only_file() -> tuple[str, Seen] | None:
    """A file's disk is mounted read-only while it is written to."""
    seen = Seen()
    with small_disk("200m") as disk:
        if disk is None:
            return None
        address = str(disk / "store.sqlite")
        write(address, 0.5, seen)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        said = write(address, 10, seen)
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        look(address, seen)
        return said, seen


def full_server(size: str = "150m") -> tuple[str, Seen] | None:
    """The disk of a PostgreSQL server fills up while it is written to; room is made, and it is started again."""
    seen = Seen()
    with small_disk(size) as disk:
        if disk is None:
            return None
        server = Postgres(disk / "server", "fsync = on\nmax_wal_size = 64MB\n").make().prepare()
        address = server.address("outcomes_owner")
        try:
            write(address, 0.3, seen)
            filler = disk / "filler"
            room = shutil.disk_usage(disk).free - (6 << 20)
            filler.write_bytes(bytes(max(0, room)))
            said = write(address, 60, seen)
            filler.unlink()
            server.stop("immediate")
            server.start()
            look(address, seen)
            write(address, 0.3, seen)
            look(address, seen)
        finally:
            server.stop("immediate")
        return said, seen


def backups_under_load(folder: Path, address: str, times: int) -> Seen:
    """Backups of a store that a program writes to all the time; each is checked, and restored elsewhere."""
    seen = Seen()
    for number in range(times):
        writer = subprocess.Popen([WRITER, "write", address], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"open\n"
        time.sleep(random.uniform(0.1, 0.3))
        backup = folder / f"{number}.backup"
        made = subprocess.run([WRITER, "backup", address, backup], capture_output=True, text=True, check=False)
        writer.kill()
        writer.stdout.read()
        writer.wait()
        target = folder / f"{number}.sqlite"
        restored = subprocess.run([WRITER, "restore", target, backup], capture_output=True, text=True, check=False)
        if made.returncode != 0 or restored.returncode != 0:
            seen.wrong.append(made.stdout + restored.stdout)
            continue
        # Pairs that were acknowledged before the backup began must be in it; none may be half in it.
        seen.acknowledged = {int(line) for line in made.stdout.splitlines() if line.isdigit()}
        look(str(target), seen)
    return seen


@contextmanager
def a_server(folder: Path) -> Iterator[Postgres]:
    server = Postgres(folder, "fsync = on\n").make().prepare()
    try:
        yield server
    finally:
        server.stop("immediate")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a few of each")
    quick = parser.parse_args().quick
    kills, crashes, backups = (5, 2, 2) if quick else (100, 20, 20)
    sound = True

    def report(what: str, seen: Seen | tuple[str, Seen] | None) -> None:
        nonlocal sound
        if seen is None:
            print(f"{what}: left out, no disk can be mounted here", flush=True)
            return
        said = ""
        if isinstance(seen, tuple):
            said, seen = f" ({seen[0]})", seen[1]
        sound = sound and seen.is_sound
        print(f"{what}{said}: {seen}", flush=True)

    with tempfile.TemporaryDirectory(prefix="io-faults-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        report("file, program killed", killed(str(folder / "killed.sqlite"), kills))
        report("file, disk full", full_file())
        report("file, disk read-only", read_only_file())
        report("file, backups under load", backups_under_load(folder, str(folder / "load.sqlite"), backups))
        if programs() is None:
            print("PostgreSQL is not installed: left out")
            return 0 if sound else 1
        with a_server(folder / "server") as server:
            report("PostgreSQL, program killed", killed(server.address("outcomes_owner"), kills))
            report("PostgreSQL, server killed", server_killed(server, crashes))
        with a_server(folder / "loaded") as server:
            (folder / "b").mkdir()
            address = server.address("outcomes_owner")
            report("PostgreSQL, backups under load", backups_under_load(folder / "b", address, backups))
        report("PostgreSQL, disk full", full_server())
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
