"""Workbooks as charities, councils, consultants and form exports make them, with what each should come to.

Reckoned without any code of the product, as in `varied`; these are about the layouts, `varied` is about the account.
"""

import datetime
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reckoning import Map, Measured
from varied import SIMPLE, SIMPLE_OUTCOMES, Book, Case, Cell, Rows, outcome, percent, scores

HEADER = ["Stakeholder", "Outcome", "Quantity", "Value of proxy", "Deadweight", "Attribution"]
INPUTS: Rows = [
    ["Stakeholder", "Input", "Value of input"],
    ["Council", "Grant", 9000],
    ["Trust", "Rent of rooms", 1500],
]
PUT_IN = [(9000, 0), (1500, 0)]


def case(name: str, sheets: dict[str, Rows], inputs: list, outcomes: list[dict], measures=(), **more: Any) -> Case:
    layout = {key: more.pop(key) for key in ("merged", "hidden_rows", "hidden_columns", "hidden_sheets") if key in more}
    return Case(name, Book(sheets, **layout), Map(inputs, outcomes), list(measures), **more)


# Several maps, several tables on a sheet.


def map_for_each_site() -> Case:
    north: Rows = [
        [*HEADER, "Input", "Value of input"],
        ["Members", "Feel better", 20, 500, "20%", "10%", "Grant for the north", 6000],
    ]
    south: Rows = [
        ["Value map of the south"],
        [],
        ["Who changes?", "What changes?", "How many", "Unit value", "Dead weight", "Due to others"],
        ["Members", "Feel better", 35, 500, 25, 10],
        ["Carers", "Sleep better", 12, 80, 5, 0],
        ["Total", None, 47],
    ]
    outcomes = [
        outcome(20, 500, deadweight=0.2, attribution=0.1),
        outcome(35, 500, deadweight=0.25, attribution=0.1),
        outcome(12, 80, deadweight=0.05),
    ]
    sheets = {"North": north, "South": south, "What went in": INPUTS}
    return case("sites", sheets, [(6000, 0), *PUT_IN], outcomes, options=["--take", "What went in=valueMap"])


def maps_of_groups_and_inputs_apart() -> Case:
    young: Rows = [HEADER, ["Young people", "In work", 9, 3200, "40%", "20%"]]
    parents: Rows = [
        HEADER,
        ["Parents", "Less worried", 14, 410, "10%", "0%"],
        ["Parents", "Know where to go", 20, 50, 0, 0],
    ]
    outcomes = [
        outcome(9, 3200, deadweight=0.4, attribution=0.2),
        outcome(14, 410, deadweight=0.1),
        outcome(20, 50),
    ]
    return case("groups-of-maps", {"Young people": young, "Parents": parents, "Inputs": INPUTS}, PUT_IN, outcomes)


def inputs_above(gap_title: bool) -> Case:
    rows: Rows = [["Money and time in"], *INPUTS, []]
    rows += [["What changed"]] if gap_title else []
    rows += [HEADER, ["Members", "Feel better", 20, 500, "20%", "10%"]]
    return case(f"inputs-above-{gap_title}", {"Map": rows}, PUT_IN, SIMPLE_OUTCOMES)


def inputs_below() -> Case:
    rows: Rows = [
        HEADER,
        ["Members", "Feel better", 20, 500, "20%", "10%"],
        ["Total", None, 20],
        [],
        ["Inputs"],
        *INPUTS,
    ]
    rows += [["Total", None, 10500]]
    return case("inputs-below", {"Map": rows}, PUT_IN, SIMPLE_OUTCOMES)


def inputs_beside() -> Case:
    left: Rows = [HEADER, ["Members", "Feel better", 20, 500, "20%", "10%"], ["Members", "Eat well", 8, 90, "0%", "0%"]]
    rows = [[*row, None, *other] for row, other in zip(left, INPUTS, strict=True)]
    return case("inputs-beside", {"Map": rows}, PUT_IN, [*SIMPLE_OUTCOMES, outcome(8, 90)])


def costs_below_each_map(form: str) -> Case:
    head = ["Who benefits", "What changes for them", "How many", "Proxy value (£)", "Deadweight", "Attribution"]
    money: Rows = [head, ["Clients", "Debt written off", 38, 4120, "12%", "25%"], []]
    benefits: Rows = [head, ["Clients", "Income gained", 86, 2905, "20%", "15%"], [], []]
    put_in = [(61500, 0), (48250, 0)]
    if form == "lines":
        money += [["Cost of the service", 61500]]
        benefits += [["Total cost of benefits team", 48250]]
    else:
        money += [["What it cost"], ["Item", "£", "Date paid"], ["Staff", "£56.5k", "01/04/2024"]]
        money += [["Rent", 5000, "31/03/2025"], ["Total", "£62k"]]
        benefits += [["Item", "Amount (£)"], ["Staff", 43250], ["Rent", "5,000"]]
        put_in = [(56500, 0), (5000, 0), (43250, 0), (5000, 0)]
    outcomes = [
        outcome(38, 4120, deadweight=0.12, attribution=0.25),
        outcome(86, 2905, deadweight=0.2, attribution=0.15),
    ]
    says = ["The sheets Money advice, Benefits advice"]
    return case(
        f"costs-below-{form}", {"Money advice": money, "Benefits advice": benefits}, put_in, outcomes, says=says
    )


def who_people_are_in_three_columns() -> Case:
    before, after = scores(91, 40, 7, 3, -1, missing=9)
    head = ["Client ref", "First name", "Surname", "DOB", "Start date", "End date", "Mood at start", "Mood at end"]
    rows: Rows = [[*head, "Still in service"]]
    for n in reversed(range(40)):
        ended = after[n] is not None
        born = datetime.date(1940 + n % 12, 3, 4)
        began, end = datetime.date(2024, 4, 2 + n % 20), datetime.date(2025, 2, 1) if ended else None
        still = "No" if ended else "Yes"
        rows.append([f"BF{n:03}", "Gwenllian", "Pemberton", born, began, end, before[n], after[n], still])
    measured = Measured("Mood", before, after)
    sheets = {"Map": SIMPLE, "Participants": rows}
    return case(
        "three-personal", sheets, [(6000, 0)], SIMPLE_OUTCOMES, [measured], never=["Gwenllian", "Pemberton", "BF0"]
    )


def results_below() -> Case:
    rows: Rows = [
        *SIMPLE,
        [],
        ["Results"],
        ["Stakeholder", "Total value", "Present value", "SROI ratio"],
        ["Members", 7200, 6956.52, 1.16],
        [],
        ["Sensitivity"],
        ["Scenario", "Deadweight", "SROI ratio"],
        ["Base case", "20%", 1.16],
        ["Pessimistic", "50%", 0.72],
    ]
    return case("results-below", {"Map": rows}, [(6000, 0)], SIMPLE_OUTCOMES)


