"""Workbooks as charities write them, each with what it should come to, reckoned without any code of the product."""

import datetime
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from reckoning import Map, Measured

Rows = list[list[Any]]


@dataclass(frozen=True)
class Cell:
    """A cell with a number format or a formula whose worked-out value stands beside it."""

    value: Any
    format: str = ""
    formula: str = ""


@dataclass
class Book:
    """Sheets by name, and what is merged or hidden in them."""

    sheets: dict[str, Rows]
    merged: dict[str, list[tuple[int, int, int, int]]] = field(default_factory=dict)
    hidden_rows: dict[str, list[int]] = field(default_factory=dict)
    hidden_columns: dict[str, list[int]] = field(default_factory=dict)
    hidden_sheets: list[str] = field(default_factory=list)

    def write(self, path: Path) -> Path:
        with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
            # The same case is the same file, whenever it is written.
            book.set_properties({"created": datetime.datetime(2026, 1, 1)})
            for name, rows in self.sheets.items():
                sheet = book.add_worksheet(name)
                for number, row in enumerate(rows):
                    for column, cell in enumerate(row):
                        self._put(book, sheet, number, column, cell)
                for first, left, last, right in self.merged.get(name, []):
                    sheet.merge_range(first, left, last, right, rows[first][left])
                for number in self.hidden_rows.get(name, []):
                    sheet.set_row(number, None, None, {"hidden": True})
                for column in self.hidden_columns.get(name, []):
                    sheet.set_column(column, column, None, None, {"hidden": True})
                if name in self.hidden_sheets:
                    sheet.hide()
        return path

    @staticmethod
    def _put(book: xlsxwriter.Workbook, sheet: Any, row: int, column: int, cell: Any) -> None:
        if not isinstance(cell, Cell):
            sheet.write(row, column, cell)
            return
        form = book.add_format({"num_format": cell.format}) if cell.format else None
        if cell.formula:
            sheet.write_formula(row, column, cell.formula, form, cell.value)
        else:
            sheet.write(row, column, cell.value, form)


@dataclass
class Case:
    """A workbook, the options that go with it, and what should come of it."""

    name: str
    book: Book
    map: Map
    measures: list[Measured] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    suffix: str = ".xlsx"
    encode: Callable[[Path], Path] | None = None
    language: str = "en"
    currency: str = "GBP"
    # What a reader must be told, and what no form may hold.
    says: list[str] = field(default_factory=list)
    never: list[str] = field(default_factory=list)
    # What not even the provider's own copy may hold.
    personal: list[str] = field(default_factory=list)

    def write(self, folder: Path) -> Path:
        if self.encode:
            return self.encode(folder / f"{self.name}{self.suffix}")
        return self.book.write(folder / f"{self.name}{self.suffix}")


def outcome(quantity: Any, proxy: Any, **more: Any) -> dict[str, Any]:
    return {"quantity": Decimal(str(quantity)), "proxy": Decimal(str(proxy))} | {
        name: value if isinstance(value, str | int | tuple) else Decimal(str(value)) for name, value in more.items()
    }


def percent(share: float) -> Cell:
    return Cell(share, "0%")


# As written in a hurry: a title, a header further down, merged names, money as text, a total and a hidden row.


