"""Time as learners live it: UTC inside, a study day on their own wall clock.

A study day begins at the rollover hour (04:00 as a rule) of the learner's wall clock and carries the
date on which it began. All arithmetic is on the wall clock: on the night the clocks change, the day
still turns at 04:00 as the clock on the wall shows it, and that study day is 23 or 25 hours long.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ROLLOVER_HOURS = range(24)


class UnknownZone(ValueError):
    """A name that is not an IANA time zone known to this machine."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Unknown time zone: {name[:64]!r}")
        self.name = name


def now() -> datetime:
    """The present moment in UTC. Views call it once and hand the result down; nothing below asks the clock."""
    return datetime.now(UTC)


def zone(name: str) -> ZoneInfo:
    """The time zone of an IANA name such as "Europe/Helsinki". Raises UnknownZone."""
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError) as error:  # unknown; malformed; a folder or not to be read
        raise UnknownZone(name) from error


def study_day(now: datetime, zone_name: str, rollover_hour: int) -> date:
    """The local date at ``now`` minus the rollover hours, counted on the wall clock.

    ``now`` must be aware; ``rollover_hour`` is 0–23. Raises UnknownZone, ValueError.
    """
    if now.tzinfo is None:
        raise ValueError("now must be aware")
    if rollover_hour not in ROLLOVER_HOURS:
        raise ValueError(f"rollover_hour must be 0 to 23, not {rollover_hour!r}")
    wall = now.astimezone(zone(zone_name)).replace(tzinfo=None)
    return (wall - timedelta(hours=rollover_hour)).date()


def next_rollover(now: datetime, zone_name: str, rollover_hour: int) -> datetime:
    """The first whole second after ``now`` (UTC) that belongs to a later study day.

    Where the clocks jump over the rollover hour, the day turns at the jump; where it comes twice, at
    the first time. Raises like study_day.
    """
    today = study_day(now, zone_name, rollover_hour)
    before = now.astimezone(UTC).replace(microsecond=0)
    # Searched for rather than computed: no rule about gaps and folds has to be right but study_day's own.
    low, high = 0, 1
    while study_day(before + timedelta(hours=high), zone_name, rollover_hour) <= today:
        low, high = high, high + 1
    low, high = low * 3600, high * 3600
    while high - low > 1:
        middle = (low + high) // 2
        if study_day(before + timedelta(seconds=middle), zone_name, rollover_hour) > today:
            high = middle
        else:
            low = middle
    return before + timedelta(seconds=high)


def noon(day: date) -> datetime:
    """Noon UTC of a day: what stands for a whole study day where a library wants a moment."""
    return datetime.combine(day, time(12), UTC)
