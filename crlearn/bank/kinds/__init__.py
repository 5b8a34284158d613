"""The kinds of question. One kind = one module here, templates/bank/kinds/<name>.html, one test file, one line in KINDS."""

from types import MappingProxyType
from typing import Any

from crlearn.bank.kinds.base import Answer, BadAnswer, Kind, Order, Verdict
from crlearn.bank.kinds.cloze import Cloze
from crlearn.bank.kinds.matching import Matching
from crlearn.bank.kinds.multiple_choice import MultipleChoice
from crlearn.bank.kinds.numeric import Numeric
from crlearn.bank.kinds.ordering import Ordering
from crlearn.bank.kinds.short_answer import ShortAnswer
from crlearn.bank.kinds.single_choice import SingleChoice
from crlearn.bank.kinds.true_false import TrueFalse

_ALL: tuple[Kind[Any], ...] = (
    SingleChoice(),
    MultipleChoice(),
    TrueFalse(),
    Cloze(),
    ShortAnswer(),
    Numeric(),
    Matching(),
    Ordering(),
)
KINDS = MappingProxyType({kind.name: kind for kind in _ALL})

__all__ = ["KINDS", "Answer", "BadAnswer", "Kind", "Order", "Verdict"]
