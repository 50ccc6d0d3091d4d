"""`outcomes value MAP.json --json`: every figure beside the SROI Guide's rules, reckoned here, and every refusal."""

import copy
import json
import random
from pathlib import Path

import pytest
from guide import SHARES, SHIFT, worth

MAP = {
    "currency": "GBP",
    "discountRate": 0.035,
    "convention": "endOfYear",
    "inputs": [{"stakeholder": "Council", "amount": 30000, "kind": "cash"}],
    "outcomes": [
        {
            "stakeholder": "Young people",
            "outcome": "In work",
            "quantity": 20,
            "proxy": 1500,
            "deadweight": 0.2,
            "displacement": 0,
            "attribution": 0.25,
            "dropOff": 0.1,
            "duration": 3,
            "start": "after",
        }
    ],
}


def answered(outcomes, folder: Path, given: dict) -> dict:
    file = folder / "map.json"
    file.write_text(json.dumps(given))
    answer = outcomes("value", file, "--json")
    assert (answer.status, answer.err) == (0, "")
    return json.loads(answer.out)


def compare(said: dict, given: dict) -> None:
    rate, convention = given.get("discountRate", 0.035), given.get("convention", "endOfYear")
    rows = [worth(row, rate, convention) for row in given["outcomes"]]
    inputs = sum(
        row["amount"] / (1 + rate) ** max(0.0, row.get("year", 0) - SHIFT[convention]) for row in given["inputs"]
    )
    value = sum(present for _, present in rows)
    assert said["inputs"] == pytest.approx(inputs, abs=0.0051)
    assert said["presentValue"] == pytest.approx(value, abs=0.0051)
    assert said["netPresentValue"] == pytest.approx(value - inputs, abs=0.0051)
    assert said["ratio"] == pytest.approx(value / inputs, abs=6e-7)
    assert said["netRatio"] == pytest.approx((value - inputs) / inputs, abs=6e-7)
    first = float(sum(years[0] for years, _ in rows))
    if first > 0:
        assert said["paybackMonths"] == pytest.approx(inputs / (first / 12), abs=0.0051)
    else:
        assert said["paybackMonths"] is None
    for row, (years, present) in zip(said["outcomes"], rows, strict=True):
        assert row["firstYear"] == pytest.approx(float(years[0]), abs=0.0051)
        assert row["years"] == pytest.approx([float(year) for year in years], abs=0.0051)
        assert row["presentValue"] == pytest.approx(present, abs=0.0051)


def test_the_example_comes_to_what_the_guide_says(outcomes, tmp_path) -> None:
    said = answered(outcomes, tmp_path, MAP)
    compare(said, MAP)
    # 20 * 1,500 * 0.8 * 0.75 = 18,000 in the first year, then a tenth less each year.
    assert said["outcomes"][0]["years"] == [18000, 16200, 14580]
    assert said["presentValue"] == 45664.50
    assert said["defaults"] == ["$.inputs[0].year"]


@pytest.mark.parametrize("convention", list(SHIFT))
def test_made_up_maps_come_to_what_the_guide_says(outcomes, tmp_path, convention) -> None:
    chance = random.Random(convention)
    for _ in range(5):
        given = {"discountRate": round(chance.uniform(0, 0.2), 4), "convention": convention, "outcomes": []}
        given["inputs"] = [
            {"stakeholder": "S", "amount": round(chance.uniform(1, 90_000), 2), "year": chance.randrange(4)}
            for _ in range(chance.randrange(1, 4))
        ]
        for _ in range(chance.randrange(1, 6)):
            row = {"stakeholder": "S", "outcome": "O", "quantity": chance.randrange(300)}
            row["proxy"] = round(chance.uniform(-500, 5000), 2)
            row |= {share: round(chance.random(), 3) for share in SHARES if chance.random() < 0.8}
            row |= {"duration": chance.randrange(1, 12), "start": chance.choice(["during", "after"])}
            given["outcomes"].append(row)
        compare(answered(outcomes, tmp_path, given), given)


def test_what_was_not_said_is_named(outcomes, tmp_path) -> None:
    given = copy.deepcopy(MAP)
    del given["outcomes"][0]["displacement"]
    del given["outcomes"][0]["duration"]
    del given["discountRate"]
    said = answered(outcomes, tmp_path, given)
    assert {"$.outcomes[0].displacement", "$.outcomes[0].duration", "$.discountRate"} <= set(said["defaults"])