def sensitivity_without_known_words() -> Case:
    rows: Rows = [
        *SIMPLE,
        [],
        ["Sensitivity analysis"],
        ["Base", 1.16],
        ["If deadweight is 50%", 0.72],
        ["Break-even", 1],
    ]
    return case("plain-lines-below", {"Map": rows}, [(6000, 0)], SIMPLE_OUTCOMES)


# Lists of people on several sheets, and with other things on their sheet.


def people_by_quarter() -> Case:
    before, after = scores(81, 36, 20, 5, 3, missing=4)
    sheets: dict[str, Rows] = {"Map": SIMPLE}
    for quarter in range(3):
        rows: Rows = [["Client ref", "Gender", "Mood before", "Mood after"]]
        for n in range(quarter * 12, quarter * 12 + 12):
            rows.append([f"QX-{n:03}", "Woman" if n % 2 else "Man", before[n], after[n]])
        rows.append(["Average", None, 20, 23])
        sheets[f"Q{quarter + 1} 2025-26"] = rows
    measured = Measured("Mood", before, after)
    says = ["The sheets Q1 2025-26, Q2 2025-26, Q3 2025-26"]
    return case("quarters", sheets, [(6000, 0)], SIMPLE_OUTCOMES, [measured], never=["QX-0"], says=says)


def same_people_each_quarter() -> Case:
    before, after = scores(82, 30, 50, 9, 5, missing=8)
    first: Rows = [["Client ref", "Wellbeing score"], *[[f"K{n}", before[n]] for n in range(30)]]
    last: Rows = [["Client ref", "Wellbeing score"]]
    last += [[f"K{n}", after[n]] for n in reversed(range(22))]
    middle: Rows = [["Client ref", "Wellbeing score"], *[[f"K{n}", 50] for n in range(10)]]
    sheets = {"Q4": last, "Q1": first, "Q2": middle, "Value map": SIMPLE}
    return case("quarters-again", sheets, [(6000, 0)], SIMPLE_OUTCOMES, [Measured("Wellbeing score", before, after)])


def people_by_site() -> Case:
    before, after = scores(83, 44, 12, 3, 2)
    sheets: dict[str, Rows] = {"Map": SIMPLE}
    for site, (first, last) in {"Mill Lane": (0, 25), "Harbour": (25, 44)}.items():
        rows: Rows = [["No.", "Gender", "Confidence start", "Confidence end"]]
        rows += [[n - first + 1, "F" if n % 3 else "M", before[n], after[n]] for n in range(first, last)]
        sheets[site] = rows
    measured = Measured("Confidence", before, after)
    return case("by-site", sheets, [(6000, 0)], SIMPLE_OUTCOMES, [measured], says=["Harbour"])


def people_and_a_summary(where: str) -> Case:
    before, after = scores(84, 20, 10, 2, 1)
    rows: Rows = [["Participant ID", "Age", "Hope before", "Hope after"]]
    rows += [[f"P{n:02}", 20 + n, before[n], after[n]] for n in range(20)]
    if where == "below":
        rows += [[], ["Summary"], ["Measure", "Mean before", "Mean after"], ["Hope", 10, 11]]
    elif where == "lines":
        rows += [[], ["Number of participants", 20], ["Average age", 29.5], ["% improved", "55%"]]
    else:
        for line, extra in enumerate([["Key", None], ["1", "not at all"], ["20", "a lot"]]):
            rows[line] += [None, *extra]
    return case(
        f"people-{where}",
        {"Map": SIMPLE, "People": rows},
        [(6000, 0)],
        SIMPLE_OUTCOMES,
        [Measured("Hope", before, after)],
    )


# How many: groups and the part of them that changed.


def part_of_the_group(header: str, share: Any, name: str) -> Case:
    rows: Rows = [
        [
            "Stakeholder",
            "Outcome",
            "Number in group",
            header,
            "Value of proxy",
            "Deadweight",
            "Input",
            "Value of input",
        ],
        ["Members", "Feel better", 40, share, 500, "20%", "Grant", 6000],
        ["Members", "Eat well", 40, "25%", 90, "0%", None, None],
    ]
    return case(f"part-{name}", {"Map": rows}, [(6000, 0)], [outcome(30, 500, deadweight=0.2), outcome(10, 90)])


# Who and when.


def prose_about() -> Case:
    about: Rows = [
        ["Organisation: Oak House"],
        ["Funder – Northbrook Council"],
        ["Period: 1 April 2024 to 31 March 2025"],
    ]
    rows: Rows = [*about, [], *SIMPLE]
    says = ["Oak House", "Northbrook Council", "1 April 2024 to 31 March 2025"]
    return case("prose-about", {"Map": rows}, [(6000, 0)], SIMPLE_OUTCOMES, says=says)


def title_with_period(title: str, said: list[str], name: str) -> Case:
    return case(f"title-{name}", {"Map": [[title], [], *SIMPLE]}, [(6000, 0)], SIMPLE_OUTCOMES, says=said)


# Where the money comes from.


def funding_sheet() -> Case:
    funding: Rows = [["Funder", "Amount (£)"], ["Northbrook Council", 7000], ["Lottery", "£2,500"], ["Total", 9500]]
    rows: Rows = [HEADER, ["Members", "Feel better", 20, 500, "20%", "10%"]]
    return case("funding", {"Map": rows, "Funding": funding}, [(7000, 0), (2500, 0)], SIMPLE_OUTCOMES)


def budget_sheet() -> Case:
    budget: Rows = [
        *(["Project budget 2025/26"], [], ["Budget line", "Budget"]),
        *(["Staff", 6000], ["Rent", 1200], ["Travel", "£300"], ["Total", 7500]),
    ]
    rows: Rows = [HEADER, ["Members", "Feel better", 20, 500, "20%", "10%"]]
    return case("budget", {"Map": rows, "Budget": budget}, [(6000, 0), (1200, 0), (300, 0)], SIMPLE_OUTCOMES)


def one_line_of_inputs() -> Case:
    rows: Rows = [["Total investment", "£7,500"], [], HEADER, ["Members", "Feel better", 20, 500, "20%", "10%"]]
    return case("one-input", {"Map": rows}, [(7500, 0)], SIMPLE_OUTCOMES)


# Maps as consultants lay them out.


def two_lines_of_merged_headers() -> Case:
    rows: Rows = [
        ["Stage 1", None, "Stage 2", None, "Stage 3", None, None, "Stage 4", None],
        ["Stakeholders", "Inputs", None, "Outcomes", "Quantity", "Financial proxy", None, "Deadweight", "Attribution"],
        [None, "Description", "Value £", None, None, "Description", "Value £", "%", "%"],
        ["Members", "Time", 0, "Feel better", 20, "Gym", 500, 20, 10],
        ["Council", "Grant", 6000, None, None, None, None, None, None],
    ]
    merged = [
        (0, 2, 0, 3),
        (0, 4, 0, 6),
        (0, 7, 0, 8),
        (1, 1, 1, 2),
        (1, 5, 1, 6),
        (1, 0, 2, 0),
        (1, 3, 2, 3),
        (1, 4, 2, 4),
    ]
    return case("merged-headers", {"Map": rows}, [(0, 0), (6000, 0)], SIMPLE_OUTCOMES, merged={"Map": merged})


