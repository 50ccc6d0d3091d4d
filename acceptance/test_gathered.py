"""Workbooks in the layouts of real ones: the figures of those that are understood, and what is asked of the others."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from gathered import CASES, QUESTIONS
from test_varied import (  # noqa: F401 (these are tests, which run here on the cases of this module)
    Made,
    make,
    test_nothing_personal_leaves,
    test_the_finding_is_the_same_everywhere,
    test_the_ratio_and_its_range,
    test_what_changed,
    test_what_it_is_worth,
)
from varied import Book


@pytest.fixture(scope="module")
def accounts(outcomes, tmp_path_factory) -> dict[str, Made | Exception]:
    """Every case's account; one that could not be made fails the tests of its own case alone."""
    folder = tmp_path_factory.mktemp("gathered")

    def attempt(case) -> Made | Exception:
        try:
            return make(outcomes, case, folder)
        except Exception as error:
            return error

    with ThreadPoolExecutor(2) as pool:
        return dict(zip([case.name for case in CASES], pool.map(attempt, CASES), strict=True))


@pytest.fixture(params=[case.name for case in CASES])
def made(request, accounts) -> Made:
    found = accounts[request.param]
    if isinstance(found, Exception):
        raise found
    return found


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_has_two_readings_is_asked(outcomes, tmp_path, name) -> None:
    sheets, codes = QUESTIONS[name]
    answer = outcomes("account", Book(sheets).write(tmp_path / "book.xlsx"), "--out", tmp_path / "out")
    assert answer.status == 2
    problems = json.loads((tmp_path / "out" / "problems.json").read_text())["problems"]
    assert sorted({problem["code"] for problem in problems}) == codes
    assert not (tmp_path / "out" / "account.json").exists()
