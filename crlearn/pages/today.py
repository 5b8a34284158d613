"""What there is to do now: the facts of a learner's home, and the one sentence that says it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from crlearn.accounts.models import User
from crlearn.cards import selectors as cards
from crlearn.cards.memory import Study
from crlearn.pages.selectors import DocumentRow
from crlearn.quizzes import grading, messages
from crlearn.quizzes import selectors as quizzes
from crlearn.quizzes.models import Attempt, Item

SECONDS_A_CARD = 20
DAYS_AHEAD = 3
A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A quiz that was left: where it stopped, and the way through it."""

    attempt: Attempt
    name: str
    stopped: int
    total: int
    ticks: list[str]
    ticks_label: str


@dataclass(frozen=True, slots=True)
class Today:
    """What a learner may do now."""

    due: int
    next_due: datetime | date | None
    has_cards: bool
    coming: list[tuple[date, int]]
    unfinished: Unfinished | None
    keep: bool


@dataclass(frozen=True, slots=True)
class Call:
    """The heading of home: one sentence, what follows from it, and the one button."""

    heading: str
    lead: str
    url: str
    label: str


def is_newcomer(user: User) -> bool:
    """Return whether somebody with a row has answered nothing yet and has no cards. Two queries at most."""
    return not user.attempts.exists() and not cards.has_cards(user)


def today(study: Study) -> Today:
    """Return what a learner may do now. Twelve queries at most, however much they have done."""
    found = cards.queue(study)
    has_cards = cards.has_cards(study.user)
    due = len(list(found.order))
    return Today(
        due=due,
        next_due=None if due else cards.next_due(study, found),
        has_cards=has_cards,
        coming=_coming(study) if has_cards else [],
        unfinished=_unfinished(study.user),
        keep=study.user.is_guest and quizzes.has_finished_a_quiz(study.user),
    )


def _coming(study: Study) -> list[tuple[date, int]]:
    days = cards.forecast(study, DAYS_AHEAD)
    return days if any(count for _, count in days) else []


def _unfinished(user: User) -> Unfinished | None:
    attempt = quizzes.unfinished(user)
    if attempt is None:
        return None
    items = list(attempt.items.order_by("position"))
    now = quizzes.first_open(items)
    if now is None:
        return None
    shown = grading.shown(attempt.rules, finished=False).correctness
    ticks = [_tick(item, now, shown=shown) for item in items]
    label = messages.progress_sentence(items, now) if shown else messages.place(now, len(items))
    name = messages.attempt_name(attempt)
    return Unfinished(attempt, name, now.position, len(items), ticks, label)


def _tick(item: Item, now: Item, *, shown: bool) -> str:
    if item.pk == now.pk:
        return "now"
    if item.mark is None or not shown:
        return "todo"
    return "right" if item.mark >= item.max_mark else "partly" if item.mark else "wrong"


def call(found: Today, rows: list[DocumentRow], study: Study) -> Call:
    """Return the sentence that says what to do now: due cards, then the unfinished quiz, then reading."""
    if found.due:
        heading = ngettext("%(count)d card is due today.", "%(count)d cards are due today.", found.due)
        label = ngettext("Review %(count)d card", "Review %(count)d cards", found.due)
        count = {"count": found.due}
        return Call(heading % count, about_minutes(found.due), reverse("cards"), label % count)
    if stopped := found.unfinished:
        return Call(
            _("You stopped at question %(now)d of %(total)d.") % {"now": stopped.stopped, "total": stopped.total},
            _("Your answers are saved."),
            reverse("quizzes:attempt", args=[stopped.attempt.public_id]),
            _("Continue at question %(now)d") % {"now": stopped.stopped},
        )
    if found.next_due is not None:
        lead = _("The next card comes %(when)s.") % {"when": when(found.next_due, study)}
        return Call(_("Nothing is due."), lead, reverse("quizzes"), _("Take a quiz"))
    return _reading(rows)


def _reading(rows: list[DocumentRow]) -> Call:
    lead = _("Read a section and recall it: that is how facts become cards.")
    row = next((row for row in rows if row.facts and row.known < len(row.facts)), None)
    if row is None:
        return Call(_("Nothing is due."), lead, reverse("documents"), _("See the documents"))
    label = _("Read %(document)s") % {"document": row.document.short}
    return Call(_("Nothing is due."), lead, reverse("document", args=[row.document.slug]), label)


def about_minutes(count: int) -> str:
    """Return about how long some cards take, in words."""
    minutes = max(1, round(count * SECONDS_A_CARD / 60))
    return ngettext("About %(minutes)d minute.", "About %(minutes)d minutes.", minutes) % {"minutes": minutes}


def when(due: datetime | date, study: Study) -> str:
    """Return a coming time as it is said: "in 9 minutes", "tomorrow", "on Thursday", "on 9 July"."""
    if isinstance(due, datetime):
        minutes = max(1, round((due - study.now).total_seconds() / 60))
        if minutes < 60:
            return ngettext("in %(count)d minute", "in %(count)d minutes", minutes) % {"count": minutes}
        return _("at %(time)s") % {"time": formats.time_format(timezone.localtime(due), "H:i")}
    days = (due - study.day).days
    if days <= 1:
        return _("tomorrow")
    if days < A_WEEK:
        return _("on %(day)s") % {"day": formats.date_format(due, "l")}
    return _("on %(day)s") % {"day": formats.date_format(due, "j F" if due.year == study.day.year else "j F Y")}