def line_of_units() -> Case:
    rows: Rows = [
        [*HEADER, "Duration", "Input", "Value of input"],
        [None, None, "people", "£ per person", "%", "%", "years", None, "£"],
        ["Members", "Feel better", 20, 500, 20, 10, 2, "Grant", 6000],
    ]
    found = [outcome(20, 500, deadweight=0.2, attribution=0.1, duration=2)]
    return case("units", {"Map": rows}, [(6000, 0)], found)


def headings_for_stakeholders() -> Case:
    rows: Rows = [
        ["Outcome", "Quantity", "Value of proxy", "Deadweight", "Attribution"],
        ["YOUNG PEOPLE"],
        ["Feel better", 20, 500, "20%", "10%"],
        ["Sub-total", 20],
        [],
        ["PARENTS"],
        ["Sleep better", 12, 80, "0%", "0%"],
        ["Sub-total", 12],
        ["Grand total", 32],
    ]
    sheets = {"Map": rows, "Inputs": INPUTS}
    return case("headings", sheets, PUT_IN, [*SIMPLE_OUTCOMES, outcome(12, 80)])


def thousands(header: str, name: str) -> Case:
    rows: Rows = [
        ["Stakeholder", "Outcome", "Quantity", "Value of proxy", "Deadweight", "Attribution", "Input", header],
        ["Members", "Feel better", 20, 500, "20%", "10%", "Grant", 6],
        ["Trust", None, None, None, None, None, "Rooms", 1.5],
    ]
    return case(f"thousands-{name}", {"Map": rows}, [(6000, 0), (1500, 0)], SIMPLE_OUTCOMES)


def currency_in_headers() -> Case:
    rows: Rows = [
        [
            "Stakeholder",
            "Outcome",
            "Quantity",
            "Value of proxy (€)",
            "Deadweight",
            "Attribution",
            "Input",
            "Value of input (€)",
        ],
        SIMPLE[1],
    ]
    return case("euros", {"Map": rows}, [(6000, 0)], SIMPLE_OUTCOMES, currency="EUR")


def shares_in_words() -> Case:
    rows: Rows = [
        [*SIMPLE[0], "Drop-off", "Duration"],
        [
            "Members",
            "Feel better",
            "about 20 people",
            "approx. £500",
            "about 20%",
            "10 per cent",
            "Grant",
            "circa £6,000",
            "c. 5%",
            "2 years",
        ],
        ["Members", "Eat well", "8 members", "£90 per person", "none", "nil", None, None, "0", "1 year"],
    ]
    found = [outcome(20, 500, deadweight=0.2, attribution=0.1, dropOff=0.05, duration=2), outcome(8, 90)]
    return case("words", {"Map": rows}, [(6000, 0)], found)


def ranges_in_cells() -> Case:
    rows: Rows = [
        [*HEADER, "Input", "Value of input"],
        ["Members", "Feel better", 20, 500, "20-30%", "10% – 15%", "Grant", 6000],
        ["Members", "Eat well", "8 to 12", "£80-£100", "0%", "0%", None, None],
    ]
    found = [
        outcome(20, 500, deadweight=0.25, attribution=0.125)
        | {"ends": {"deadweight": (0.2, 0.3), "attribution": (0.1, 0.15)}},
        outcome(10, 90) | {"ends": {"quantity": (8, 12), "proxy": (80, 100)}},
    ]
    return case("ranges-in-cells", {"Map": rows}, [(6000, 0)], found)


def totals_in_odd_places() -> Case:
    rows: Rows = [
        ["Total", None, Cell(28, formula="=SUM(C4:C5)"), None, None, None, None, Cell(6000, formula="=SUM(H4:H5)")],
        [],
        [*HEADER, "Input", "Value of input"],
        ["Members", "Feel better", 20, 500, "20%", "10%", "Grant", 6000],
        ["Members", "Eat well", 8, 90, "0%", "0%", None, None],
        [None, None, Cell(28, formula="=SUM(C4:C5)"), None, None, None, None, Cell(6000, formula="=SUM(H4:H5)")],
        ["Average", None, 14, 295, "10%", "5%"],
        ["Total present value", None, None, Cell(7651.2, formula="=1")],
    ]
    return case("odd-totals", {"Map": rows}, [(6000, 0)], [*SIMPLE_OUTCOMES, outcome(8, 90)])


def worked_out_columns() -> Case:
    rows: Rows = [
        [
            *HEADER,
            "Impact",
            "Year 1",
            "Year 2",
            "Total (£)",
            "% of total",
            "Input",
            "Value of input",
            "RAG",
            "Checked by",
        ],
        [
            "Members",
            "Feel better",
            20,
            500,
            percent(0.2),
            percent(0.1),
            7200,
            7200,
            0,
            7200,
            percent(1),
            "Grant",
            6000,
            "G",
            "JS",
        ],
    ]
    return case("worked-out", {"Map": rows}, [(6000, 0)], SIMPLE_OUTCOMES)


def mixed_shares() -> Case:
    rows: Rows = [
        [*SIMPLE[0]],
        ["Members", "Feel better", 20, 500, percent(0.2), 10, "Grant", 6000],
        ["Members", "Eat well", 8, 90, 15, 0, None, None],
        ["Members", "Know more", 10, 30, 30, 0, None, None],
    ]
    found = [*SIMPLE_OUTCOMES, outcome(8, 90, deadweight=0.15), outcome(10, 30, deadweight=0.3)]
    return case("mixed-shares", {"Map": rows}, [(6000, 0)], found)


def names_of_the_world() -> Case:
    rows: Rows = [
        [*SIMPLE[0]],
        [
            "Ysgol Gymraeg Llŷn\u00a0",
            "Dysgu’n well\u2009",
            "\u00a020",
            "£\u00a0500",
            "20\u202f%",
            "10%",
            "Grant",
            "6\u202f000",
        ],
        ["Społeczność", "Čistší vzduch", " 8 ", "90", "0%", "0%", None, None],
    ]
    return case("names", {"Map": rows}, [(6000, 0)], [*SIMPLE_OUTCOMES, outcome(8, 90)], says=["Społeczność"])


def hidden_parts() -> Case:
    rows: Rows = [
        [*HEADER, "Notes", "Input", "Value of input"],
        ["Members", "Feel better", 20, 500, "20%", "10%", "x", "Grant", 6000],
        ["Members", "Eat well", 8, 90, "0%", "0%", "y", None, None],
    ]
    return case(
        "hidden",
        {"Map": rows},
        [(6000, 0)],
        [*SIMPLE_OUTCOMES, outcome(8, 90)],
        hidden_rows={"Map": [2]},
        hidden_columns={"Map": [4]},
        says=["hidden"],
    )


