"""Time zones: which there are, and which one a browser says it is in."""

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from urllib.parse import unquote
from zoneinfo import available_timezones

from django.http import HttpRequest

REGIONS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@cache
def known_zones() -> frozenset[str]:
    """Return the IANA names that this machine knows. Kept, since finding them walks through a folder."""
    return frozenset(available_timezones())


def browser_zone(request: HttpRequest) -> str:
    """Return the IANA zone that the browser told in its cookie, or nothing where it told none that exists."""
    zone = unquote(request.COOKIES.get("tz", ""))
    return zone if zone in known_zones() else ""


@cache
def zone_choices() -> Sequence[tuple[str, Sequence[tuple[str, str]]]]:
    """Return the zones to choose from, by region: ("Europe", (("Europe/Helsinki", "Helsinki"), …))."""
    names = sorted(name for name in known_zones() if name.split("/")[0] in REGIONS)
    grouped = groupby(names, key=lambda name: name.split("/")[0])
    regions = [
        (region, tuple((name, name.partition("/")[2].replace("_", " ")) for name in group)) for region, group in grouped
    ]
    return (*regions, ("UTC", (("UTC", "UTC"),)))
