"""What a value map and people's scores come to, by the published rules alone: SROI Guide (2012), Green Book, SciPy."""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, getcontext

import numpy as np
from scipy import stats

getcontext().prec = 50
SHARES = ["deadweight", "displacement", "attribution", "dropOff"]
SHIFT = {"endOfYear": Decimal(0), "midYear": Decimal("0.5"), "startOfYear": Decimal(1)}
# The Green Book's rates: up to year 30, 75, 125 and so on.
SERIES = {
    "standard": [(30, "0.035"), (75, "0.03"), (125, "0.025"), (200, "0.02")],
    "health": [(30, "0.015"), (75, "0.0129"), (125, "0.0107"), (200, "0.0086")],
}


def pence(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def factor(rate: str, time: Decimal) -> Decimal:
    """What one pound at a time is worth today. In a series each year has its own rate."""
    if rate not in SERIES:
        return (1 + Decimal(rate)) ** -time
    worth, year = Decimal(1), 1
    while time > 0:
        own = next(Decimal(each) for last, each in SERIES[rate] if year <= last)
        worth /= (1 + own) ** min(time, Decimal(1))
        time, year = time - 1, year + 1
    return worth


@dataclass
class Map:
    """Inputs as amount and year, and outcomes as the product's JSON names them; `ends` are a row's own low and high."""

    inputs: list[tuple[float, int]]
    outcomes: list[dict]
    rate: str = "0.035"
    convention: str = "endOfYear"

    def put_in(self) -> Decimal:
        return sum(
            (Decimal(str(amount)) * factor(self.rate, self._time(year)) for amount, year in self.inputs), Decimal(0)
        )

    def _time(self, year: int) -> Decimal:
        return max(Decimal(0), year - SHIFT[self.convention])

    def first_year(self, row: dict) -> Decimal:
        impact = row["quantity"] * row["proxy"]
        for share in SHARES[:3]:
            impact *= 1 - Decimal(str(row.get(share, 0)))
        return impact

    def worth(self, row: dict) -> Decimal:
        start = 0 if row.get("start") == "during" else 1
        rate = str(row.get("discountRate", self.rate))
        kept, total = self.first_year(row), Decimal(0)
        for year in range(int(row.get("duration", 1))):
            total += kept * factor(rate, self._time(start + year))
            kept *= 1 - Decimal(str(row.get("dropOff", 0)))
        return total

    def total(self, rows: list[dict] | None = None) -> Decimal:
        return sum((self.worth(row) for row in (self.outcomes if rows is None else rows)), Decimal(0))

    def ends(self, row: dict, name: str) -> tuple[Decimal, Decimal]:
        own = row.get("ends", {}).get(name)
        if own:
            return Decimal(str(own[0])), Decimal(str(own[1]))
        value = Decimal(str(row.get(name, 0)))
        if name in SHARES:
            return max(Decimal(0), value - Decimal("0.1")), min(Decimal(1), value + Decimal("0.1"))
        low, high = value * Decimal("0.8"), value * Decimal("1.2")
        return min(low, high), max(low, high)

    def range(self) -> tuple[Decimal, Decimal]:
        """All ends together that lower the worth, and all that raise it."""
        lowest, highest = [], []
        for row in self.outcomes:
            base, down, up = self.worth(row), dict(row), dict(row)
            for name in ["quantity", "proxy", *SHARES]:
                tried = sorted((self.worth(row | {name: end}), end) for end in self.ends(row, name))
                if tried[0][0] < base:
                    down[name] = tried[0][1]
                if tried[-1][0] > base:
                    up[name] = tried[-1][1]
            lowest.append(down)
            highest.append(up)
        return self.total(lowest), self.total(highest)


@dataclass
class Measured:
    """People's scores before and after, and those of a comparison group."""

    name: str
    before: list
    after: list
    higher_is_better: bool = True
    threshold: float | None = None
    comparison: tuple[list, list] | None = None
    pairs: list[tuple[float, float]] = field(init=False)

    def __post_init__(self) -> None:
        both = zip(self.before, self.after, strict=True)
        self.pairs = [(first, last) for first, last in both if first is not None and last is not None]

    @property
    def changes(self) -> np.ndarray:
        return np.array([last - first for first, last in self.pairs], dtype=float)

    @property
    def least(self) -> float:
        """The change that counts: the questionnaire's own, else half a standard deviation of the first scores."""
        return self.threshold or float(np.std([first for first, _ in self.pairs], ddof=1)) / 2

    @property
    def gains(self) -> np.ndarray:
        return self.changes if self.higher_is_better else -self.changes

    @property
    def improved(self) -> int:
        return int((self.gains >= self.least - 1e-9).sum())

    @property
    def improved_share(self) -> tuple[float, float, float]:
        found = stats.binomtest(self.improved, len(self.pairs)).proportion_ci(method="wilson")
        return self.improved / len(self.pairs), float(found.low), float(found.high)

    @property
    def improved_ends(self) -> tuple[float, float]:
        _, low, high = self.improved_share
        return round(low * len(self.pairs), 2), round(high * len(self.pairs), 2)

    @property
    def main(self) -> tuple[float, float, float]:
        """The account's headline for this measure: the difference between groups, else the change."""
        if self.comparison:
            return self.between(self.after, self.comparison[1])
        values = self.changes
        reach = stats.sem(values) * stats.t.ppf(0.975, len(values) - 1)
        return float(values.mean()), float(values.mean() - reach), float(values.mean() + reach)

    @staticmethod
    def between(ours: list, others: list) -> tuple[float, float, float]:
        one, other = (np.array([v for v in values if v is not None], dtype=float) for values in (ours, others))
        found = stats.ttest_ind(one, other, equal_var=False).confidence_interval(0.95)
        return float(one.mean() - other.mean()), float(found.low), float(found.high)

    @property
    def difference_of_changes(self) -> tuple[float, float, float]:
        others = [last - first for first, last in zip(*self.comparison, strict=True)]
        return self.between(list(self.changes), others)