def notes_all_around() -> Case:
    rows: Rows = [
        [None, "Please read the notes before you fill this in."],
        [],
        [None, *SIMPLE[0], None, "Comments from the board"],
        [None, *SIMPLE[1], None, "Is this right?"],
        [None, "Members", "Eat well", 8, 90, "0%", "0%"],
        [],
        [None, "* quantity from the exit survey of March"],
        [None, "** proxies in 2024 prices"],
        [None, "Prepared by", "A. Person"],
        [None, "Date", datetime.date(2025, 4, 1)],
    ]
    return case("notes", {"Map": rows}, [(6000, 0)], [*SIMPLE_OUTCOMES, outcome(8, 90)])


# Forms and exports.


def form_export() -> Case:
    """As a form's export writes it: questions for headings, time stamps, an e-mail column, words of a scale."""
    words = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"]
    before, after = [n % 3 for n in range(24)], [min(4, n % 3 + (n % 2) + 1) for n in range(24)]
    rows: Rows = [
        [
            "ID",
            "Start time",
            "Completion time",
            "Email",
            "I feel confident (before)",
            "I feel confident (after)",
            "Any other comments?",
        ]
    ]
    for n in range(24):
        rows.append(
            [
                n + 1,
                f"2025-05-{n % 28 + 1:02}T10:15:00",
                f"2025-05-{n % 28 + 1:02}T10:25:00",
                "anonymous",
                words[before[n]],
                words[after[n]],
                "Thanks" if n % 5 else None,
            ]
        )
    measured = Measured("I feel confident", [n + 1 for n in before], [n + 1 for n in after])
    return case("form", {"Map": SIMPLE, "Form1": rows}, [(6000, 0)], SIMPLE_OUTCOMES, [measured])


def ticks_and_booleans(yes: Any, no: Any, name: str) -> Case:
    first, last = [n % 3 == 0 for n in range(24)], [n % 4 != 0 for n in range(24)]
    rows: Rows = [["Person ID", "In work before", "In work after"]]
    rows += [[f"T{n:02}", yes if first[n] else no, yes if last[n] else no] for n in range(24)]
    measured = Measured("In work", [int(v) for v in first], [int(v) for v in last])
    return case(f"ticks-{name}", {"Map": SIMPLE, "People": rows}, [(6000, 0)], SIMPLE_OUTCOMES, [measured])


def dates(write: Callable[[datetime.date], Any], name: str) -> Case:
    before, after = scores(85, 26, 30, 6, 4, missing=5)
    rows: Rows = [["Client ID", "Date", "Resilience"]]
    for n in range(26):
        start = datetime.date(2024, 4 + n % 6, 1 + n)
        rows.append([f"D{n:02}", write(start), before[n]])
        if after[n] is not None:
            rows.append([f"D{n:02}", write(start + datetime.timedelta(days=100 + n)), after[n]])
    rows[1:] = sorted(rows[1:], key=lambda row: str(row[2]))
    measured = Measured("Resilience", before, after)
    return case(f"dates-{name}", {"Map": SIMPLE, "People": rows}, [(6000, 0)], SIMPLE_OUTCOMES, [measured])


def serial(date: datetime.date) -> int:
    return (date - datetime.date(1899, 12, 30)).days


def errors_beside() -> Case:
    rows: Rows = [
        [*SIMPLE[0], "Check"],
        [*SIMPLE[1], Cell("#N/A", formula="=NA()")],
        ["Members", "Eat well", 8, 90, "0%", "0%", None, None, Cell("#DIV/0!", formula="=1/0")],
    ]
    return case("errors-beside", {"Map": rows}, [(6000, 0)], [*SIMPLE_OUTCOMES, outcome(8, 90)])


def likert_in_numbers_and_words() -> Case:
    first, last = [1 + n % 4 for n in range(20)], [min(5, 2 + n % 4) for n in range(20)]
    labels = {1: "1 - Never", 2: "2 - Rarely", 3: "3 - Sometimes", 4: "4 - Often", 5: "5 - Always"}
    rows: Rows = [["Person", "Sleep well before", "Sleep well after"]]
    rows += [[f"L{n}", labels[first[n]], labels[last[n]]] for n in range(20)]
    return case(
        "likert", {"Map": SIMPLE, "People": rows}, [(6000, 0)], SIMPLE_OUTCOMES, [Measured("Sleep well", first, last)]
    )


def missing_as_codes() -> Case:
    before, after = scores(86, 30, 6, 1, 1)
    rows: Rows = [["Person", "Mood before", "Mood after"]]
    gone = {3: "n/a", 7: "missing", 11: "-", 17: "did not answer", 23: "#N/A"}
    rows += [[f"M{n}", before[n], gone.get(n, after[n])] for n in range(30)]
    after = [None if n in gone else score for n, score in enumerate(after)]
    return case(
        "missing", {"Map": SIMPLE, "People": rows}, [(6000, 0)], SIMPLE_OUTCOMES, [Measured("Mood", before, after)]
    )


def pivoted() -> Case:
    """One column of questions, one of answers, a row for each: a person's lines stand one under the other."""
    before, after = scores(87, 22, 14, 3, 2)
    rows: Rows = [["Client ID", "Stage", "Score"]]
    for n in range(22):
        rows += [[f"V{n:02}", "Pre", before[n]], [f"V{n:02}", "Post", after[n]]]
    return case(
        "pivoted", {"Map": SIMPLE, "Data": rows}, [(6000, 0)], SIMPLE_OUTCOMES, [Measured("Score", before, after)]
    )


# Files that are no .xlsx.

TEXT: Rows = [
    ["Stakeholder", "Outcome", "Quantity", "Value of proxy", "Deadweight", "Input", "Value of input"],
    ["Café users", 'Eat "better";\nand more, often', "15", "1200,50", "20%", "Grant", "9000"],
    ["Kočka", "Save money", "12", "80,75", "0%", "", ""],
]


def text_file(name: str, encoding: str, separator: str, decimal: str, end: str = "\r\n", more: str = "") -> Case:
    def field(cell: str) -> str:
        plain = cell.replace(",", decimal) if cell.replace(",", "").isdigit() else cell
        plain = plain.replace("č", "c") if encoding == "cp1252" else plain
        return '"' + plain.replace('"', '""') + '"' if any(sign in plain for sign in '";,\n\t') else plain

    def encode(path: Path) -> Path:
        lines = end.join(separator.join(field(cell) for cell in row) for row in TEXT) + end + more
        path.write_bytes(lines.encode(encoding))
        return path

    outcomes = [outcome(15, 1200.5, deadweight=0.2), outcome(12, 80.75)]
    return Case(name, Book({}), Map([(9000, 0)], outcomes), suffix=".csv", encode=encode)


def open_document() -> Case:
    people, (before, after) = 24, scores(88, 24, 8, 2, 1)
    rows: Rows = [["Person", "Mood before", "Mood after"], *[[f"O{n}", before[n], after[n]] for n in range(people)]]

    def encode(path: Path) -> Path:
        return write_ods(path, {"Map": SIMPLE, "People": rows})

    return Case(
        "open",
        Book({}),
        Map([(6000, 0)], SIMPLE_OUTCOMES),
        [Measured("Mood", before, after)],
        suffix=".ods",
        encode=encode,
    )


