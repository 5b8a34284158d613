"""What changes a person's row: guests, sign-up in place, merging, preferences, leaving."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest

from crlearn.accounts import people
from crlearn.accounts.models import User
from crlearn.accounts.zones import browser_zone

GUEST_LIFETIME = timedelta(days=180)
GUEST_PREFIX = "guest-"
SEEN_EVERY = timedelta(hours=12)
BACKEND = "django.contrib.auth.backends.ModelBackend"


def learner_ensure(request: HttpRequest, *, now: datetime) -> User:
    """Return the learner of this browser, making a guest of a newcomer: called with the first answer, not before."""
    if isinstance(request.user, User):
        return request.user
    zone = browser_zone(request)
    guest = User(username=f"{GUEST_PREFIX}{uuid.uuid4()}", is_guest=True, time_zone=zone or "UTC", last_seen_at=now)
    guest.set_unusable_password()
    guest.save()
    login(request, guest, backend=BACKEND)
    return guest


def seen(user: User, *, zone: str, now: datetime) -> bool:
    """Note, at most twice a day, that the person was here; take the browser's zone until they choose one.

    Return whether the visit was noted now.
    """
    fields = []
    noted = user.last_seen_at is None or now - user.last_seen_at > SEEN_EVERY
    if noted:
        user.last_seen_at = now
        fields.append("last_seen_at")
    if zone and zone != user.time_zone and not user.time_zone_chosen:
        user.time_zone = zone
        fields.append("time_zone")
    if fields:
        user.save(update_fields=fields)
    return noted


def preferences_set(user: User, *, name: str, time_zone: str, rollover_hour: int) -> None:
    """Keep how somebody is called and when their day begins. An empty zone: the browser's is taken from now on."""
    if not user.is_guest:
        user.username = name
    user.time_zone_chosen = bool(time_zone)
    if time_zone:
        user.time_zone = time_zone
    user.rollover_hour = rollover_hour
    user.save(update_fields=["username", "time_zone", "time_zone_chosen", "rollover_hour"])


def guest_converted(guest: User) -> User:
    """Return a guest's row as the account it becomes, unsaved; sign-up fills in name and password and saves it.

    It is another object than `guest`: where sign-up fails, the guest is what it was.
    """
    account = User.objects.get(pk=guest.pk)
    account.is_guest = False
    account.username = ""
    return account


@transaction.atomic
def people_merge(*, source: User, target: User) -> None:
    """Move everything of a guest to an account and erase the guest. Order of locks: the lower pk first."""
    if source.pk == target.pk or not source.is_guest:
        return
    rows = User.objects.select_for_update().filter(pk__in=[source.pk, target.pk]).order_by("pk")
    locked = {user.pk: user for user in rows}
    if len(locked) < 2 or not locked[source.pk].is_guest:
        return  # another tab has merged or converted the guest
    for holdings in people.REGISTERED.values():
        holdings.merge(locked[source.pk], locked[target.pk])
    locked[source.pk].delete()


@transaction.atomic
def person_erase(user: User) -> None:
    """Erase a person and all that is theirs."""
    for holdings in people.REGISTERED.values():
        holdings.erase(user)
    User.objects.get(pk=user.pk).delete()  # the row itself, for the request may hold a stand-in


def person_export(user: User) -> dict[str, Any]:
    """Return all that is kept of a person, ready for JSON."""
    account = {
        "name": "" if user.is_guest else user.username,
        "email": user.email,
        "is_guest": user.is_guest,
        "joined_at": user.date_joined.isoformat(),
        "last_seen_at": user.last_seen_at.isoformat() if user.last_seen_at else None,
        "time_zone": user.time_zone,
        "rollover_hour": user.rollover_hour,
    }
    return {"account": account} | {name: held.export(user) for name, held in people.REGISTERED.items()}


def guests_expire(*, now: datetime) -> int:
    """Erase the guests who were not here for 180 days, one transaction each; return how many."""
    idle = User.objects.filter(is_guest=True, last_seen_at__lt=now - GUEST_LIFETIME)
    return sum(_guest_expire(pk, now) for pk in list(idle.values_list("pk", flat=True)))


@transaction.atomic
def _guest_expire(pk: int, now: datetime) -> bool:
    """Erase one idle guest, unless they came back or signed up in the meantime."""
    idle = User.objects.filter(pk=pk, is_guest=True, last_seen_at__lt=now - GUEST_LIFETIME)
    guest = idle.select_for_update().first()
    if guest is None:
        return False
    person_erase(guest)
    return True
