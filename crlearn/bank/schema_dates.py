"""Dates as the bank writes them: Extended Date/Time Format, levels 0 and 1, without times of day.

2001 · 2001-07 · 2001-07-16 · a season 2001-21 (spring) to 2001-24 · 201X, 2001-XX, 2001-07-XX (unspecified digits) ·
2001~ (approximately), 2001? (uncertain), 2001% (both) · 2001/2012, 2001-07/2001-09, ../2012, 2001/.. (open)
"""

import re
from calendar import monthrange
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

from crlearn.bank.kinds.fields import error

_DATE = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?[~?%]?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}  # northern ones, within their year


def span(text: str) -> tuple[date, date]:
    """The first and the last day that a date may mean; an open end is date.min or date.max.

    Raises ValueError where the text is no such date or ends before it begins.
    """
    first, slash, last = text.partition("/")
    if not slash:
        return _day_range(first)
    if first == last == "..":
        raise ValueError(text)
    start = date.min if first == ".." else _day_range(first)[0]
    end = date.max if last == ".." else _day_range(last)[1]
    if start > end:
        raise ValueError(text)
    return start, end


def _day_range(text: str) -> tuple[date, date]:
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError(text)
    year, month, day = match.groups()
    if "X" in year and month:
        raise ValueError(text)
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if not month or month == "XX":
        if day and day != "XX":
            raise ValueError(text)
        return date(first_year, 1, 1), date(last_year, 12, 31)
    first_month, last_month = _SEASONS.get(int(month), (int(month), int(month)))
    if int(month) in _SEASONS and day:
        raise ValueError(text)
    if day and day != "XX":
        return (one := date(first_year, first_month, int(day))), one
    return date(first_year, first_month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def _edtf(value: str) -> str:
    try:
        span(value)
    except ValueError as raised:
        raise error("bad_date", value=value[:40]) from raised
    return value


Edtf = Annotated[str, AfterValidator(_edtf)]