def write_ods(path: Path, sheets: dict[str, Rows]) -> Path:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )

    def cell(value: Any) -> str:
        if value is None:
            return "<table:table-cell/>"
        kind = "string" if isinstance(value, str) else "float"
        number = "" if kind == "string" else f' office:value="{value}"'
        text = f"<text:p>{escape(str(value))}</text:p>"
        return f'<table:table-cell office:value-type="{kind}"{number}>{text}</table:table-cell>'

    def table(name: str, rows: Rows) -> str:
        lines = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
        return f"<table:table table:name={quoteattr(name)}>{lines}</table:table>"

    body = "".join(table(name, rows) for name, rows in sheets.items())
    body = f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
    content = f'<office:document-content {spaces} office:version="1.2">{body}</office:document-content>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in (("/", kind), ("content.xml", "text/xml"))
    )
    space = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest {space}>{entries}</manifest:manifest>")
    return path


# What is easily taken for something else.


def months_in_the_header(header: str, name: str) -> Case:
    rows: Rows = [
        ["Stakeholder", "Outcome", "Quantity", header, "Input", "Value of input"],
        ["Members", "Feel better", 20, 50, "Grant", 6000],
    ]
    options = ["--take", f"Map!{header}=perMonth"]
    return case(f"per-{name}", {"Map": rows}, [(6000, 0)], [outcome(20, 600)], options=options)


def counted_lines() -> Case:
    rows: Rows = [["No.", "Stakeholder", "Outcome", "No. of people", "Value of proxy", "Deadweight", "Attribution"]]
    rows += [[1, "Members", "Feel better", 20, 500, "20%", "10%"], [2, "Members", "Eat well", 8, 90, "0%", "0%"]]
    return case("line-numbers", {"Map": rows, "Inputs": INPUTS}, PUT_IN, [*SIMPLE_OUTCOMES, outcome(8, 90)])


def target_and_actual() -> Case:
    rows: Rows = [
        ["Stakeholder", "Outcome", "Target number", "Actual number", "Value of proxy", "Deadweight", "Attribution"]
    ]
    rows += [["Members", "Feel better", 30, 20, 500, "20%", "10%"], ["Members", "Eat well", 10, 8, 90, "0%", "0%"]]
    return case("target", {"Map": rows, "Inputs": INPUTS}, PUT_IN, [*SIMPLE_OUTCOMES, outcome(8, 90)])


def ditto() -> Case:
    rows: Rows = [[*HEADER], ["Members", "Feel better", 20, 500, "20%", "10%"], ['"', "Eat well", 8, 90, "0%", "0%"]]
    rows += [["ditto", "Sleep well", 8, 90, "0%", "0%"], ["as above", "Walk more", 8, 90, 0, 0]]
    made = case("the-same", {"Map": rows, "Inputs": INPUTS}, PUT_IN, [*SIMPLE_OUTCOMES, *[outcome(8, 90)] * 3])
    made.never = ["ditto", "as above"]
    return made


def quantity_with_its_part() -> Case:
    rows: Rows = [
        [*HEADER],
        ["Members", "Feel better", "20 (50%)", 500, "20%", "10%"],
        ["Members", "Eat well", "8 out of 40", 90, 0, 0],
    ]
    return case("of-so-many", {"Map": rows, "Inputs": INPUTS}, PUT_IN, [*SIMPLE_OUTCOMES, outcome(8, 90)])


def comparison_on_its_own_sheet(names: tuple[str, str]) -> Case:
    before, after = scores(91, 30, 50, 10, 6)
    others, later = scores(92, 24, 50, 10, 1)
    ours: Rows = [["Person", "Mood before", "Mood after"], *[[f"A{n}", before[n], after[n]] for n in range(30)]]
    theirs: Rows = [["Person", "Mood before", "Mood after"], *[[f"B{n}", others[n], later[n]] for n in range(24)]]
    measured = Measured("Mood", before, after, comparison=(others, later))
    return case(
        f"control-{names[1]}",
        {"Map": SIMPLE, names[0]: ours, names[1]: theirs},
        [(6000, 0)],
        SIMPLE_OUTCOMES,
        [measured],
    )


def scores_by_month() -> Case:
    before, after = scores(93, 26, 30, 6, 4)
    rows: Rows = [
        ["Person", "Wellbeing (Apr 24)", "Wellbeing (Mar 25)"],
        *[[f"A{n}", before[n], after[n]] for n in range(26)],
    ]
    return case(
        "by-month",
        {"Map": SIMPLE, "People": rows},
        [(6000, 0)],
        SIMPLE_OUTCOMES,
        [Measured("Wellbeing", before, after)],
    )


def a_line_for_each_measure() -> Case:
    mood, hope = scores(94, 20, 30, 6, 4), scores(95, 20, 8, 2, 1)
    rows: Rows = [["Client ID", "Outcome area", "First score", "Last score"]]
    for n in range(20):
        rows += [[f"A{n}", "Mood", mood[0][n], mood[1][n]], [f"A{n}", "Hope", hope[0][n], hope[1][n]]]
    measures = [Measured("Mood", *mood), Measured("Hope", *hope)]
    return case("by-measure", {"Map": SIMPLE, "Star": rows}, [(6000, 0)], SIMPLE_OUTCOMES, measures)


def totals_above_people() -> Case:
    before, after = scores(96, 26, 30, 6, 4)
    rows: Rows = [
        ["Number of people", 26],
        ["Average", 30],
        [],
        ["Person", "Mood before", "Mood after"],
        ["Average", 30, 34],
        ["Max", 50, 50],
    ]
    rows += [[f"A{n}", before[n], after[n]] for n in range(26)]
    return case(
        "totals-above", {"Map": SIMPLE, "People": rows}, [(6000, 0)], SIMPLE_OUTCOMES, [Measured("Mood", before, after)]
    )


def american_times() -> Case:
    return dates(lambda d: d.strftime("%m/%d/%Y") + " 10:15:00 AM", "american-times")


def three_years_of_scores() -> Case:
    before, after = scores(97, 26, 30, 6, 4)
    rows: Rows = [
        ["Person", "Mood 2023", "Mood 2024", "Mood 2025"],
        *[[f"A{n}", before[n], 1, after[n]] for n in range(26)],
    ]
    return case(
        "three-years", {"Map": SIMPLE, "People": rows}, [(6000, 0)], SIMPLE_OUTCOMES, [Measured("Mood", before, after)]
    )


