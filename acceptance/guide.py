"""What a value map is worth by the rules of the SROI Guide (2012), reckoned here without any code of the product."""

from fractions import Fraction

SHARES = ["deadweight", "displacement", "attribution", "dropOff"]
SHIFT = {"endOfYear": 0.0, "midYear": 0.5, "startOfYear": 1.0}


def exact(number: float) -> Fraction:
    return Fraction(repr(number))


def worth(row: dict, rate: float, convention: str) -> tuple[list[Fraction], float]:
    """An outcome's impact in each of its years, and its present value, as the SROI Guide (2012) reckons them."""
    impact = exact(row["quantity"]) * exact(row["proxy"])
    for share in SHARES[:3]:
        impact *= 1 - exact(row.get(share, 0))
    years = [impact * (1 - exact(row.get("dropOff", 0))) ** year for year in range(row.get("duration", 1))]
    first = 0 if row.get("start", "after") == "during" else 1
    rate = row.get("discountRate", rate)
    terms = [
        float(amount) / (1 + rate) ** max(0.0, year + first - SHIFT[convention]) for year, amount in enumerate(years)
    ]
    return years, sum(terms)