def untidy() -> Case:
    rows: Rows = [
        ["Brightside Community Trust"],
        ["Social value workings 2025/26"],
        [],
        [
            *("Who changes?", "What do they invest?", "Cost", "What changes?", "No. of people", "Unit cost"),
            *("Where does the value come from?", "How long does it last? (years)", "Dead weight"),
            *("Displacement", "Who else contributed?", "Drop off", "Notes"),
        ],
        ["Young people", "Time", 0, "More confident", 42, "£1,200", "Survey 2025", 3, "20%", "0%", "25%", "10%"],
        [None, None, None, "Back in school", "12", "1.2k", "Unit cost database", 2, "35 %", "5 %", "10%", "0%", "!"],
        [],
        ["Parents", None, None, "Sleep better", "approx 30", "£85.50", "", 1, "n/a", "0", "15%", "0%"],
        ["Foundation", "Grant", "£24,500.00"],
        ["Volunteers", "Volunteer time (in kind)", "3.5k", "New skills", 9, 350, "Course fee", 1, "10%", "0%", "0%", 0],
        ["Total", None, "£28,000", None, 93, None, None, None, None, None, None, None],
    ]
    book = Book(
        {"Workings": rows, "Old notes": [["not for the report"]]},
        merged={"Workings": [(4, 0, 5, 0)]},
        hidden_rows={"Workings": [8]},
        hidden_sheets=["Old notes"],
    )
    outcomes = [
        outcome(42, 1200, deadweight=0.2, attribution=0.25, dropOff=0.1, duration=3),
        outcome(12, 1200, deadweight=0.35, displacement=0.05, attribution=0.1, duration=2),
        outcome(30, 85.5, attribution=0.15),
        outcome(9, 350, deadweight=0.1),
    ]
    return Case("untidy", book, Map([(24500, 0), (3500, 0)], outcomes))


def four_ways_to_write_a_share() -> Case:
    rows: Rows = [
        [
            *("Outcome", "Stakeholder group", "Quantity", "Proxy value", "Duration", "Deadweight", "Displacement"),
            *("Attribution", "Drop-off", "Input", "Value of input", "Impact"),
        ],
        [
            *("Feels safer", "Residents", Cell(24, formula="=12*2"), Cell(410.25, "£#,##0.00"), 4, percent(0.3)),
            *("5%", 25, 0.125, None, None, Cell(1, formula="=C2*D2")),
        ],
        [
            *("Fewer call-outs", "Police", 3.5, Cell(1234.56, formula="=1234+0.56"), 1, percent(0.005), "0%", 0.5),
            *(0.5, None, None, Cell(1, formula="=C3*D3")),
        ],
        [None, "Council", None, None, None, None, None, None, None, "Core grant", Cell(10000, "£#,##0")],
    ]
    outcomes = [
        outcome(24, 410.25, deadweight=0.3, displacement=0.05, attribution=0.25, dropOff=0.125, duration=4),
        outcome(3.5, 1234.56, deadweight=0.005, attribution=0.005, dropOff=0.5),
    ]
    return Case("shares", Book({"Sheet1": rows}), Map([(10000, 0)], outcomes))


def own_ranges_and_rates() -> Case:
    rows: Rows = [
        [
            *("Stakeholder", "Outcome", "Quantity", "Quantity low", "Quantity high", "Value of proxy"),
            *("Value of proxy (low)", "Value of proxy (high)", "Deadweight", "Deadweight low", "Deadweight high"),
            *("Attribution", "Drop-off", "Duration (years)", "Discount rate", "Outcomes start", "Price year"),
            *("Input", "Value of input"),
        ],
        [
            *("Carers", "Less tired", 60, 40, 75, 900, 700, 1300, "20%", "10%", "40%", "10%", "20%", 5, "1.5%", 1),
            *(2024, "Grant", 55000),
        ],
        ["Carers", "In work", 11, 8, 12, 9000, None, None, "50%", None, None, "20%", "25%", 3, None, 2, 2024],
    ]
    outcomes = [
        outcome(60, 900, deadweight=0.2, attribution=0.1, dropOff=0.2, duration=5, start="during")
        | {"discountRate": 0.015, "ends": {"quantity": (40, 75), "proxy": (700, 1300), "deadweight": (0.1, 0.4)}},
        outcome(11, 9000, deadweight=0.5, attribution=0.2, dropOff=0.25, duration=3) | {"ends": {"quantity": (8, 12)}},
    ]
    return Case("ranges", Book({"Value map": rows}), Map([(55000, 0)], outcomes))