def each_their_own_years() -> Case:
    """A sheet for each year; some joined in the second."""
    scores_of = {f"A{n}": [(n * 7) % 11, (n * 7) % 11 + 2, (n * 5) % 11 + 3] for n in range(30)}
    sheets: dict[str, Rows] = {"Map": SIMPLE}
    years = {"2023": range(20), "2024": range(30), "2025": range(10, 30)}
    for at, (year, people) in enumerate(years.items()):
        sheets[year] = [["Person ID", "Mood"], *[[f"A{n}", scores_of[f"A{n}"][at]] for n in people]]
    seen = {n: [scores_of[f"A{n}"][at] for at, people in enumerate(years.values()) if n in people] for n in range(30)}
    measured = Measured("Mood", [line[0] for line in seen.values()], [line[-1] for line in seen.values()])
    return case("years-of-sheets", sheets, [(6000, 0)], SIMPLE_OUTCOMES, [measured])


def text_with_pounds(encoding: str) -> Case:
    lines = [
        "Brightside: value map;;;;",
        ";;;;",
        "Stakeholder;Outcome;Quantity;Value of proxy (£);Deadweight %;Input;Value of input",
        "Members;Feel better;20;1.200,50;20;Grant;£9.000,00",
        "Members;Eat well;12;80,75;;;",
    ]

    def encode(path: Path) -> Path:
        path.write_bytes("\r\n".join(lines).encode(encoding))
        return path

    found = [outcome(20, 1200.5, deadweight=0.2), outcome(12, 80.75)]
    return Case(f"pounds-{encoding}", Book({}), Map([(9000, 0)], found), suffix=".csv", encode=encode)


def merged_outcomes() -> Case:
    rows: Rows = [
        [*HEADER],
        ["Members", "Feel better", 20, 500, "20%", "10%"],
        [None, None, 20, 30, "0%", "0%"],
        ["Carers", "Sleep", 4, 80, "0%", "0%"],
    ]
    return case(
        "merged-outcomes",
        {"Map": rows, "Inputs": INPUTS},
        PUT_IN,
        [*SIMPLE_OUTCOMES, outcome(20, 30), outcome(4, 80)],
        merged={"Map": [(1, 0, 2, 0), (1, 1, 2, 1)]},
    )


def years_of_a_budget() -> Case:
    rows: Rows = [
        ["Budget line", "Q1", "Q2", "Q3", "Q4", "Total"],
        ["Staff", 1000, 1000, 1500, 1500, 5000],
        ["Rent", 100, 100, 100, 100, 400],
        ["Total", 1100, 1100, 1600, 1600, 5400],
    ]
    sheets = {"Map": [HEADER, ["Members", "Feel better", 20, 500, "20%", "10%"]], "Budget": rows}
    return case("quarterly-budget", sheets, [(5000, 0), (400, 0)], SIMPLE_OUTCOMES)


def not_applicable_everywhere() -> Case:
    rows: Rows = [
        [*SIMPLE[0], "Displacement", "Drop-off"],
        ["Members", "Feel better", 20, 500, "20%", "10%", "Grant", 6000, "N/A", "n/a"],
        ["Staff", "Not measured", "n/a", "-", "-", "-", None, None, "-", "-"],
    ]
    return case("not-applicable", {"Map": rows}, [(6000, 0)], SIMPLE_OUTCOMES)


# Small things that are easily lost.


def empty_columns_between() -> Case:
    before, after = scores(3, 30, 10, 2, 2, missing=20)
    rows: Rows = [["Client ID", "Age", None, "Mood before", None, "Mood after"]]
    rows += [[f"A{n}", 20 + n, None, before[n], None, after[n]] for n in range(30)]
    value_map: Rows = [
        ["Stakeholder", None, "Outcome", "Quantity", None, "Value of proxy", None, "Deadweight", "Attribution"],
        ["Members", None, "Feel better", 20, None, 500, None, "20%", "10%"],
        ["Members", None, "Eat well", 8, None, 90, None, 0, 0],
    ]
    sheets = {"Map": value_map, "Inputs": INPUTS, "People": rows}
    return case("spacers", sheets, PUT_IN, [*SIMPLE_OUTCOMES, outcome(8, 90)], [Measured("Mood", before, after)])


def gaps_and_subtotals() -> Case:
    rows: Rows = [*SIMPLE, [], ["Sub-total", None, 20, None, None, None, None, 6000], [], ["Carers"]]
    rows += [[None, "Sleep", 4, 80, 0, 0], [], ["Total", None, 24]]
    return case("gaps", {"Map": rows}, [(6000, 0)], [*SIMPLE_OUTCOMES, outcome(4, 80)])


def abbreviations() -> Case:
    rows: Rows = [
        ["Theme", "Stakeholder group", "Outcome", "No. achieving outcome", "Unit value (£)", "DW", "Att", "Disp"],
        ["Health", "Members", "Feel better", 20, 500, 0.2, 0.1, 0],
    ]
    return case("abbreviations", {"Map": rows, "Inputs": INPUTS}, PUT_IN, SIMPLE_OUTCOMES)


def budget_of_two_sides() -> Case:
    budget: Rows = [["Income"], ["Council grant", 6000], ["Lottery", 1500], ["Total income", 7500], [], ["Expenditure"]]
    budget += [["Staff", 6500], ["Rent", 1000], ["Total expenditure", 7500], ["Balance", 0]]
    rows: Rows = [HEADER, ["Members", "Feel better", 20, 500, "20%", "10%"]]
    return case("two-sides", {"Map": rows, "Budget": budget}, [(6000, 0), (1500, 0)], SIMPLE_OUTCOMES)


def answers_to_a_form() -> Case:
    before, after = scores(5, 24, 10, 2, 2)
    rows: Rows = [["Timestamp", "Unique code", "1. How happy are you? [Before]", "1. How happy are you? [After]"]]
    rows += [[f"2025/0{n % 9 + 1}/11 9:31:0{n % 10} am GMT", f"Z{n}", before[n], after[n]] for n in range(24)]
    measured = Measured("How happy are you?", before, after)
    return case("answers", {"Map": SIMPLE, "Form responses 1": rows}, [(6000, 0)], SIMPLE_OUTCOMES, [measured])


def statistics_below_people() -> Case:
    before, after = scores(6, 24, 10, 2, 2)
    rows: Rows = [["Participant", "Pre-score", "Post-score", "Change", "% change"]]
    rows += [[f"Z{n}", before[n], after[n], after[n] - before[n], (after[n] - before[n]) / 10] for n in range(24)]
    rows += [["Mean", 10, 12, 2, 0.2], ["SD", 2, 2, 1, 0.1], ["n", 24, 24, 24]]
    measured = Measured("score", before, after)
    return case("statistics", {"Map": SIMPLE, "Data": rows}, [(6000, 0)], SIMPLE_OUTCOMES, [measured])


def sheets_for_stages() -> Case:
    sheets: dict[str, Rows] = {
        "Stage 1 Scope": [["Stakeholder", "Why included?"], ["Members", "Main group"], ["Council", "Funder"]],
        "Stage 3 Outcomes": [HEADER, ["Members", "Feel better", 20, 500, "20%", "10%"]],
        "Stage 5 SROI": [["Stakeholder", "Outcome", "Present value"], ["Members", "Feel better", 6956]],
        "Unit cost database": [["Item", "Cost"], ["A night in hospital", 400], ["A visit", 40]],
        "Inputs": INPUTS,
    }
    return case("stages", sheets, PUT_IN, SIMPLE_OUTCOMES)


