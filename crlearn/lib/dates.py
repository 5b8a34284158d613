"""Dates as documents give them (EDTF) in words."""

import re
from datetime import date

from django.utils.dateformat import format as date_format
from django.utils.translation import gettext as _

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
MONTH = re.compile(r"(\d{4})-(\d\d)")


def edtf_text(value: str) -> str:
    """Return an EDTF date in words: "2018-01" → "January 2018", "2001~" → "about 2001", "1999/2006" → "1999 to 2006".

    What is not understood is returned as it is.
    """
    if "/" in value:
        start, end = (edtf_text(part) for part in value.split("/", 1))
        return _("%(start)s to %(end)s") % {"start": start, "end": end} if start and end else start or end
    if value[-1:] in {"~", "?", "%"}:
        return _("about %(date)s") % {"date": edtf_text(value[:-1])}
    if match := DAY.fullmatch(value):
        return _formatted(match, "j F Y") or value
    if match := MONTH.fullmatch(value):
        return _formatted(match, "F Y") or value
    return value


def _formatted(match: re.Match[str], pattern: str) -> str:
    year, month, day = (int(part) for part in (*match.groups(), "1")[:3])
    try:
        return date_format(date(year, month, day), pattern)
    except ValueError:
        return ""
