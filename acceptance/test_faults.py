"""The quick form of bench/faults.py: whatever ends a writer, nothing acknowledged is lost, nothing is half there."""

import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import faults
import pytest
from conftest import COMMAND
from postgres import Postgres, Running, free_port, programs
from visit import Visit

pytestmark = pytest.mark.slow
with_postgres = pytest.mark.skipif(programs() is None, reason="PostgreSQL 15 or later is not installed")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    with faults.a_server(tmp_path_factory.mktemp("faults") / "server") as server:
        yield server


def test_a_program_killed_while_it_writes_to_a_file_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    seen = faults.killed(str(tmp_path / "store.sqlite"), 5)
    assert seen.is_sound, str(seen)
    assert seen.slowest < 2, str(seen)


@with_postgres
def test_a_program_killed_while_it_writes_to_a_server_loses_nothing_that_was_acknowledged(server: Postgres) -> None:
    seen = faults.killed(server.address("outcomes_owner"), 3)
    assert seen.is_sound, str(seen)
    assert seen.slowest < 2, str(seen)


@with_postgres
def test_a_server_killed_while_it_writes_loses_nothing_that_was_acknowledged(server: Postgres) -> None:
    seen = faults.server_killed(server, 1)
    assert seen.is_sound, str(seen)


@pytest.mark.parametrize(
    ("fault", "code"), [(faults.full_file, "STO-008"), (faults.read_only_file, "STO-009")], ids=["full", "read-only"]
)
def test_a_disk_that_takes_no_more_is_said_and_nothing_is_half_written(fault: faults.Fault, code: str) -> None:
    result = fault()
    if result is None:
        pytest.skip("no disk can be mounted here")
    said, seen = result
    assert said.startswith(f"error {code}"), said
    assert seen.is_sound, str(seen)


@with_postgres
def test_a_full_disk_of_a_server_loses_nothing_that_was_acknowledged() -> None:
    result = faults.full_server()
    if result is None:
        pytest.skip("no disk can be mounted here")
    said, seen = result
    assert said.startswith("error STO-"), said
    assert seen.is_sound, str(seen)


def test_a_backup_under_load_restores_to_one_moment(tmp_path: Path) -> None:
    seen = faults.backups_under_load(tmp_path, str(tmp_path / "store.sqlite"), 2)
    assert seen.is_sound, str(seen)


@with_postgres
def test_the_site_says_503_while_its_database_is_away_and_recovers_by_itself(tmp_path: Path) -> None:
    with faults.a_server(tmp_path / "away") as database:
        port = free_port()
        site = Running(
            [str(COMMAND), "serve", "--empty"], tmp_path / "log",
            {
                "OUTCOMES_LISTEN": f"127.0.0.1:{port}",
                "OUTCOMES_DATA": str(tmp_path / "data"),
                "OUTCOMES_DATABASE": database.address(),
                "OUTCOMES_DATABASE_OWNER": database.address("outcomes_owner"),
            },
        )  # fmt: skip
        try:
            site.says("Press Ctrl+C")
            visit = Visit(f"http://127.0.0.1:{port}")
            assert visit.get("/").status == 200
            database.stop("immediate")
            page = visit.get("/")
            assert page.status == 503
            assert "WEB-023" in page.text or "database" in page.text
            database.start()
            assert visit.get("/").status == 200
            assert site.process.poll() is None
        finally:
            site.stop()


def test_a_file_with_a_broken_structure_is_not_served(tmp_path: Path) -> None:
    environment = {"OUTCOMES_LISTEN": f"127.0.0.1:{free_port()}", "OUTCOMES_DATA": str(tmp_path / "data")}
    site = Running([str(COMMAND), "serve", "--empty"], tmp_path / "log", environment)
    site.says("Press Ctrl+C")
    assert site.stop() == 0
    file = tmp_path / "data" / "outcomes.sqlite"
    whole = bytearray(file.read_bytes())
    # A page in the middle, as a failing disk leaves it: the first page, which every opening reads, is as it was.
    middle = len(whole) // 8192 * 4096
    whole[middle : middle + 4096] = b"\xff" * 4096
    file.write_bytes(whole)
    again = Running([str(COMMAND), "serve", "--empty"], tmp_path / "again", environment)
    assert again.process.wait(timeout=30) == 1
    assert "damaged" in (tmp_path / "again").read_text()
    doctor = subprocess.run(
        [COMMAND, "doctor"], env={"PATH": "/usr/bin:/bin", **environment}, capture_output=True, text=True, check=False
    )
    assert doctor.returncode == 1
    assert "mend    database: is damaged" in doctor.stdout


def test_a_value_changed_past_the_program_is_found_by_the_deep_look(tmp_path: Path) -> None:
    environment = {"OUTCOMES_LISTEN": f"127.0.0.1:{free_port()}", "OUTCOMES_DATA": str(tmp_path / "data")}
    site = Running([str(COMMAND), "serve", "--empty"], tmp_path / "log", environment)
    site.says("Press Ctrl+C")
    assert site.stop() == 0

    def doctor() -> subprocess.CompletedProcess[str]:
        command = [COMMAND, "doctor", "--deep"]
        environment_here = {"PATH": "/usr/bin:/bin", **environment}
        return subprocess.run(command, env=environment_here, capture_output=True, text=True, check=False)

    well = doctor().stdout
    assert "good    audit trail: every row is what the trail says" in well
    assert "good    lists of words: are written and read" in well
    file = tmp_path / "data" / "outcomes.sqlite"
    with sqlite3.connect(file) as store:
        store.execute("UPDATE place SET made_up = 1 - made_up")
    store.close()
    found = doctor()
    assert found.returncode == 1
    assert "good    database: is sound and up to date" in found.stdout
    assert "mend    audit trail: place" in found.stdout
    assert "changed past the audit trail" in found.stdout
