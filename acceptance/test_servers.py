"""Two servers on one PostgreSQL database, behind a proxy, as a place that has outgrown one machine has them."""

import os
import re
import shutil
import signal
import time
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import workbooks
from postgres import Postgres, free_port, programs
from prometheus_client.parser import text_string_to_metric_families
from rdflib import SKOS, Graph
from town import PASSWORD, Proxy, Server, answers, found, publish, read_workbook
from visit import Visit

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(programs() is None, reason="PostgreSQL 15 or later is not installed"),
    pytest.mark.skipif(shutil.which("haproxy") is None, reason="haproxy is not installed"),
]


@dataclass
class Town:
    database: Postgres
    first: Server
    second: Server
    proxy: Proxy
    figures: str


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("town")
    database = Postgres(folder / "postgres").make().prepare()
    figures = f"127.0.0.1:{free_port()}"
    first = Server(folder / "first", database, OUTCOMES_METRICS=figures).ready()
    second = Server(folder / "second", database, OUTCOMES_KEY=str(folder / "first" / "data" / "owner.key")).ready()
    proxy = Proxy(folder, first, second)
    yield Town(database, first, second, proxy, f"http://{figures}")
    for program in (proxy, first, second):
        program.stop()
    database.stop()


@pytest.fixture(scope="module")
def founder(town: Town) -> Visit:
    """Whoever founded the place, through the proxy."""
    return found(town.first, town.proxy.address)


def test_whoever_signs_in_through_one_server_goes_on_through_the_other(town: Town, founder: Visit) -> None:
    visit = Visit(town.first.address)
    visit.get("/sign-in")
    assert visit.post("/sign-in", {"email": "ann@example.org", "password": PASSWORD}).status == 200
    assert "Ann Founder" in visit.get(town.second.address + "/me").text
    # A form that one server has shown is taken by the other.
    visit.get(town.first.address + "/me")
    assert visit.post(town.second.address + "/sign-out", {}).status == 200
    assert visit.get(town.first.address + "/me").status == 403
    served = {founder.get("/me").server for _ in range(4)}
    assert served == {"s0", "s1"}, served


def test_wrong_passwords_count_together(town: Town, founder: Visit) -> None:
    visit = Visit(town.proxy.address)
    wrong = {"email": "nobody@example.org", "password": "not my dog at all"}
    answers = []
    for number in range(12):
        server = (town.first, town.second)[number % 2]
        visit.get(server.address + "/sign-in")
        answers.append(visit.post(server.address + "/sign-in", wrong).status)
    # Ten in a quarter of an hour, on both together.
    assert answers[:10] == [422] * 10, answers
    assert answers[10:] == [429] * 2, answers


def test_a_server_with_another_key_does_not_start(town: Town, tmp_path: Path) -> None:
    third = Server(tmp_path, town.database)
    assert third.process.wait(timeout=30) == 1
    assert "is not the one that this database is used with" in third.log.read_text()


def test_figures_for_prometheus_stand_on_an_address_of_their_own(town: Town, founder: Visit) -> None:
    visit = Visit(town.figures)
    for _ in range(3):
        Visit(town.first.address).get("/published")
    assert Visit(town.first.address).get("/accounts/none").status == 404
    text = visit.get("/metrics").text
    found = {family.name: family.samples for family in text_string_to_metric_families(text)}

    def value(family: str, name: str, **labels: str) -> float:
        return sum(s.value for s in found[family] if s.name == name and labels.items() <= s.labels.items())

    assert value("outcomes_requests", "outcomes_requests_total", route="/published", status="2xx") >= 3
    assert value("outcomes_requests", "outcomes_requests_total", route="/accounts/:id", status="4xx") >= 1
    duration = "outcomes_request_duration_seconds"
    count = value(duration, f"{duration}_count", route="/published", method="GET")
    assert count == value(duration, f"{duration}_bucket", route="/published", method="GET", le="+Inf") >= 3
    assert value("outcomes_database_up", "outcomes_database_up") == 1
    assert value("outcomes_database_connections", "outcomes_database_connections", role="writer") == 4
    assert value("process_resident_memory_bytes", "process_resident_memory_bytes") > 10_000_000
    # Nobody is named, and the public address doesn't have it.
    assert "ann" not in text.lower().replace("channel", "")
    assert Visit(town.first.address).get("/metrics").status == 404