def later_inputs_and_a_loss() -> Case:
    """Part of what goes in goes in later. One outcome is a loss, and it is not paid back."""
    rows: Rows = [
        [
            *("Stakeholders", "Outcome", "How many", "Financial proxy", "Value of proxy", "Source of proxy"),
            *("Deadweight %", "Displacement %", "Attribution %", "Drop off %", "Benefit period"),
            *("Input", "Value of input", "Cash or in kind", "Year of input"),
        ],
        ["Tenants", "Keep their home", 14, "Cost of eviction", 2800, "Shelter", 40, 0, 35, 20, 2],
        ["Neighbours", "More noise", 20, "What they would pay for quiet", -150, "Survey", 0, 0, 0, 0, 1],
        ["Council", *[None] * 10, "Grant", 20000, "cash", 0],
        ["Council", *[None] * 10, "Second grant", 18000, "cash", 1],
        ["Landlord", *[None] * 10, "Rooms", 4000, "in kind", 2],
    ]
    outcomes = [
        outcome(14, 2800, deadweight=0.4, attribution=0.35, dropOff=0.2, duration=2),
        outcome(20, -150),
    ]
    return Case(
        "loss",
        Book({"Impact map": rows}),
        Map([(20000, 0), (18000, 1), (4000, 2)], outcomes, rate="0.06"),
        options=["--discount-rate", "0.06"],
        says=["not paid back"],
    )


def nothing_put_in() -> Case:
    rows: Rows = [
        ["Beneficiaries", "Outcomes", "How much", "Proxy value", "Deadweight"],
        ["Walkers", "Fitter", 100, 40, "10%"],
        ["Walkers", "Know more people", 80, 25.25, "0%"],
    ]
    outcomes = [outcome(100, 40, deadweight=0.1), outcome(80, 25.25)]
    return Case("no-inputs", Book({"Map": rows}), Map([], outcomes), says=["no inputs were stated"])


def edges(convention: str, rate: str) -> Case:
    rows: Rows = [
        [
            *("Stakeholder", "Outcome", "Quantity", "Value of proxy", "Duration (years)", "Deadweight %"),
            *("Displacement %", "Attribution %", "Drop-off %", "Outcomes start", "Input", "Value of input"),
        ],
        ["Patients", "Long gain", 10, 1000, 40, 10, 0, 20, 2, "after", "Grant", 50000],
        ["Patients", "Nobody yet", 0, 500, 2, 10, 0, 20, 5, "during", None, None],
        ["Patients", "All of it anyway", 25, 500, 2, 100, 0, 20, 5, "during", None, None],
        ["Patients", "Gone after a year", 25, 640, 30, 10, 0, 20, 100, "during", None, None],
        ["Staff", "Nothing for others", 8, 300, 1, 0, 100, 0, 0, "after", None, None],
    ]
    outcomes = [
        outcome(10, 1000, duration=40, deadweight=0.1, attribution=0.2, dropOff=0.02),
        outcome(0, 500, duration=2, deadweight=0.1, attribution=0.2, dropOff=0.05, start="during"),
        outcome(25, 500, duration=2, deadweight=1, attribution=0.2, dropOff=0.05, start="during"),
        outcome(25, 640, duration=30, deadweight=0.1, attribution=0.2, dropOff=1, start="during"),
        outcome(8, 300, displacement=1),
    ]
    return Case(
        f"edges-{convention}-{rate}",
        Book({"Value map": rows}),
        Map([(50000, 0)], outcomes, rate=rate, convention=convention),
        options=["--discount-rate", rate, "--convention", convention],
    )


# With people.

SIMPLE: Rows = [
    ["Stakeholder", "Outcome", "Quantity", "Value of proxy", "Deadweight", "Attribution", "Input", "Value of input"],
    ["Members", "Feel better", 20, 500, "20%", "10%", "Grant", 6000],
]
SIMPLE_OUTCOMES = [outcome(20, 500, deadweight=0.2, attribution=0.1)]


def scores(seed: int, people: int, mean: float, spread: float, shift: float, missing: int = 0) -> tuple[list, list]:
    """Whole scores before and after; the last `missing` people were not measured again."""
    chance = random.Random(seed)
    before = [round(chance.gauss(mean, spread)) for _ in range(people)]
    after: list[int | None] = [round(score + chance.gauss(shift, spread / 2)) for score in before]
    for person in range(people - missing, people):
        after[person] = None
    return before, after


