"""What the tests of the quizzes share: a clock that stands still, learners, and attempts made by the real services."""

import pytest
from django.test import Client

from crlearn.lib import clock
from tests import make
from tests.quizzes.walk import start


@pytest.fixture
def at(monkeypatch):
    """The clock, standing at make.NOW; call it to set it to another moment."""

    def set_to(moment):
        monkeypatch.setattr(clock, "now", lambda: moment)
        return moment

    set_to(make.NOW)
    return set_to


@pytest.fixture
def learner(db, client, at):
    """The person whose browser `client` is."""
    user = make.make_user()
    client.force_login(user)
    return user


@pytest.fixture
def outsider(db):
    """The browser of somebody else, who must see nothing."""
    client = Client()
    client.force_login(make.make_user())
    return client


@pytest.fixture
def document(db):
    return make.make_document()


@pytest.fixture
def facts(db):
    """Five facts, each with its own paragraph and a short answer: the year 1901, 1902, …"""
    return make.make_bank(5)


@pytest.fixture
def attempt(learner, facts):
    """The learner's quiz of three of them, in order, with nothing answered."""
    return start(learner, *[fact.questions.get() for fact in facts[:3]])
