"""How two lines are put together: with a space, tightly, or dropping the hyphen that a typesetter added."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from crlearn.sources.reading.lexicon import COORDINATION, HYPHENED, TAILS
from crlearn.sources.reading.lines import HYPHENS, Line, Shape
from crlearn.sources.reading.words import Words, words_of

_ADDRESS = re.compile(r"(?:https?://|www\.)\S*", re.IGNORECASE)
_ADDRESS_GOES_ON = re.compile(r"(?:[\w~%-]+[/?=#]|(?:com|org|net|gov|edu|int|info|pdf|html?|aspx?|php|[a-z]{2})\b)")
_INNER = re.compile(r"[-\u2010/—–]")
SOFT_RATE = 0.08  # of the lines end in a hyphen where a typesetter has broken words


class Joint(Enum):
    """What stands between two lines when they are one."""

    SPACE = auto()
    TIGHT = auto()
    DROP = auto()  # the hyphen goes, the rest is tight


@dataclass(frozen=True, slots=True)
class Break:
    """A line end inside a token: what stands before and after it."""

    left: str  # the last token of the line
    right: str  # the first token of the next line
    after: str = ""  # the second token of the next line
    trail: bool = False  # white space between `left` and the line end


class Joiner:
    """Decides, for one document, how its lines go together."""

    def __init__(self, lines: Sequence[Line], shape: Shape, words: Words) -> None:
        self._words = words
        self._trailing_tells = shape.trailing_tells
        self._addresses = frozenset(line.text for line in lines if _ADDRESS.fullmatch(line.text))
        self._soft = self._breaks_words(lines)

    def joint(self, at: Break) -> Joint:
        """Return how the two lines that meet at `at` are joined."""
        if not at.left or not at.right:
            return Joint.SPACE
        if match := _ADDRESS.search(at.left):
            return self._in_address(match.group(), at)
        if at.left[-1] in HYPHENS and len(at.left) > 1:
            return self._at_hyphen(at)
        if at.left[-1] in "—–/" and len(at.left) > 1 and at.right[0].isalnum():
            return Joint.SPACE if self._trailing_tells and at.trail else Joint.TIGHT
        if at.right[0] in "—–" and len(at.right) > 1 and at.right[1].isalnum():
            return Joint.TIGHT
        return Joint.SPACE

    def _in_address(self, address: str, at: Break) -> Joint:
        """An address goes on over the line end where the whole one stands elsewhere, or where it looks cut."""
        if _ADDRESS.match(at.right):
            return Joint.SPACE
        right = at.right.rstrip(".,;:)”’" + HYPHENS)
        if address[-1] in HYPHENS and self._stands(address[:-1] + right) and not self._stands(address + right):
            return Joint.DROP
        if address[-1] in HYPHENS + "/_=&?%" or self._stands(address + right):
            return Joint.TIGHT
        return Joint.TIGHT if address[-1] == "." and _ADDRESS_GOES_ON.match(at.right) else Joint.SPACE

    def _stands(self, beginning: str) -> bool:
        return any(address.startswith(beginning) for address in self._addresses)

    def _at_hyphen(self, at: Break) -> Joint:
        if at.left[-1] == "\u00ad":
            return Joint.DROP
        if not at.left[-2].isalnum() or at.right[0] in "“‘(":
            return Joint.SPACE if at.left[-2] in " -" else Joint.TIGHT
        if self._trailing_tells and at.trail:
            return Joint.SPACE  # a suspended hyphen: US- and EU-initiated
        if at.right.casefold() in COORDINATION and ("-" in at.after[:-1] or not self._soft):
            return Joint.SPACE
        return Joint.DROP if self._is_added(at) else Joint.TIGHT

    def _is_added(self, at: Break) -> bool:
        """Say whether the typesetter added the hyphen: evidence of the two halves first, of the document last."""
        left, right = _halves(at)
        whole_left, whole_right = words_of(at.left[:-1]), words_of(at.right)
        if (sure := _by_letters(left, right, self._words)) is not None:
            return sure
        for low, high in ((whole_left, whole_right), (left, right)):
            apart, joined = self._words.times(f"{low}-{high}"), self._words.times(low + high)
            if apart != joined:
                return joined > apart
        if not self._soft or left.casefold() in HYPHENED:
            return False
        if right.casefold() in TAILS and self._words.stands_alone(left):
            return False
        whole = len(right) > 2 and self._words.stands_alone(right)
        return not (whole and self._words.begins_compounds(left))

    def _breaks_words(self, lines: Sequence[Line]) -> bool:
        """Say whether this document breaks words at line ends at all, or only at hyphens that words have anyway."""
        added = kept = ends = 0
        for line, following in pairwise(lines):
            if line.text[-1] not in HYPHENS or len(line.text) < 2 or _ADDRESS.search(line.text.split()[-1]):
                continue
            ends += 1
            left, right = _halves(Break(line.text.split()[-1], following.text.split()[0]))
            apart, joined = self._words.times(f"{left}-{right}"), self._words.times(left + right)
            if apart > joined or _by_letters(left, right, self._words) is False:
                kept += 1
            elif joined > apart or not self._words.knows(left):
                added += 1
            else:
                kept += 1
        return added > kept or (ends > SOFT_RATE * len(lines) and added > 0)


def _halves(at: Break) -> tuple[str, str]:
    """Return what stands between the break and the next hyphen on either side: in+terference of non-in-terference."""
    left = _INNER.split(words_of(at.left.rstrip(HYPHENS)))[-1]
    right = _INNER.split(words_of(at.right))[0]
    return left, right


def _by_letters(left: str, right: str, words: Words) -> bool | None:
    """Return what capitals and digits alone decide: True for an added hyphen, False for the author's, None for neither."""
    if not left or not right:
        return False
    if left[-1].isdigit() or right[0].isdigit() or len(left) == 1:
        return False
    if left.isupper() and right.isupper():
        return words.times(left + right) > words.times(f"{left}-{right}") or not words.knows(right)
    if right[0].isupper() or (left.isupper() and len(left) > 1):
        return False
    return None


def is_address(text: str) -> bool:
    """Say whether a line is nothing but an address."""
    return bool(_ADDRESS.fullmatch(text))