def wide_with_names() -> Case:
    """Two measures side by side, a questionnaire with a threshold of its own, and columns that tell who people are."""
    before, after = scores(11, 48, 20, 5, 2, missing=9)
    first, last = scores(12, 48, 5, 1.5, -1.2, missing=6)
    names = [f"Xanthippe{n} Quillfeather" for n in range(48)]
    rows: Rows = [
        [
            *("Ref", "Client name", "NHS number", "Postcode", "Date of birth", "E-mail", "Mobile", "Gender"),
            *("SWEMWBS (metric) before", "SWEMWBS (metric) after", "Loneliness at start", "Loneliness at end"),
        ]
    ]
    for n in range(48):
        person = [f"C{n:03}", names[n], f"943 476 {5900 + n}", f"LS{n % 9 + 1} {n % 8 + 1}QF", "1950-02-03"]
        contact = [f"x{n}.quillfeather@example.org", f"07700 9{n:05}", ["Woman", "Man", "Other"][(n > 24) + (n > 45)]]
        rows.append([*person, *contact, before[n], after[n], first[n], last[n]])
    rows.append(["Average", *[None] * 7, 20, 24, 5, 4])
    value_map: Rows = [
        [*SIMPLE[0]],
        ["Members", "Feel better", "people who improved on SWEMWBS", 500, "20%", "10%", "Grant", 6000],
        ["Members", "Less lonely", "people who improved on Loneliness", 260, "20%", "10%", None, None],
        ["Members", "Took part", "all participants", 15, "20%", "10%", None, None],
    ]
    swemwbs = Measured("SWEMWBS", before, after, threshold=3)
    lonely = Measured("Loneliness", first, last, higher_is_better=False)
    outcomes = [
        outcome(swemwbs.improved, 500, deadweight=0.2, attribution=0.1) | {"ends": {"quantity": swemwbs.improved_ends}},
        outcome(lonely.improved, 260, deadweight=0.2, attribution=0.1) | {"ends": {"quantity": lonely.improved_ends}},
        outcome(48, 15, deadweight=0.2, attribution=0.1) | {"ends": {"quantity": (48, 48)}},
    ]
    personal = ["Quillfeather", "943 476", "QF", "quillfeather@", "07700", "1950-02-03"]
    book = Book({"Value map": value_map, "Clients": rows})
    return Case(
        "wide", book, Map([(6000, 0)], outcomes), [swemwbs, lonely], never=[*personal, "C001"], personal=personal
    )


def long_with_dates() -> Case:
    before, after = scores(21, 33, 6, 2, 1, missing=8)
    rows: Rows = [["Participant ID", "Date completed", "Area", "Wellbeing score"]]
    chance = random.Random(5)
    lines: Rows = []
    for n in range(33):
        area = ["North", "South"][n % 2]
        lines.append([f"ID-{n:04}", f"0{n % 9 + 1}/04/2025", area, before[n]])
        if after[n] is not None:
            lines.append([f"ID-{n:04}", f"{n % 9 + 10}/01/2026", area, after[n]])
    chance.shuffle(lines)
    measured = Measured("Wellbeing score", before, after)
    book = Book({"Notes to self": [["x"]], "Outcomes framework": SIMPLE, "Survey answers": rows + lines})
    return Case("long", book, Map([(6000, 0)], SIMPLE_OUTCOMES), [measured], never=["ID-0001"])


def two_groups() -> Case:
    before, after = scores(31, 40, 50, 10, 6)
    others, later = scores(32, 26, 50, 10, 1)
    rows: Rows = [["Person", "Group", "Ethnicity", "Score 2024", "Score 2025"]]
    for n in range(40):
        rows.append([f"K{n}", "Programme", "A" if n < 37 else "B", before[n], after[n]])
    for n in range(26):
        rows.append([f"W{n}", "Waiting list", "A" if n < 13 else "B", others[n], later[n]])
    measured = Measured("Score", before, after, comparison=(others, later))
    book = Book({"People": rows, "Map": SIMPLE})
    return Case("groups", book, Map([(6000, 0)], SIMPLE_OUTCOMES), [measured], never=["K11", "W11"])


