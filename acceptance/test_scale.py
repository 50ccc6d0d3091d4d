"""A database that has outgrown its server: a part of it moves to another one while people work, and a copy follows.

What is run is what docs/scale.md says, block by block.
"""

import re
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import workbooks
from conftest import COMMAND, ROOT
from postgres import Postgres, programs
from town import Proxy, Server, answers, found, publish
from visit import Visit

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(programs() is None, reason="PostgreSQL 15 or later is not installed"),
    pytest.mark.skipif(shutil.which("haproxy") is None, reason="haproxy is not installed"),
]

PARTS = 4


@dataclass
class Region:
    first: Postgres
    second: Postgres
    copy: Postgres
    server: Server
    founder: Visit
    account: str

    @property
    def part(self) -> str:
        """The part that holds the documents of the place."""
        found = "SET io.installation = 'on'; SELECT DISTINCT tableoid::regclass FROM rendering;"
        return self.first.sql(found, role="outcomes_server")

    def blocks(self) -> list[str]:
        """The statements of the page, with the names and numbers of these servers."""
        page = (ROOT / "docs" / "scale.md").read_text()
        blocks = re.findall(r"^```sql\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
        number = self.part.removeprefix("rendering_p")
        names = [
            ("host 'second.example', port '5432'", f"host '127.0.0.1', port '{self.second.port}'"),
            ("host=first.example port=5432", f"host=127.0.0.1 port={self.first.port}"),
            ("rendering_p1", self.part),
            ("MODULUS 16, REMAINDER 1", f"MODULUS {PARTS}, REMAINDER {number}"),
        ]
        for old, new in names:
            assert any(old in block for block in blocks), old
            blocks = [block.replace(old, new) for block in blocks]
        return blocks


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Region]:
    folder = tmp_path_factory.mktemp("region")
    first = Postgres(folder / "pg1", "wal_level = logical").make().prepare()
    second = Postgres(folder / "pg2", "wal_receiver_status_interval = 1s").make()
    copy = Postgres(folder / "pg3")
    server = Server(folder / "first", first)
    try:
        founder = found(server.ready(), server.address)
        account = publish(founder, workbooks.good(folder / "book.xlsx").read_bytes())
        yield Region(first, second, copy.follow(first), server, founder, account)
    finally:
        server.stop()
        for database in (copy, first, second):
            database.stop("immediate")


class Writer(threading.Thread):
    """Somebody who goes on keeping documents, one after the other, as the server's role."""

    def __init__(self, region: Region) -> None:
        super().__init__()
        self.region = region
        self.kept = 0
        self.longest = 0.0
        self.failure: str | None = None
        self.is_over = threading.Event()

    def run(self) -> None:
        account = self.region.account.split("/")[-1]
        while not self.is_over.is_set():
            number = self.kept + 1000
            begun = time.monotonic()
            try:
                self.region.first.sql(
                    f"""
                    BEGIN;
                    SET LOCAL io.place = 'home';
                    INSERT INTO edition (place, account, number, state, language, title, finding, summary, made_up,
                        created) VALUES ('home', '{account}', {number}, 'draft', 'en', 'x', 'x', '{{}}', 0, 0);
                    INSERT INTO rendering (place, account, number, form, digest, bytes)
                        VALUES ('home', '{account}', {number}, 'json', 'x', repeat('x', 20000)::bytea);
                    COMMIT;
                    """,
                    role="outcomes_server",
                )
            except AssertionError as error:
                self.failure = str(error)
                return
            self.kept += 1
            self.longest = max(self.longest, time.monotonic() - begun)


