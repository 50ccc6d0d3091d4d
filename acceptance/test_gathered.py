"""Workbooks in the layouts of real ones: the figures of those that are understood, and what is asked of the others."""

import json

import pytest
from gathered import CASES, QUESTIONS
from test_varied import (  # noqa: F401 (these are tests, which run here on the cases of this module)
    Made,
    make_all,
    test_nothing_personal_leaves,
    test_the_finding_is_the_same_everywhere,
    test_the_ratio_and_its_range,
    test_what_changed,
    test_what_it_is_worth,
)
from varied import Book


@pytest.fixture(scope="module")
def accounts(outcomes, tmp_path_factory) -> dict[str, Made | Exception]:
    return make_all(outcomes, CASES, tmp_path_factory.mktemp("gathered"))


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