def few_people() -> Case:
    before, after = scores(41, 8, 5, 2, 2, missing=1)
    rows: Rows = [["Person", "Area", "Confidence before", "Confidence after"]]
    rows += [[f"P{n}", "Left bank" if n < 6 else "Right bank", before[n], after[n]] for n in range(8)]
    measured = Measured("Confidence", before, after)
    book = Book({"Map": SIMPLE, "Participants": rows})
    return Case("few", book, Map([(6000, 0)], SIMPLE_OUTCOMES), [measured], says=["fewer than 10 people"])


def few_improved() -> Case:
    """Three of thirty improved; how many is not shown, and neither is what rests on it."""
    before = [10 + n % 5 for n in range(30)]
    after = [score + (4 if n < 3 else 0) for n, score in enumerate(before)]
    rows: Rows = [["Person", "Mood before", "Mood after"], *[[f"P{n}", before[n], after[n]] for n in range(30)]]
    value_map: Rows = [
        [*SIMPLE[0]],
        ["Members", "Feel better", "people who improved on Mood", 500, "20%", "10%", "Grant", 6000],
        ["Members", "Meet others", 21, 100, "20%", "10%", None, None],
    ]
    book = Book({"Map": value_map, "Participants": rows})
    outcomes = [outcome(21, 100, deadweight=0.2, attribution=0.1)]
    return Case("few-improved", book, Map([(6000, 0)], outcomes), [Measured("Mood", before, after)])


def one_got_worse() -> Case:
    """Of 24, 18 improved, 5 stayed the same and 1 got worse: which of the others is the one is not shown."""
    before = [10 + n % 3 for n in range(24)]
    after = [score + (3 if n < 18 else -2 if n == 23 else 0) for n, score in enumerate(before)]
    rows: Rows = [["Person", "Mood before", "Mood after"], *[[f"P{n}", before[n], after[n]] for n in range(24)]]
    value_map: Rows = [
        [*SIMPLE[0]],
        ["Members", "Feel better", "people who improved on Mood", 500, "20%", "10%", "Grant", 6000],
    ]
    mood = Measured("Mood", before, after)
    outcomes = [outcome(18, 500, deadweight=0.2, attribution=0.1) | {"ends": {"quantity": mood.improved_ends}}]
    book = Book({"Map": value_map, "Participants": rows})
    return Case("one-worse", book, Map([(6000, 0)], outcomes), [mood], says=["18 / not shown / not shown"])


def too_few_to_compare_with() -> Case:
    """Six people on a waiting list are too few to compare with; the change of the others stands for itself."""
    before, after = scores(71, 20, 5, 2, 2)
    rows: Rows = [["Person", "Group", "Mood before", "Mood after"]]
    rows += [[f"P{n}", "Programme", before[n], after[n]] for n in range(20)]
    rows += [[f"W{n}", "Waiting list", 4 + n % 3, 5] for n in range(6)]
    book = Book({"Map": SIMPLE, "Participants": rows})
    said = ["too few to compare with"]
    return Case("few-compared", book, Map([(6000, 0)], SIMPLE_OUTCOMES), [Measured("Mood", before, after)], says=said)


def scores_in_words() -> Case:
    """Scores typed as text, and an outcome that is yes or no."""
    before, after = scores(72, 24, 8, 2, 1)
    first, last = [int(n % 3 == 0) for n in range(24)], [int(n % 4 != 0) for n in range(24)]
    rows: Rows = [["Person", "Sleep before", "Sleep after", "In work before", "In work after"]]
    for n in range(24):
        rows.append([f"P{n}", str(before[n]), str(after[n]), ["No", "Yes"][first[n]], ["No", "Yes"][last[n]]])
    measures = [Measured("Sleep", before, after), Measured("In work", first, last)]
    return Case("words", Book({"Map": SIMPLE, "People": rows}), Map([(6000, 0)], SIMPLE_OUTCOMES), measures)


def no_clear_change() -> Case:
    before = [5, 6, 7, 4, 5, 6, 7, 8, 5, 6, 4, 5, 6, 7]
    after = [6, 5, 8, 3, 6, 6, 6, 9, 4, 7, 4, 6, 5, 7]
    rows: Rows = [["Person", "Hope before", "Hope after"], *[[f"P{n}", before[n], after[n]] for n in range(14)]]
    book = Book({"Map": SIMPLE, "Participants": rows})
    measured = Measured("Hope", before, after)
    return Case("no-change", book, Map([(6000, 0)], SIMPLE_OUTCOMES), [measured], says=["too early to say"])