def people_by_cohort() -> Case:
    before, after = scores(8, 40, 10, 2, 2)
    sheets: dict[str, Rows] = {"Map": SIMPLE}
    for number, name in enumerate(["Cohort 1 (Spring 2024)", "Cohort 2 (Autumn 2024)"]):
        people = range(20 * number, 20 * number + 20)
        sheets[name] = [["Client ID", "Mood before", "Mood after"], *[[f"C{n}", before[n], after[n]] for n in people]]
    measured = Measured("Mood", before, after)
    says = ["Cohort 2 (Autumn 2024)"]
    return case("cohorts", sheets, [(6000, 0)], SIMPLE_OUTCOMES, [measured], says=says)


def in_two_languages() -> Case:
    names = ["Rhanddeiliad / Stakeholder", "Canlyniad / Outcome", "Nifer\nQuantity", "Gwerth | Value of proxy (£)"]
    names += ["Pwysau marw / Dead\u00adweight", "Priodoli / Attribution", "Mewnbwn / Input", "Gwerth / Value of input"]
    return case("two-languages", {"Map gwerth": [names, SIMPLE[1]]}, [(6000, 0)], SIMPLE_OUTCOMES)


def ends_under_each_figure() -> Case:
    rows: Rows = [
        ["Stakeholder", "Outcome", "Quantity", None, None, "Value of proxy", None, None, "Deadweight", "Input", "Cost"],
        [None, None, "Low", "Central", "High", "Low", "Central", "High", None, None, None],
        ["Members", "Feel better", 15, 20, 25, 400, 500, 550, "20%", "Grant", 6000],
        ["Members", "Eat well", 5, 8, 9, 80, 90, 100, "10%", None, None],
    ]
    found = [
        outcome(20, 500, deadweight=0.2) | {"ends": {"quantity": (15, 25), "proxy": (400, 550)}},
        outcome(8, 90, deadweight=0.1) | {"ends": {"quantity": (5, 9), "proxy": (80, 100)}},
    ]
    merged = {"Map": [(0, 2, 0, 4), (0, 5, 0, 7)]}
    return case("ends-below", {"Map": rows}, [(6000, 0)], found, merged=merged)


def times_above_scores() -> Case:
    hope, sleep = scores(111, 24, 20, 5, 2), scores(112, 24, 20, 5, 2)
    rows: Rows = [["Client", "Baseline", None, "Follow-up", None], [None, "Hope", "Sleep", "Hope", "Sleep"]]
    rows += [[f"K{n}", hope[0][n], sleep[0][n], hope[1][n], sleep[1][n]] for n in range(24)]
    merged = {"People": [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)]}
    measures = [Measured("Hope", *hope), Measured("Sleep", *sleep)]
    return case("times-above", {"Map": SIMPLE, "People": rows}, [(6000, 0)], SIMPLE_OUTCOMES, measures, merged=merged)


def people_who_did_not_take_part() -> Case:
    ours, others = scores(113, 30, 20, 5, 2), scores(114, 26, 20, 5, 0)
    rows: Rows = [["Person", "Group", "Hope before", "Hope after"]]
    rows += [[f"A{n}", "Intervention group", ours[0][n], ours[1][n]] for n in range(30)]
    rows += [[f"B{n}", "No intervention", others[0][n], others[1][n]] for n in range(26)]
    measured = Measured("Hope", *ours, comparison=others)
    return case("no-intervention", {"Map": SIMPLE, "People": rows}, [(6000, 0)], SIMPLE_OUTCOMES, [measured])


def what_the_project_did() -> Case:
    """The part due to the provider, in words that hold the name of the part due to others."""
    rows: Rows = [
        ["Stakeholder", "Outcome", "Quantity", "Value of proxy", "Attribution to project", "Input", "Cost"],
        ["Members", "Feel better", 20, 100, "75%", "Grant", 6000],
        ["Members", "Eat well", 10, 100, "60%", None, None],
    ]
    found = [outcome(20, 100, attribution=0.25), outcome(10, 100, attribution=0.4)]
    return case("to-project", {"Map": rows}, [(6000, 0)], found)


def a_rate_among_assumptions() -> Case:
    told: Rows = [["Assumption", "Value"], ["Discount rate", 0.06], ["Prices of", "2024/25"]]
    made = case("rate-apart", {"Map": SIMPLE, "Assumptions": told}, [(6000, 0)], SIMPLE_OUTCOMES)
    made.map.rate = "0.06"
    return made


def hospice() -> Case:
    """Pain at two events of a stay, in a file of LibreOffice, with who people are beside it."""
    before, after = scores(115, 24, 6, 1, -1, missing=3)
    rows: Rows = [["Patient", "NHS No", "Pain score (admission)", "Pain score (discharge)", "Ward"]]
    for n in range(24):
        shown = after[n] if after[n] is not None else "died"
        rows.append([f"Perpetua Ogilvy {n}", f"943 476 {5900 + n}", before[n], shown, ["Oak", "Elm"][n % 2]])
    measured = Measured("Pain", before, after, higher_is_better=False)
    never = ["Perpetua", "Ogilvy", "943 476"]
    return Case(
        *("hospice", Book({}), Map([(6000, 0)], SIMPLE_OUTCOMES), [measured]),
        suffix=".ods",
        encode=lambda path: write_ods(path, {"Map": SIMPLE, "Patients": rows}),
        never=never,
    )


