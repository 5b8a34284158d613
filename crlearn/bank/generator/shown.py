"""How a value is written in a question, so that right and wrong ones look alike."""

from fractions import Fraction

from crlearn.bank.spans import Span

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_ORDINALS = ("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def shown(span: Span) -> str | None:
    """Return a value in the one form that options have; None where it has none of its own (a name, a season)."""
    match span.type:
        case "year":
            return span.value
        case "month":
            year, _, month = span.value.partition("-")
            return f"{MONTHS[int(month) - 1]} {year}" if year.isdecimal() and int(month) <= 12 else None
        case "period":
            return span.value.replace("/", "–")
        case "decade":
            return f"{span.value[:3]}0s"
        case "percent" if number(span):
            return f"{number(span)} percent"
        case "money" if span.unit in _SIGNS and (amount := scaled(span)):
            return f"{_SIGNS[span.unit]}{amount[0]} {amount[1]}".strip()
        case "ordinal":
            return _ORDINALS[int(span.value)] if int(span.value) <= 10 else f"{span.value}th"
        case "count" if span.unit in span.value and number(span):
            return f"{number(span)} {span.unit if number(span) == '1' else span.unit + 's'}"
    return None


def number(span: Span) -> str:
    """Return the number of an amount in digits; "" for a range or a fraction without end."""
    digits = span.value.partition(" ")[0]
    return "" if ".." in digits or "/" in digits else digits


def scaled(span: Span) -> tuple[str, str] | None:
    """Return an amount as number and scale: ("2.42", "billion"); None for a range."""
    if not number(span):
        return None
    value = Fraction(number(span))
    for name, power in (("billion", 9), ("million", 6)):
        if value >= 10**power:
            return f"{float(value / 10**power):.12g}", name
    return number(span), ""


def magnitude(span: Span) -> tuple[str, ...] | Fraction:
    """Return what orders values of one type: the number, or the date as text."""
    if span.type in ("year", "month", "period", "decade"):
        return (span.value,)
    return Fraction(number(span) or 0)