LISTS = {
    "ICNPOsector.owl": "environment",
    "PopulationServed.owl": "lone parent family",
    "SDGImpacts.owl": "end povrty evrywhere",
    "icnptso.csv": "zoos historical sites",
    "ukcat.csv": "loneliness",
}


def said(turtle: str) -> set[tuple[str, str, str]]:
    """What a list says of its concepts: their labels, notes, codes and what lies above them."""
    graph = Graph().parse(data=turtle)
    kept = (SKOS.prefLabel, SKOS.altLabel, SKOS.definition, SKOS.scopeNote, SKOS.notation, SKOS.broader, SKOS.inScheme)
    found = {(str(one), str(kind), str(other)) for kind in kept for one, other in graph.subject_objects(kind)}
    assert found
    return found


def test_a_list_that_one_server_loads_is_offered_and_found_by_the_other(
    town: Town, founder: Visit, outcomes, reference: Path, tmp_path: Path
) -> None:
    account = publish(founder, workbooks.good(tmp_path / "book.xlsx").read_bytes())
    stranger = Visit(town.second.address)
    before = stranger.get(account).text
    for name, typed in LISTS.items():
        file = reference / "data" / "language" / name
        founder.get(town.first.address + "/language/load")
        loading = founder.post(town.first.address + "/language/load", {}, (name, file.read_bytes()), "file").path
        answers(f"{name} is loaded", lambda job=loading: "is loaded" in founder.get(town.first.address + job).text)
        # What the place writes out says what stood in the file.
        scheme = re.search(r'href="(/language/schemes/\d+)"', founder.page.text)
        assert scheme is not None, founder.page.text
        first = outcomes("language", "convert", file, "--to", "turtle").out
        assert said(first) == said(stranger.get(scheme.group(1) + "/turtle").text), name
        title = re.search(r"<h1[^>]*>([^<]+)<", stranger.get(scheme.group(1)).text)
        assert title is not None
        assert title.group(1) not in before
        # Each result names the list that it is of.
        results = stranger.get("/search?q=" + urllib.parse.quote(typed)).text
        assert title.group(1) in results, f"{name}: {results}"
    answers("the page offers the new list", lambda: title.group(1) in stranger.get(account).text, 20)


def test_what_a_killed_server_was_doing_is_done_by_the_other(town: Town, founder: Visit, tmp_path: Path) -> None:
    book = workbooks.good(tmp_path / "book.xlsx").read_bytes()
    item = read_workbook(founder, book)
    # The other one sleeps while the first one begins, and wakes when it is dead.
    os.kill(town.second.process.pid, signal.SIGSTOP)
    founder.get(town.first.address + item)
    begun = time.monotonic()
    job = founder.post(town.first.address + item + "/account", {"language": "en"}).path
    running = "SELECT count(*) FROM job WHERE kind = 'account' AND state = 'running';"
    answers("the job runs", lambda: town.database.sql(running) == "1")
    town.first.kill()
    os.kill(town.second.process.pid, signal.SIGCONT)
    assert town.database.sql(running) == "1", "it was done before the server was killed"
    answers("the proxy has noticed", lambda: founder.get(town.proxy.address + "/healthz").status == 200)
    answers("the account is made", lambda: founder.get(town.proxy.address + job).path.startswith("/accounts/"))
    assert time.monotonic() - begun < 45
    last = "SELECT attempts, state FROM job WHERE kind = 'account' ORDER BY created DESC LIMIT 1;"
    assert town.database.sql(last) == "2|done"
