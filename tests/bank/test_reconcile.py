"""Who moved: the file, the database, both, or neither."""

import pytest

from crlearn.bank.reconcile import Step, step

OLD, NEW, OTHER, GONE = {"s": "old"}, {"s": "new"}, {"s": "other"}, {"s": "old", "status": "retired"}


@pytest.mark.parametrize(
    ("file", "current", "loaded", "expected"),
    [
        (OLD, None, None, Step.NEW),
        (OLD, OLD, OLD, Step.UNCHANGED),
        (NEW, NEW, OLD, Step.UNCHANGED),  # the same change on both sides
        (NEW, OLD, OLD, Step.CHANGED),
        (OLD, NEW, OLD, Step.NOT_EXPORTED),
        (NEW, OTHER, OLD, Step.CONFLICT),
        (OLD, NEW, None, Step.CONFLICT),  # made in the database under a ref that a file now has too
        (None, OLD, OLD, Step.RETIRED),
        (None, NEW, OLD, Step.CONFLICT),  # edited in the database, gone from its file
        (None, GONE, GONE, Step.UNCHANGED),
        (OLD, GONE, GONE, Step.CHANGED),  # it came back
        (NEW, GONE, GONE, Step.CHANGED),
    ],
)
def test_what_is_done_with_an_entry(file, current, loaded, expected):
    assert step(file=file, current=current, loaded=loaded) == expected
