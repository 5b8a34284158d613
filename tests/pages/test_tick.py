"""Periodic work, and the copy of the database."""

import sqlite3
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from crlearn.accounts.models import User
from crlearn.pages.management.commands.backup import pg_dump
from crlearn.quizzes.models import Attempt
from tests import make
from tests.pages.test_account import study

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_guests_idle_for_180_days_are_erased_with_all_that_was_theirs_and_nobody_else(facts, capsys):
    gone = make.make_guest(last_seen_at=make.NOW - 181 * DAY)
    study(gone, facts, 1)
    kept = [make.make_guest(last_seen_at=make.NOW - 179 * DAY), make.make_user(last_seen_at=make.NOW - 999 * DAY)]
    study(kept[0], facts, 10)
    call_command("tick")
    assert set(User.objects.all()) == set(kept)
    assert [attempt.user for attempt in Attempt.objects.all()] == [kept[0]]
    assert "guests erased: 1" in capsys.readouterr().out
    call_command("tick")
    assert "guests erased: 0" in capsys.readouterr().out


def test_a_guest_who_came_back_is_not_erased(facts, client):
    guest = make.make_guest(last_seen_at=make.NOW - 181 * DAY)
    client.force_login(guest)
    client.get("/about/")
    call_command("tick", verbosity=0)
    assert User.objects.get() == guest


def test_sessions_that_have_expired_are_cleared(facts, capsys):
    now = timezone.now()
    Session.objects.create(session_key="old", session_data="", expire_date=now - DAY)
    Session.objects.create(session_key="new", session_data="", expire_date=now + DAY)
    call_command("tick")
    assert [row.session_key for row in Session.objects.all()] == ["new"]
    assert "sessions cleared: 1" in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
def test_the_copy_holds_what_the_database_holds_while_it_is_in_use(facts, tmp_path):
    if connection.vendor != "sqlite":
        return
    target = tmp_path / "copy.sqlite3"
    call_command("backup", str(target), verbosity=0)
    copy = sqlite3.connect(target)
    rows = copy.execute("SELECT ref FROM bank_fact ORDER BY ref").fetchall()
    copy.close()
    assert [ref for (ref,) in rows] == sorted(fact.ref for fact in facts)
    assert [path.name for path in tmp_path.iterdir()] == ["copy.sqlite3"]
    assert target.stat().st_mode & 0o077 == 0


def test_a_copy_never_takes_the_place_of_a_file(db, tmp_path):
    target = tmp_path / "precious.txt"
    target.write_text("precious")
    if connection.vendor != "sqlite":
        return
    with pytest.raises(CommandError, match="is there already"):
        call_command("backup", str(target))
    assert target.read_text() == "precious"


def test_a_copy_into_a_folder_that_is_not_there_fails_and_says_so(db, tmp_path):
    if connection.vendor != "sqlite":
        return
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("backup", str(tmp_path / "nowhere" / "copy"))


def test_for_postgresql_the_command_is_told_without_the_password(tmp_path):
    config = {"HOST": "db.example.org", "PORT": "5432", "USER": "us er", "NAME": "crlearn", "PASSWORD": "secret"}
    line = pg_dump(config, tmp_path / "copy")
    assert line.startswith("pg_dump --format=custom")
    assert "--host=db.example.org" in line
    assert "'--username=us er'" in line
    assert "secret" not in line


def test_on_postgresql_backup_fails_and_tells_the_command(db, tmp_path, monkeypatch):
    monkeypatch.setattr(type(connection), "vendor", "postgresql", raising=False)
    with pytest.raises(CommandError, match="pg_dump --format=custom"):
        call_command("backup", str(tmp_path / "copy"))
    assert not list(tmp_path.iterdir())