def test_without_inputs_there_is_no_ratio(outcomes, tmp_path) -> None:
    said = answered(outcomes, tmp_path, {**MAP, "inputs": [{"stakeholder": "Council", "amount": 0}]})
    assert (said["inputs"], said["ratio"], said["netRatio"]) == (0, None, None)


def test_a_loss_pays_nothing_back(outcomes, tmp_path) -> None:
    given = copy.deepcopy(MAP)
    given["outcomes"][0]["proxy"] = -10
    said = answered(outcomes, tmp_path, given)
    compare(said, given)
    assert said["paybackMonths"] is None


BAD = [
    (["outcomes", 0, "deadweight"], 1.3, "$.outcomes[0].deadweight"),
    (["outcomes", 0, "deadweight"], -0.1, "$.outcomes[0].deadweight"),
    (["outcomes", 0, "attribution"], "0.25", "$.outcomes[0].attribution"),
    (["outcomes", 0, "quantity"], -1, "$.outcomes[0].quantity"),
    (["outcomes", 0, "quantity"], None, "$.outcomes[0].quantity"),
    (["outcomes", 0, "duration"], 0, "$.outcomes[0].duration"),
    (["outcomes", 0, "duration"], 1.5, "$.outcomes[0].duration"),
    (["outcomes", 0, "duration"], 101, "$.outcomes[0].duration"),
    (["outcomes", 0, "start"], "later", "$.outcomes[0].start"),
    (["outcomes", 0, "outcome"], 7, "$.outcomes[0].outcome"),
    (["outcomes", 0, "colour"], "red", "$.outcomes[0].colour"),
    (["inputs", 0, "amount"], -5, "$.inputs[0].amount"),
    (["inputs", 0, "kind"], "loan", "$.inputs[0].kind"),
    (["discountRate"], 0.21, "$.discountRate"),
    (["discountRate"], "bogus", "$.discountRate"),
    (["convention"], "sometime", "$.convention"),
    (["colour"], "red", "$.colour"),
]


def refused(answer) -> list[dict]:
    """The problems of a refusal, after a look at its form."""
    assert (answer.status, answer.out) == (2, "")
    document = json.loads(answer.err)
    assert {"type", "title", "status", "problems"} <= set(document)
    assert document["status"] == 422
    assert all(problem["detail"] for problem in document["problems"])
    return document["problems"]


@pytest.mark.parametrize(("where", "what", "path"), BAD)
def test_a_bad_map_is_refused_with_its_place(outcomes, tmp_path, where, what, path) -> None:
    given = copy.deepcopy(MAP)
    parent = given
    for step in where[:-1]:
        parent = parent[step]
    parent[where[-1]] = what
    (tmp_path / "map.json").write_text(json.dumps(given))
    assert [problem["path"] for problem in refused(outcomes("value", tmp_path / "map.json", "--json"))] == [path]


def test_every_problem_is_said_at_once(outcomes, tmp_path) -> None:
    given = copy.deepcopy(MAP)
    for where, what, _ in BAD[:1] + BAD[3:4] + BAD[11:12]:
        given[where[0]][0][where[2]] = what
    del given["outcomes"][0]["proxy"]
    (tmp_path / "map.json").write_text(json.dumps(given))
    paths = [problem["path"] for problem in refused(outcomes("value", tmp_path / "map.json", "--json"))]
    assert set(paths) == {
        *("$.inputs[0].amount", "$.outcomes[0].deadweight", "$.outcomes[0].quantity", "$.outcomes[0].proxy")
    }


@pytest.mark.parametrize(
    "text",
    [
        '{"inputs": [}',
        "",
        "not json",
        '{"a": NaN}',
        '{"inputs": [], "inputs": []}',
        "[" * 100_000,
        json.dumps(MAP)[:-1],
        '{"discountRate": 1e400}',
    ],
)
def test_what_is_not_json_is_refused_with_line_and_column(outcomes, tmp_path, text) -> None:
    (tmp_path / "map.json").write_text(text)
    problems = refused(outcomes("value", tmp_path / "map.json", "--json"))
    assert [problem["path"] for problem in problems] == ["$"]


def test_a_map_can_be_given_on_standard_input(outcomes) -> None:
    answer = outcomes("value", "-", "--json", given=json.dumps(MAP))
    assert json.loads(answer.out)["presentValue"] == 45664.50


def test_a_file_that_is_not_there_is_said_in_words(outcomes, tmp_path) -> None:
    answer = outcomes("value", tmp_path / "nothing.json", "--json")
    assert "No such file" in refused(answer)[0]["detail"]
