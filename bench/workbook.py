"""A workbook of 50,000 participants and 20 columns, understood, beside pandas with openpyxl only reading it."""

import random
import tempfile
from pathlib import Path

import xlsxwriter
from measure import MEGABYTE, OUTCOMES, PYTHON, Result, megabytes, paired, run

PEOPLE = 50_000
PAIRS, PAIRS_IF_QUICK = 5, 2
SEED = 20

HEADER = [
    *("Person", "Group", "Area", "Age", "Gender", "Ethnicity", "Started", "Finished"),
    *("Wellbeing before", "Wellbeing after", "Loneliness before", "Loneliness after"),
    *("Confidence before", "Confidence after", "Hours of work before", "Hours of work after"),
    *("Income before", "Income after", "Sessions attended", "Debt before"),
]
VALUE_MAP = [
    ["Stakeholder", "Outcome", "Quantity", "Proxy", "Deadweight", "Attribution", "Drop-off", "Duration (years)"],
    ["Participants", "Better wellbeing", 9000, 1500, 0.2, 0.25, 0.1, 2],
    ["Participants", "Less lonely", 4000, 800, 0.3, 0.25, 0.1, 2],
]

PANDAS = """
import sys
import pandas
pandas.read_excel(sys.argv[1], sheet_name=None, engine="openpyxl")
"""


def write(path: Path) -> None:
    """Writes the workbook, the same each time."""
    chance = random.Random(SEED)  # noqa: S311 (made-up data)
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    date = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("Participants")
    sheet.write_row(0, 0, HEADER)
    for number in range(1, PEOPLE + 1):
        started = 44_600 + chance.randrange(700)
        scores = [chance.randrange(0, 11) for _ in range(8)]
        sheet.write_string(number, 0, f"P-{number:05}")
        sheet.write_string(number, 1, chance.choice(["Programme", "Comparison"]))
        sheet.write_string(number, 2, chance.choice(["North", "East", "South", "West"]))
        sheet.write_number(number, 3, chance.randrange(16, 90))
        sheet.write_string(number, 4, chance.choice(["Woman", "Man", "Another"]))
        sheet.write_string(number, 5, chance.choice(["A", "B", "C", "D", "E"]))
        sheet.write_number(number, 6, started, date)
        sheet.write_number(number, 7, started + chance.randrange(30, 300), date)
        sheet.write_row(number, 8, scores)
        sheet.write_number(number, 16, round(chance.uniform(4000, 24_000), 2))
        sheet.write_number(number, 17, round(chance.uniform(4000, 26_000), 2))
        sheet.write_number(number, 18, chance.randrange(1, 40))
        sheet.write_number(number, 19, round(chance.uniform(0, 9000), 2))
    values = book.add_worksheet("Value map")
    for number, row in enumerate(VALUE_MAP):
        values.write_row(number, 0, row)
    book.close()


def measure(quick: bool) -> list[Result]:
    with tempfile.TemporaryDirectory() as scratch:
        workbook = Path(scratch, "large.xlsx")
        write(workbook)
        understood = [OUTCOMES, "understand", workbook]
        pandas = [PYTHON, "-c", PANDAS, workbook]
        ours, theirs, ratio = paired(lambda: run(understood), lambda: run(pandas), PAIRS_IF_QUICK if quick else PAIRS)
        memory = run(understood, watch=True).memory
    return [
        Result(
            f"A workbook of {PEOPLE:,} people and {len(HEADER)} columns understood, beside pandas only reading it",
            f"{ratio:.2f} times ({ours:.2f} s, {theirs:.2f} s)",
            "at most 0.5 times",
            ratio <= 0.5,
        ),
        Result("Most memory meanwhile, worker included", megabytes(memory), "600 MB", memory <= 600 * MEGABYTE),
    ]
