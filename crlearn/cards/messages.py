"""The words of the cards: grades, intervals, progress, and what happened to an answer."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.dateformat import format as date_format
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from crlearn.cards.models import CardEvent
from crlearn.cards.queue import Act, Graded
from crlearn.cards.scheduling import Grade
from crlearn.cards.selectors import Progress

DAYS_IN_MONTH = 365.25 / 12
MOST_IN_DAYS = 60  # up to two months an interval is said in days: Hard and Good must not both read "1 month"


def grade_name(grade: Grade) -> str:
    """Return the word on a grade's button."""
    return {Grade.AGAIN: _("Forgot"), Grade.HARD: _("Hard"), Grade.GOOD: _("Good"), Grade.EASY: _("Easy")}[grade]


def aside_name(kind: CardEvent.Kind) -> str:
    """Return the words on the button that puts a card aside: buried until tomorrow, or suspended."""
    return {CardEvent.Kind.BURY: _("Leave it for tomorrow"), CardEvent.Kind.SUSPEND: _("Put it aside")}[kind]


def put_aside() -> str:
    """Return what is said once a card is suspended: where it is found again."""
    return _("Put aside: it is not asked again until you take it up. Your own page leads to what is put aside.")


def taken_up(was_suspended: bool) -> str:
    """Return what is said once a card is taken up again."""
    return _("Taken up: the card comes again when it is due.") if was_suspended else _("That card is not put aside.")


def act_name(act: Act) -> str:
    """Return how the undo control names what it takes back."""
    return grade_name(act.grade) if isinstance(act, Graded) else aside_name(act.kind)


def progress_word(state: Progress) -> str:
    """Return one of the four words of progress."""
    return {
        Progress.NEW: _("Not met yet"),
        Progress.LEARNING: _("Learning"),
        Progress.SLIPPING: _("Slipping"),
        Progress.KNOWN: _("Known"),
    }[state]


def interval(wait: timedelta) -> str:
    """Return a wait in words: "10 minutes", "6 days", "2.5 months"."""
    minutes = round(wait.total_seconds() / 60)
    if minutes < 60:
        return ngettext("%(count)d minute", "%(count)d minutes", max(minutes, 1)) % {"count": max(minutes, 1)}
    if wait < timedelta(days=1):
        hours = round(minutes / 60)
        return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    if wait.days < MOST_IN_DAYS:
        return ngettext("%(count)d day", "%(count)d days", wait.days) % {"count": wait.days}
    if wait.days < 365:
        months = round(wait.days / DAYS_IN_MONTH, 1)
        return _("%(count)s months") % {"count": _short(months)}
    years = round(wait.days / 365.25, 1)
    return ngettext("%(count)s year", "%(count)s years", 1 if years == 1 else 2) % {"count": _short(years)}


def _short(number: float) -> str:
    """A number with one decimal, or none where it is whole, as the language writes it."""
    return number_format(number, 0 if number == int(number) else 1)


def button(grade: Grade, wait: timedelta) -> str:
    """Return a grade's button in one line, as it is read out: "Good, 6 days"."""
    return _("%(grade)s, %(interval)s") % {"grade": grade_name(grade), "interval": interval(wait)}


def position(number: int, total: int) -> str:
    """Return where a session stands: "Card 4 of 12"."""
    return _("Card %(number)d of %(total)d") % {"number": number, "total": total}


def ticks(number: int, total: int, remembered: int, forgotten: int) -> str:
    """Return the ticks of a session in a sentence."""
    return _("Card %(number)d of %(total)d. %(remembered)d remembered, %(forgotten)d forgotten.") % {
        "number": number,
        "total": total,
        "remembered": remembered,
        "forgotten": forgotten,
    }


def next_card(moment: datetime | date | None, today: date) -> str:
    """Return when the next card comes, in a sentence; nothing where none waits. `today`: the study day."""
    if moment is None:
        return ""
    if isinstance(moment, datetime):
        return _("The next card comes at %(time)s.") % {"time": date_format(timezone.localtime(moment), "H:i")}
    days = (moment - today).days
    if days <= 1:
        return _("The next card comes tomorrow.")
    if days < 7:
        return _("The next card comes on %(weekday)s.") % {"weekday": date_format(moment, "l")}
    day = date_format(moment, "j F" if moment.year == today.year else "j F Y")
    return _("The next card comes on %(date)s.") % {"date": day}


def done_today(remembered: int, forgotten: int) -> str:
    """Return what was done today, in a sentence."""
    total = remembered + forgotten
    text = ngettext(
        "%(total)d answer today, %(remembered)d remembered.",
        "%(total)d answers today, %(remembered)d remembered.",
        total,
    )
    return text % {"total": total, "remembered": remembered}


def stale(code: str) -> str:
    """Return why a grade was not taken, and that nothing was lost by it."""
    return {
        "moved_on": _(
            "This card was answered on another page or device meanwhile. Nothing was changed; here is where you are."
        ),
        "new_day": _("A new day has begun since this card was shown. Nothing was changed; here is what is due now."),
        "undone": _("This answer was taken back. Nothing was changed; here is where you are."),
        "nothing_to_undo": _("That answer was taken back already, or another one came after it. Nothing was changed."),
        "expired": _("This card was shown too long ago. Nothing was changed; here is what is due now."),
        "gone": _(
            "This question was taken out of the bank or put on hold. Nothing was changed; here is what is due now."
        ),
    }[code]


def graded_before(grade: Grade) -> str:
    """Return what to do where a card shown once gets a second, different grade."""
    return _("This card already has your answer “%(grade)s”. Undo takes it back.") % {"grade": grade_name(grade)}