def test_large_tables_are_split_while_the_site_runs(region: Region) -> None:
    done = subprocess.run(
        [COMMAND, "split", "--into", str(PARTS)],
        env=region.server.environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert f"rendering has {PARTS} parts now." in done.stdout
    assert Visit(region.server.address).get(region.account).status == 200


def test_a_part_moves_to_another_server_while_people_work(region: Region, tmp_path: Path) -> None:
    blocks = region.blocks()
    role, table, link, follow, arrived, change, tidy_second, tidy_first = blocks
    before = Visit(region.server.address).get(region.account + "/account.json").text
    region.second.ask_password("outcomes_parts")
    region.second.sql(role, "postgres")
    region.second.sql("SET ROLE outcomes_parts;" + table, "outcomes_parts")
    region.first.sql(link)
    region.first.ask_password("outcomes_mover")
    writer = Writer(region)
    writer.start()
    try:
        region.second.sql(follow, "outcomes_parts")
        answers("the rows have arrived", lambda: region.second.sql(arrived, "outcomes_parts") == "t")
        assert writer.kept > 0 and writer.failure is None
        begun = time.monotonic()
        region.first.sql(change)
        pause = time.monotonic() - begun
        kept = writer.kept
        answers("writing goes on", lambda: writer.kept > kept + 5)
    finally:
        writer.is_over.set()
        writer.join()
    print(f"the change-over took {pause:.2f} s; the longest write {writer.longest:.2f} s, {writer.kept} writes")
    assert writer.failure is None
    assert pause < 5
    region.second.sql(tidy_second, "outcomes_parts")
    region.first.sql(tidy_first)
    # Everything that was acknowledged is there, and on the other server.
    count = "SELECT count(*) FROM rendering WHERE number >= 1000;"
    everything = "SET io.installation = 'on';" + count
    assert region.first.sql(everything, role="outcomes_server") == str(writer.kept)
    assert region.second.sql(count.replace("rendering", region.part), "outcomes_parts") == str(writer.kept)
    assert Visit(region.server.address).get(region.account + "/account.json").text == before
    # And the product itself goes on writing there.
    later = publish(region.founder, workbooks.good(tmp_path / "later.xlsx").read_bytes())
    assert Visit(region.server.address).get(later + "/account.pdf").status == 200
    there = f"SELECT count(*) FROM {region.part} WHERE account = '{later.split('/')[-1]}';"
    assert region.second.sql(there, "outcomes_parts") == "5"


def test_the_wall_between_places_stands_before_the_part_that_moved(region: Region) -> None:
    count = "SELECT count(*) FROM rendering;"
    assert int(region.first.sql("SET io.place = 'home';" + count, role="outcomes_server")) > 5
    assert region.first.sql("SET io.place = 'elsewhere';" + count, role="outcomes_server") == "0"
    with pytest.raises(AssertionError, match="permission denied"):
        region.first.sql(count.replace("rendering", region.part), role="outcomes_server")
    with pytest.raises(AssertionError, match="row-level security"):
        region.first.sql(
            "SET io.place = 'elsewhere'; INSERT INTO rendering VALUES ('home', 'x', 1, 'pdf', 'x', 'x');",
            role="outcomes_server",
        )


def test_published_pages_stay_when_the_database_is_gone(region: Region, tmp_path: Path) -> None:
    last = region.first.sql("SELECT pg_current_wal_lsn();")
    answers("the copy has all", lambda: region.copy.sql(f"SELECT pg_last_wal_replay_lsn() >= '{last}';") == "t")
    reading = Server(tmp_path / "reading", region.copy, "--read-only").ready()
    proxy = Proxy(tmp_path, region.server, backup=reading)
    try:
        visit = Visit(proxy.address)
        assert visit.get(region.account).server == "s0"
        region.first.stop("immediate")
        begun = time.monotonic()
        answers("the proxy moves over", lambda: visit.get(region.account).server == "copy")
        print(f"the proxy had moved over after {time.monotonic() - begun:.1f} s")
        assert visit.page.status == 200
        # Its documents are on the second server, which still runs.
        assert visit.get(region.account + "/account.pdf").status == 200
        page = visit.get("/sign-in")
        assert page.status == 503
        assert "Nothing can be changed at the moment" in page.text
    finally:
        proxy.stop()
        reading.stop()
