"""Every page of somebody who studies: axe-core, no sideways scroll, controls that can be hit and seen."""

import itertools

import pytest

from tests.e2e import looks, tour
from tests.e2e.visits import Visit


@pytest.fixture(scope="module")
def faults(browser, site, rows):
    """What is wrong with the pages, by check."""
    visit = Visit(browser, site, past_csp=True)
    walk = itertools.chain(tour.of_guests(visit, rows), tour.of_users(visit))
    found = looks.faults_of(visit, walk)
    visit.close()
    return found | {"console": visit.complaints}


@pytest.mark.parametrize("check", [*looks.CHECKS, "console"])
def test_pages(check, faults):
    assert not faults[check], "\n".join(faults[check])