def one_not_followed_up() -> Case:
    """One person was not measured again: what is shown of before and after must not give that person's score away."""
    before, after = scores(51, 16, 12, 3, 2, missing=1)
    rows: Rows = [["Person", "Skill before", "Skill after"], *[[f"P{n}", before[n], after[n]] for n in range(16)]]
    book = Book({"Map": SIMPLE, "Participants": rows})
    return Case("one-missing", book, Map([(6000, 0)], SIMPLE_OUTCOMES), [Measured("Skill", before, after)])


# Other forms of file, other words.


def text_file(name: str, separator: str, encoding: str, decimal: str) -> Case:
    rows: Rows = [
        ["Stakeholder", "Outcome", "Quantity", "Value of proxy", "Deadweight", "Input", "Value of input"],
        ["Café users", "Eat better", "15", f"1200{decimal}50", "20%", "Grant", "9000"],
        ["Café users", "Save money – a lot", "12", f"80{decimal}75", "0%", "", ""],
    ]

    def encode(path: Path) -> Path:
        text = "".join(separator.join(row) + "\r\n" for row in rows)
        path.write_bytes(text.encode(encoding))
        return path

    outcomes = [outcome(15, 1200.5, deadweight=0.2), outcome(12, 80.75)]
    return Case(name, Book({}), Map([(9000, 0)], outcomes), suffix=".csv", encode=encode)


def welsh() -> Case:
    rows: Rows = [
        [
            *("Rhanddeiliad", "Canlyniad", "Maint", "Gwerth y dirprwy", "Hyd", "Pwysau marw", "Priodoli"),
            *("Mewnbwn", "Gwerth y mewnbwn"),
        ],
        ["Pobl ifanc", "Mwy o hyder", 25, "£300", 2, "20%", "10%", "Grant", "£4,000"],
    ]
    about: Rows = [["Darparwr", "Menter y Dref"], ["Comisiynydd", "Cyngor Sir"], ["Cyfnod", "2025"], ["Iaith", "cy"]]
    outcomes = [outcome(25, 300, deadweight=0.2, attribution=0.1, duration=2)]
    return Case("welsh", Book({"Map": rows, "Amdanom": about}), Map([(4000, 0)], outcomes), language="cy")


def own_words(consent: str) -> Case:
    words: Rows = [
        ["What we did", "We met every week and cooked together."],
        ["One story", "Zebedee came to us in May and has not missed a week."],
        ["Consent given", consent],
        ["What we learned", "Short sessions work best."],
        ["What we will do next", "We will open on Saturdays."],
    ]
    about: Rows = [
        *(["Organisation", "The Kitchen Table"], ["Funder", "Northbrook Council"], ["Project", "Cook and eat"]),
        *(["Reporting period", "1 April 2025 to 31 March 2026"], ["Currency", "EUR"]),
    ]
    told = consent == "Yes"
    return Case(
        f"own-words-{consent or 'blank'}",
        Book({"In our words": words, "About": about, "Value map": SIMPLE}),
        Map([(6000, 0)], SIMPLE_OUTCOMES),
        currency="EUR",
        says=["The Kitchen Table", "Northbrook Council", "Short sessions work best", *(["Zebedee"] if told else [])],
        never=[] if told else ["Zebedee"],
    )


def all_losses() -> Case:
    rows: Rows = [
        ["Stakeholder", "Outcome", "Quantity", "Value of proxy", "Deadweight", "Input", "Value of input"],
        ["Shops", "Fewer customers", 30, "-£200", "10%", "Grant", 5000],
        ["Shops", "Some new ones", 10, 50, "10%", None, None],
    ]
    outcomes = [outcome(30, -200, deadweight=0.1), outcome(10, 50, deadweight=0.1)]
    return Case("all-losses", Book({"Map": rows}), Map([(5000, 0)], outcomes), says=["losses are larger"])


