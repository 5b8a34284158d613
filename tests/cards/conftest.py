"""What the tests of the cards share: a clock that stands still, and a learner with cards."""

import pytest

from crlearn.lib import clock
from tests import make


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
    """A signed-in learner with three new cards."""
    user = make.make_user()
    for fact in make.make_bank(3):
        make.make_card(user, fact)
    client.force_login(user)
    return user
