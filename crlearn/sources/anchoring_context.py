"""What the text around a quotation's sites says for each, and whether its own place is empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from rapidfuzz.distance import LCSseq, Postfix, Prefix

from crlearn.sources.anchoring_keys import key_of_document
from crlearn.sources.anchoring_sites import MOST_SITES, Quoted, Site, find_all

_MOST_RATED = 50  # sites looked at in every detail
_TAIL = 16  # characters of the key by which a side of the old place is recognised
_LEAST_TAIL = 6
_INSERTED = 160  # so much may have been put around a quotation, or in its place, for that to be seen
_ALIKE = 0.75  # share of a side's characters, in order, that makes it the same text, edited
_MARGIN = 8  # characters further out that an edited side is looked for
_APART = 4  # what a piece of context is worth less for not beginning at the quotation


@dataclass(frozen=True, slots=True)
class Rating:
    """How much of the context stands around a site, in characters of the key."""

    left: float
    right: float

    @property
    def total(self) -> float:
        return self.left + self.right


@dataclass(frozen=True, slots=True)
class Place:
    """Where the old prefix and suffix still stand in order: start..end of the text's key lies between them.

    start == end where the two now touch. rating: how much of the context that is. sites: those that lie there.
    """

    start: int
    end: int
    rating: Rating
    sites: list[Site]


def old_place(text: str, quoted: Quoted, found: list[Site]) -> Place | None:
    """The quotation's own place, known by the ends of its context; None where it is not to be seen.

    A place without sites is one from which the quotation has gone.
    """
    key = key_of_document(text).text
    places = [
        Place(start, end, _rate(key, quoted, start, end), [site for site in found if _lies_in(site, start, end)])
        for start, end in _between(key, quoted.left, quoted.right, 2 * len(quoted.key) + _INSERTED)
    ]
    # where prefix and suffix touch, that says more than a pair further apart with the same words between
    return max(
        places, key=lambda place: (place.rating.total, place.start == place.end, bool(place.sites)), default=None
    )


def rate(text: str, quoted: Quoted, found: list[Site]) -> list[tuple[Rating, Site]]:
    """How much of the context stands around the sites, most first; of many, only around the likeliest."""
    key = key_of_document(text).text
    if len(found) > _MOST_RATED:
        found = sorted(found, key=lambda site: -_run(key, quoted, site))[:_MOST_RATED]
    return sorted(
        ((_rate(key, quoted, site.a, site.b), site) for site in found), key=lambda pair: pair[0].total, reverse=True
    )


def _run(key: str, quoted: Quoted, site: Site) -> int:
    """How many characters of the context agree with a site's, up to the first difference on either side."""
    before = key[max(0, site.a - len(quoted.left)) : site.a]
    after = key[site.b : site.b + len(quoted.right)]
    return int(Postfix.similarity(quoted.left, before) + Prefix.similarity(quoted.right, after))


def _rate(key: str, quoted: Quoted, start: int, end: int) -> Rating:
    """How much of the context stands around a range of the text's key."""
    before = key[max(0, start - len(quoted.left) - _MARGIN) : start]
    after = key[end : end + len(quoted.right) + _MARGIN]
    return Rating(_agreement(quoted.left[::-1], before[::-1]), _agreement(quoted.right, after))


def _agreement(wanted: str, there: str) -> float:
    """How many characters of a context agree: outwards from the quotation, or in one piece, or in all if most do."""
    run = int(Prefix.similarity(wanted, there))
    piece = _longest_piece(wanted, there) - _APART  # further off, so worth less
    shared = int(LCSseq.similarity(wanted, there))
    return float(max(run, piece, shared if shared >= _ALIKE * len(wanted) else 0))


def _longest_piece(wanted: str, there: str) -> int:
    """The length of the longest piece of one string that stands in the other."""
    longest = 0
    for start in range(len(wanted)):
        while start + longest < len(wanted) and wanted[start : start + longest + 1] in there:
            longest += 1
    return longest


def _between(key: str, left: str, right: str, most: int) -> Iterator[tuple[int, int]]:
    """Each range between the end of ``left`` and the next beginning of ``right``, at most ``most`` characters on.

    A side too short to be known is taken for all that stood there: the text begins, or ends, with it.
    """
    before, after = left[-_TAIL:], right[:_TAIL]
    places: Iterable[int] = islice(find_all(key, before), MOST_SITES) if before else ()
    if len(before) < _LEAST_TAIL:
        places = (0,) if key.startswith(before) else ()
    for place in places:
        start = place + len(before)
        if len(after) >= _LEAST_TAIL:
            end = key.find(after, start, start + most + len(after))
        else:
            end = len(key) - len(after) if key.endswith(after) else -1
        if start <= end <= start + most:
            yield start, end


def _lies_in(site: Site, start: int, end: int) -> bool:
    """Whether a site stands between start and end, or right at one of them: the quotation may begin like
    its suffix or end like its prefix, and then seems to be missing where it stands."""
    return site.a in (start, end) or site.b in (start, end) or (start <= site.a and site.b <= end)
