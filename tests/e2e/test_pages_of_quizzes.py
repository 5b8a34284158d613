"""Every page of a quiz: axe-core, no sideways scroll, controls that can be hit and seen."""

import pytest

from tests.e2e import looks, tour
from tests.e2e.visits import Visit


@pytest.fixture(scope="module")
def faults(browser, site, rows):
    """What is wrong with the pages, by check."""
    visit = Visit(browser, site, past_csp=True)
    found = looks.faults_of(visit, tour.of_quizzes(visit, rows))
    visit.close()
    return found | {"console": visit.complaints}


@pytest.mark.parametrize("check", [*looks.CHECKS, "console"])
def test_pages(check, faults):
    assert not faults[check], "\n".join(faults[check])
