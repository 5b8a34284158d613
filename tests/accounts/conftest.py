"""What the tests of accounts share: nobody has yet tried a password, a clock that stands still, a small bank."""

import pytest
from django.core.cache import cache

from tests.pages.conftest import at, facts

__all__ = ["at", "facts"]


@pytest.fixture(autouse=True)
def _no_limits_used_up():
    cache.clear()
