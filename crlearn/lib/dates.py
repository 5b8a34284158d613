"""Dates as documents give them (EDTF) in words."""

import re
from datetime import date

from django.utils.dateformat import format as date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

SEASONS = {
    "21": gettext_lazy("spring %(year)s"),
    "22": gettext_lazy("summer %(year)s"),
    "23": gettext_lazy("autumn %(year)s"),
    "24": gettext_lazy("winter %(year)s"),
}
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
MONTH = re.compile(r"(\d{4})-(\d\d)")
VAGUE = re.compile(r"\d{3}X|\d\dXX")


def edtf_text(value: str) -> str:
    """Return an EDTF date in words: "2018-01" → "January 2018", "2001~" → "about 2001", "196X" → "the 1960s",
    "2001-21" → "spring 2001", "1999/2006" → "1999 to 2006", "../2006" → "until 2006". What is unspecified (2001-XX) is left out.

    What is not understood is returned as it is.
    """
    if "/" in value:
        start, end = ("" if part == ".." else edtf_text(part) for part in value.split("/", 1))
        if value.startswith("../"):
            return _("until %(date)s") % {"date": end}
        if value.endswith("/.."):
            return _("since %(date)s") % {"date": start}
        return _("%(start)s to %(end)s") % {"start": start, "end": end} if start and end else start or end
    if value[-1:] in {"~", "?", "%"}:
        return _("about %(date)s") % {"date": edtf_text(value[:-1])}
    value = value.removesuffix("-XX").removesuffix("-XX")
    if VAGUE.fullmatch(value):
        return _("the %(decade)ss") % {"decade": value.replace("X", "0")}
    if match := DAY.fullmatch(value):
        return _formatted(match, "j F Y") or value
    if match := MONTH.fullmatch(value):
        if season := SEASONS.get(match[2]):
            return season % {"year": match[1]}
        return _formatted(match, "F Y") or value
    return value


def _formatted(match: re.Match[str], pattern: str) -> str:
    year, month, day = (int(part) for part in (*match.groups(), "1")[:3])
    try:
        return date_format(date(year, month, day), pattern)
    except ValueError:
        return ""