def many_rows() -> Case:
    """A long map with long texts, and more measures than a page holds."""
    rows: Rows = [[*SIMPLE[0], "Duration (years)", "Drop-off", "Source of proxy", "Output"]]
    outcomes = []
    for n in range(24):
        what = f"Outcome number {n} in words that go on for a good while, as people write them in such maps"
        rows.append([f"Group {n % 12}", what, 5 + n, 100 + 7 * n, "20%", "10%", None, None, 1 + n % 5, "10%", "Survey"])
        rows[-1].append(f"Every week {n} people came to a long session of some kind with a meal and a talk and a walk")
        outcomes.append(outcome(5 + n, 100 + 7 * n, deadweight=0.2, attribution=0.1, duration=1 + n % 5, dropOff=0.1))
    for n in range(9):
        rows.append([f"Funder {n}", *[None] * 5, f"Grant {n}", 9000])
    people: Rows = [["Person", "Area", "Home", "Referred by"]]
    measures = []
    for m in range(5):
        before, after = scores(60 + m, 35, 10, 3, m / 3)
        name = f"Scale of very many words {'ABCDE'[m]}"
        people[0] += [f"{name} before", f"{name} after"]
        measures.append(Measured(name, before, after))
    for n in range(35):
        line = [f"P{n}", "East" if n % 3 else "West", "Rents" if n % 2 else "Owns", "Friend" if n % 5 else "Doctor"]
        for measure in measures:
            line += [measure.before[n], measure.after[n]]
        people.append(line)
    long = "We met every week and talked about what matters to people who live here. " * 14
    told = [["What we did", long], ["One story", long], ["Consent given", "Yes"], ["What we learned", long]]
    book = Book({"Map": rows, "Participants": people, "In our words": [*told, ["What we will do next", long]]})
    return Case("many", book, Map([(9000, 0)] * 9, outcomes), measures)


def before_and_after_on_two_sheets() -> Case:
    """The same people on two sheets, in another order and with another set of columns; some came once only."""
    before, after = scores(21, 34, 14, 4, 3, missing=5)
    baseline: Rows = [["Client ref", "Age band", "Confidence"]]
    baseline += [[f"K-{n:03}", ["18 to 30", "31 to 60"][n % 2], before[n]] for n in range(34)]
    follow_up: Rows = [["Confidence", "Client ref", "Left on"]]
    follow_up += [[after[n], f"k-{n:03}", f"{n % 27 + 1}/03/2026"] for n in reversed(range(29))]
    follow_up.append([12, "K-900", "30/03/2026"])
    value_map: Rows = [
        [*SIMPLE[0]],
        ["Members", "More confident", "people who improved on Confidence", 400, "20%", "10%", "Grant", 5000],
    ]
    confidence = Measured("Confidence", before, after)
    outcomes = [
        outcome(confidence.improved, 400, deadweight=0.2, attribution=0.1)
        | {"ends": {"quantity": confidence.improved_ends}}
    ]
    # The sheet with what was measured after comes first: the names say which is which.
    book = Book({"Value map": value_map, "Follow-up survey": follow_up, "Baseline survey": baseline})
    says = ["Baseline survey, Follow-up survey"]
    return Case("sheets", book, Map([(5000, 0)], outcomes), [confidence], says=says, never=["K-001"])


CASES = [
    before_and_after_on_two_sheets(),
    untidy(),
    four_ways_to_write_a_share(),
    own_ranges_and_rates(),
    later_inputs_and_a_loss(),
    nothing_put_in(),
    edges("midYear", "health"),
    edges("startOfYear", "standard"),
    wide_with_names(),
    long_with_dates(),
    two_groups(),
    few_people(),
    few_improved(),
    one_got_worse(),
    too_few_to_compare_with(),
    scores_in_words(),
    no_clear_change(),
    one_not_followed_up(),
    text_file("semicolons", ";", "utf-16", ","),
    text_file("commas", ",", "cp1252", "."),
    welsh(),
    own_words("Yes"),
    own_words("No"),
    all_losses(),
    many_rows(),
]
