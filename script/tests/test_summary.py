"""script/summary.py adds up the reports of Swift Testing and pytest."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[1] / "summary.py"

# As Swift Testing writes it: the failed test has a failure child, the skipped one a skipped child.
SWIFT = """<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="TestResults" errors="0" tests="3" failures="1" skipped="1" time="0.001820714">
    <testcase classname="ATests.S" name="`two fails`()" time="0.001129917" >
      <failure message="Expectation failed: 1 == 2 (error)" />
    </testcase>
    <testcase classname="ATests.S" name="`four skipped`()" ><skipped>no reference data</skipped></testcase>
    <testcase classname="ATests.S" name="`one passes`()" time="0.001025682" />
  </testsuite>
</testsuites>"""
PYTEST = '<testsuite><testcase classname="t" name="a"/><testcase classname="t" name="b"/></testsuite>'


def run(reports: Path, *ended_badly: str) -> tuple[int, list[str]]:
    command = [sys.executable, SCRIPT, reports, *ended_badly]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.returncode, result.stdout.splitlines()


def test_the_last_line_counts_all_tests(tmp_path: Path) -> None:
    (tmp_path / "swift-swift-testing.xml").write_text(SWIFT)
    (tmp_path / "documents.xml").write_text(PYTEST)
    code, lines = run(tmp_path, "swift")
    assert code == 1
    assert lines[-1] == "3 passed, 1 failed, 1 skipped"
    assert "skipped: ATests.S `four skipped`(): no reference data" in lines


def test_a_part_that_did_not_build_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "documents.xml").write_text(PYTEST)
    code, lines = run(tmp_path, "swift")
    assert (code, lines[-1]) == (1, "2 passed, 1 failed")


def test_all_passed_is_success(tmp_path: Path) -> None:
    (tmp_path / "documents.xml").write_text(PYTEST)
    assert run(tmp_path) == (0, ["documents: 2 passed, 0 failed", "2 passed, 0 failed"])


def test_no_test_at_all_is_a_failure(tmp_path: Path) -> None:
    code, lines = run(tmp_path)
    assert (code, lines[-1]) == (1, "0 passed, 1 failed")


def test_a_part_that_runs_in_two_programs_is_counted_once_and_neither_hides_how_the_other_ended(tmp_path: Path) -> None:
    (tmp_path / "swift-application.xml").write_text(SWIFT)
    (tmp_path / "swift-others.xml").write_text(PYTEST)
    code, lines = run(tmp_path, "swift")
    assert (code, lines[-1]) == (1, "3 passed, 1 failed, 1 skipped")
    assert lines.count("swift: 3 passed, 1 failed, 1 skipped") == 1
    code, lines = run(tmp_path, "swift", "swift")
    assert "failed: swift ended before its tests were done" in lines
    assert (code, lines[-1]) == (1, "3 passed, 2 failed, 1 skipped")
