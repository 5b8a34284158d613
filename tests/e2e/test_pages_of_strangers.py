"""Every page that needs nobody: axe-core, no sideways scroll, controls that can be hit and seen."""

import pytest
from django.template.loader import render_to_string

from tests.e2e import looks, tour
from tests.e2e.visits import Visit


@pytest.fixture(scope="module")
def faults(browser, site):
    """What is wrong with the pages, by check."""
    visit = Visit(browser, site, past_csp=True)
    found = looks.faults_of(visit, tour.of_strangers(visit))
    texts = {name: render_to_string(f"{name}.html") for name in tour.ERRORS}
    more = looks.faults_of(visit, tour.of_errors(visit, texts))
    visit.close()
    return {check: found[check] + more[check] for check in looks.CHECKS} | {"console": visit.complaints}


@pytest.mark.parametrize("check", [*looks.CHECKS, "console"])
def test_pages(check, faults):
    assert not faults[check], "\n".join(faults[check])
