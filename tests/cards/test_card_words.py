"""Intervals, days and settings as learners read and write them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone, translation

from crlearn.cards import memory, messages, services
from crlearn.cards.forms import StudySettingsForm
from crlearn.cards.models import Card, CardEvent, StudySettings
from crlearn.cards.scheduling import Grade
from crlearn.cards.selectors import Progress
from tests import make
from tests.cards.walk import grade

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        (timedelta(seconds=10), "1 minute"),
        (MINUTE, "1 minute"),
        (timedelta(seconds=330), "6 minutes"),
        (10 * MINUTE, "10 minutes"),
        (59.6 * MINUTE, "1 hour"),
        (5 * 60 * MINUTE, "5 hours"),
        (DAY, "1 day"),
        (6 * DAY, "6 days"),
        (59 * DAY, "59 days"),
        (61 * DAY, "2 months"),
        (75 * DAY, "2.5 months"),
        (364 * DAY, "12 months"),
        (365 * DAY, "1 year"),
        (548 * DAY, "1.5 years"),
        (36500 * DAY, "99.9 years"),
    ],
)
def test_intervals_in_words(wait, words):
    assert messages.interval(wait) == words


@pytest.mark.parametrize(
    ("coming", "words"),
    [
        (None, ""),
        (datetime(2026, 3, 4, 13, 5, tzinfo=UTC), "The next card comes at 15:05."),
        (date(2026, 3, 5), "The next card comes tomorrow."),
        (date(2026, 3, 6), "The next card comes on Friday."),
        (date(2026, 3, 10), "The next card comes on Tuesday."),
        (date(2026, 3, 11), "The next card comes on 11 March."),
        (date(2027, 1, 2), "The next card comes on 2 January 2027."),
    ],
)
def test_when_the_next_card_comes(coming, words):
    with timezone.override("Europe/Helsinki"):
        assert messages.next_card(coming, date(2026, 3, 4)) == words


def test_every_grade_state_and_fault_has_its_words():
    assert [messages.grade_name(grade) for grade in Grade] == ["Forgot", "Hard", "Good", "Easy"]
    assert [messages.progress_word(state) for state in Progress] == ["Not met yet", "Learning", "Slipping", "Known"]
    for code in ("moved_on", "new_day", "undone", "nothing_to_undo", "expired", "gone"):
        assert "Nothing was changed" in messages.stale(code)


def test_a_number_is_written_as_the_language_writes_it():
    with translation.override("de"):
        assert "2,5" in messages.interval(75 * DAY)


GOOD = {
    "desired_retention": "85",
    "new_per_day": "5",
    "reviews_per_day": "50",
    "maximum_interval": "365",
    "two_buttons": "on",
}


@pytest.mark.django_db
def test_settings_are_shown_in_per_cent_and_only_what_changed_is_kept():
    user = make.make_user()
    row = memory.settings_row(user)
    assert StudySettingsForm(instance=row)["desired_retention"].value() == 90
    form = StudySettingsForm(GOOD | {"new_per_day": "20"}, instance=row)
    assert form.is_valid()
    assert set(form.changed_data) == {"desired_retention", "reviews_per_day", "maximum_interval", "two_buttons"}
    StudySettings.objects.update(new_per_day=33)  # in another tab
    services.study_settings_save(row=form.instance, fields=form.changed_data)
    kept = StudySettings.objects.get()
    assert (kept.desired_retention, kept.reviews_per_day, kept.maximum_interval, kept.two_buttons) == (
        Decimal("0.85"), 50, 365, True,
    )  # fmt: skip
    assert kept.new_per_day == 33
    assert memory.study(user, now=make.NOW).settings.desired_retention == 0.85


@pytest.mark.django_db
def test_settings_sent_unchanged_change_nothing():
    row = memory.settings_row(make.make_user())
    sent = {"desired_retention": "90", "new_per_day": "20", "reviews_per_day": "200", "maximum_interval": "36500"}
    form = StudySettingsForm(sent, instance=StudySettings.objects.get(pk=row.pk))
    assert form.is_valid()
    assert form.changed_data == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [
        {"desired_retention": "69"},
        {"desired_retention": "100"},
        {"desired_retention": "0.9"},
        {"desired_retention": ""},
        {"new_per_day": "-1"},
        {"reviews_per_day": "10000"},
        {"maximum_interval": "0"},
        {"maximum_interval": "36501"},
    ],
)
def test_settings_out_of_bounds_are_refused(wrong):
    row = memory.settings_row(make.make_user())
    assert list(StudySettingsForm(GOOD | wrong, instance=row).errors) == list(wrong)


@pytest.mark.django_db
def test_every_setting_explains_itself():
    assert all(field.help_text for field in StudySettingsForm().fields.values())


@pytest.mark.django_db
def test_a_longest_interval_holds_for_the_next_grade(learner, client):
    StudySettings.objects.update(maximum_interval=2)
    grade(client, 4)
    assert CardEvent.objects.get(kind="grade").interval_days == 2


@pytest.mark.django_db
def test_the_admin_shows_cards_and_changes_none(learner, client, admin_user):
    grade(client, 4)
    client.force_login(admin_user)
    assert get_user_model().objects.filter(is_superuser=True).exists()
    for model, pk in ((Card, learner.cards.first().pk), (CardEvent, CardEvent.objects.first().pk)):
        name = model._meta.model_name
        assert client.get(reverse(f"admin:cards_{name}_changelist")).status_code == 200
        assert client.get(reverse(f"admin:cards_{name}_change", args=[pk])).status_code == 200
        assert client.get(reverse(f"admin:cards_{name}_add")).status_code == 403
        assert client.post(reverse(f"admin:cards_{name}_change", args=[pk]), {"lapses": "9"}).status_code == 403
        assert client.post(reverse(f"admin:cards_{name}_delete", args=[pk]), {"post": "yes"}).status_code == 403