CASES = [
    in_two_languages(),
    ends_under_each_figure(),
    times_above_scores(),
    people_who_did_not_take_part(),
    what_the_project_did(),
    a_rate_among_assumptions(),
    hospice(),
    map_for_each_site(),
    maps_of_groups_and_inputs_apart(),
    inputs_above(False),
    inputs_above(True),
    inputs_below(),
    costs_below_each_map("lines"),
    costs_below_each_map("lists"),
    who_people_are_in_three_columns(),
    inputs_beside(),
    results_below(),
    sensitivity_without_known_words(),
    people_by_quarter(),
    same_people_each_quarter(),
    people_by_site(),
    people_and_a_summary("below"),
    people_and_a_summary("lines"),
    people_and_a_summary("beside"),
    part_of_the_group("% who changed", "75%", "text"),
    part_of_the_group("Proportion improved", percent(0.75), "format"),
    part_of_the_group("% of group achieving outcome", 75, "number"),
    prose_about(),
    title_with_period("Oak House: social value, April 2023 to March 2024", ["April 2023 to March 2024"], "words"),
    title_with_period("Oak House Befriending 2023/24", ["2023/24"], "slash"),
    title_with_period("Impact FY 23-24", ["FY 23-24"], "fy"),
    funding_sheet(),
    budget_sheet(),
    one_line_of_inputs(),
    two_lines_of_merged_headers(),
    line_of_units(),
    headings_for_stakeholders(),
    thousands("Value of input (£k)", "k"),
    thousands("Value of input £000s", "000s"),
    currency_in_headers(),
    shares_in_words(),
    ranges_in_cells(),
    totals_in_odd_places(),
    worked_out_columns(),
    mixed_shares(),
    names_of_the_world(),
    hidden_parts(),
    notes_all_around(),
    form_export(),
    ticks_and_booleans("Y", "N", "letters"),
    ticks_and_booleans(True, False, "booleans"),
    ticks_and_booleans(1, 0, "numbers"),
    ticks_and_booleans("✓", None, "marks"),
    ticks_and_booleans("x", "", "crosses"),
    dates(lambda d: d.strftime("%d/%m/%Y"), "british"),
    dates(lambda d: d.strftime("%m/%d/%Y"), "american"),
    dates(lambda d: d.strftime("%d.%m.%y"), "dots"),
    dates(lambda d: d.strftime("%-d %b %y"), "words"),
    dates(lambda d: d.strftime("%A %-d %B %Y"), "long"),
    dates(lambda d: d.isoformat() + "T09:30:00Z", "iso"),
    dates(serial, "serial"),
    errors_beside(),
    likert_in_numbers_and_words(),
    missing_as_codes(),
    pivoted(),
    text_file("text-bom", "utf-8-sig", ";", ","),
    text_file("text-utf16", "utf-16", "\t", ".", "\n"),
    text_file("text-windows", "cp1252", ";", ","),
    text_file("text-comma", "utf-8", ",", ".", "\n"),
    open_document(),
    months_in_the_header("Value per month", "month"),
    months_in_the_header("Unit cost per month (£)", "unit-month"),
    counted_lines(),
    target_and_actual(),
    ditto(),
    quantity_with_its_part(),
    comparison_on_its_own_sheet(("Programme", "Comparison group")),
    comparison_on_its_own_sheet(("Participants", "Waiting list")),
    scores_by_month(),
    a_line_for_each_measure(),
    totals_above_people(),
    american_times(),
    three_years_of_scores(),
    each_their_own_years(),
    text_with_pounds("cp1252"),
    text_with_pounds("utf-8-sig"),
    text_with_pounds("utf-16-le"),
    merged_outcomes(),
    years_of_a_budget(),
    not_applicable_everywhere(),
    empty_columns_between(),
    gaps_and_subtotals(),
    abbreviations(),
    budget_of_two_sides(),
    answers_to_a_form(),
    statistics_below_people(),
    sheets_for_stages(),
    people_by_cohort(),
]

# What a careful person would ask about: each with the codes of what is asked, and with nothing read in silence.

NORTH: Rows = [[*HEADER, "Input", "Value of input"], ["Members", "Feel better", 20, 500, "20%", "10%", "Grant", 6000]]
OTHER: Rows = [[*HEADER, "Input", "Value of input"], ["Members", "Feel better", 35, 500, "20%", "10%", "Fee", 7000]]


def list_of_people(first: int, last: int, shift: int = 0) -> Rows:
    return [["Client ID", "Mood before", "Mood after"], *[[f"A{n}", n + shift, n + 3] for n in range(first, last)]]


COST_BELOW: Rows = [HEADER, ["Members", "Feel better", 20, 500, "20%", "10%"], [], ["Cost of the service", 9000]]
PAY_BELOW: Rows = [HEADER, ["Carers", "Sleep better", 12, 80, "5%", "0%"], [], ["Jo and Sam", 7000]]

QUESTIONS: dict[str, tuple[dict[str, Rows], list[str]]] = {
    "two years on one sheet": ({"Map": [["2024-25"], *NORTH, [], ["2023-24"], *OTHER]}, ["IMP-004"]),
    "net or gross": (
        {"Map": [HEADER, NORTH[1][:6]], "Budget": [["Cost line", "Net £", "Gross £"], ["Printing", 1000, 1200]]},
        ["IMP-006"],
    ),
    "a score that may mean not known": (
        {"Map": NORTH, "People": [*list_of_people(1, 20), ["A20", 8, 999], ["A21", 9, 999]]},
        ["IMP-035"],
    ),
    "groups of 1 and 0": (
        {"Map": NORTH, "People": [["ID", "Group", "Hope"], *[[f"A{n}", n % 2, n] for n in range(24)]]},
        ["IMP-037"],
    ),
    "a line above a group of people": (
        {"Map": NORTH, "People": [*list_of_people(1, 20), ["Control group"], *list_of_people(20, 40)[1:]]},
        ["IMP-032"],
    ),
    "the same cost by two maps": ({"North": COST_BELOW, "South": [*PAY_BELOW[:3], COST_BELOW[3]]}, ["IMP-022"]),
    "money by one map that may be its cost": ({"North": COST_BELOW, "South": PAY_BELOW}, ["IMP-041"]),
    "a copy of the map": ({"North": NORTH, "South": NORTH}, ["IMP-004"]),
    "a draft of the map": ({"Value map": NORTH, "Value map old": OTHER}, ["IMP-004"]),
    "two years of the map": ({"2023-24": NORTH, "2024-25": OTHER}, ["IMP-004"]),
    "two scenarios": ({"Base case": NORTH, "Best case": OTHER}, ["IMP-004"]),
    "the same people on two sites": (
        {"Map": SIMPLE, "Mill": list_of_people(1, 20), "Quay": list_of_people(1, 20, 2)},
        ["IMP-004"],
    ),
    "the same rows twice": ({"Map": SIMPLE, "Q1": list_of_people(1, 20), "Q2": list_of_people(1, 20)}, ["IMP-004"]),
    "income and costs that differ": (
        {
            "Map": [HEADER, ["Members", "Feel better", 20, 500, "20%", "10%"]],
            "Income": [["Funder", "Amount"], ["Council", 9000]],
            "Costs": [["Item", "Cost"], ["Staff", 7000], ["Rent", 1500]],
        },
        ["IMP-043"],
    ),
    "a quantity that may be the group": (
        {
            "Map": [
                ["Stakeholder", "Outcome", "Quantity", "% who improved", "Value of proxy"],
                ["Members", "Feel better", 40, "75%", 500],
            ]
        },
        ["IMP-042"],
    ),
    "a duration in weeks": (
        {"Map": [[*HEADER, "Duration (weeks)"], ["Members", "Feel better", 20, 500, "20%", "10%", 52]]},
        ["IMP-017"],
    ),
    "a value for a month": (
        {
            "Map": [
                ["Stakeholder", "Outcome", "Quantity", "Value per month"],
                ["Members", "Feel better", 20, 50],
            ]
        },
        ["IMP-044"],
    ),
    "two currencies": (
        {
            "North": [[*HEADER[:3], "Value of proxy (£)"], ["Members", "Feel better", 20, 500]],
            "South": [[*HEADER[:3], "Value of proxy (€)"], ["Members", "Feel better", 35, 500]],
        },
        ["IMP-008"],
    ),
}
