"""What the tests of the pages share: a clock that stands still, and a bank of one document with its questions."""

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
def facts(db, at):
    """Three facts of one document, each with a short answer, the first with a single choice too."""
    made = make.make_bank(3)
    make.make_question(made[0], kind="single_choice")
    return made
