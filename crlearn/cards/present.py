"""What the pages of the cards get: plain data, and before the answer nothing of it."""

import random
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from crlearn.bank.kinds import KINDS
from crlearn.bank.models import QuestionVersion
from crlearn.bank.present import revealed_data
from crlearn.bank.selectors import Revealed
from crlearn.cards import messages, promises, selectors
from crlearn.cards.memory import Study
from crlearn.cards.models import Card, CardEvent
from crlearn.cards.promises import Promise
from crlearn.cards.queue import Queue
from crlearn.cards.scheduling import Grade

TICKS_BACK, TICKS_AHEAD = 11, 12  # of a long day only the neighbourhood is drawn
TWO_BUTTONS = (Grade.AGAIN, Grade.GOOD)
ASIDE_KEYS = {CardEvent.Kind.BURY: "-", CardEvent.Kind.SUSPEND: "@"}  # as in Anki


def frame(found: Queue) -> dict[str, Any]:
    """Return what every page of a session has: where it stands, and what can be undone."""
    forgotten = sum(1 for grade in found.done if grade == Grade.AGAIN)
    number, total = len(found.done) + 1, len(found.done) + max(found.now, 1)
    remembered = len(found.done) - forgotten
    drawn = ["wrong" if grade == Grade.AGAIN else "right" for grade in found.done[-TICKS_BACK:]]
    drawn += ["now", *["todo"] * min(total - number, TICKS_AHEAD)]
    return {
        "section": "cards",
        "position": messages.position(number, total),
        "ticks": drawn,
        "ticks_label": messages.ticks(number, total, remembered, forgotten),
        "done": messages.done_today(remembered, forgotten) if found.done else "",
        "undo": undo(found),
    }


def undo(found: Queue) -> dict[str, Any] | None:
    """Return the last thing done as the undo control names it, or None."""
    if found.last is None:
        return None
    return {"target": found.last.event, "name": messages.act_name(found.last), "identity": uuid.uuid4()}


def card_data(card: Card, study: Study) -> dict[str, Any]:
    """Return what stands beside a card: its document's short name, and how well it is known."""
    return {
        "siglum": card.fact.document.siglum if card.fact.document else "",
        "state": selectors.progress_of(card, study).value,
    }


def prompt(card: Card, face: QuestionVersion, study: Study, found: Queue) -> dict[str, Any]:
    """Return the prompt side; nothing in it holds the key."""
    kind = KINDS[face.kind]
    content = kind.load(face.content)
    promised = promises.promise(card=card, face=face.pk, study=study)
    return (
        frame(found)
        | card_data(card, study)
        | {"q": kind.show(content, order(card, face)), "token": promises.sign(promised)}
    )


def order(card: Card, face: QuestionVersion) -> dict[str, list[str]]:
    """Return the order of a face's options: the same on both sides, another one the next time."""
    kind = KINDS[face.kind]
    return kind.arrange(kind.load(face.content), random.Random(f"{card.pk} {card.reps}"))


@dataclass(frozen=True, slots=True)
class Shown:
    """A card as its token says that it was shown."""

    card: Card
    face: QuestionVersion
    promised: Promise
    token: str


def answer(shown: Shown, study: Study, found: Queue, revealed: Revealed, *, whole: bool) -> dict[str, Any]:
    """Return the answer side: the key, what stands behind it, and the buttons. `whole`: with the whole paragraphs."""
    face, kind = shown.face, KINDS[shown.face.kind]
    behind = revealed_data(revealed)
    if not whole:
        behind = behind | {name: [_sentence(proof) for proof in behind[name]] for name in ("proofs", "others")}
    return (
        frame(found)
        | card_data(shown.card, study)
        | behind
        | {
            "r": kind.reveal(kind.load(face.content), order(shown.card, face), None),
            "explanation": face.explanation,
            "whole": whole,
            "token": shown.token,
            "identity": uuid.uuid5(uuid.NAMESPACE_OID, shown.token),  # the same card shown once is graded once
            "buttons": buttons(shown.promised, two=study.row.two_buttons),
            "asides": [
                {"value": kind.value, "name": messages.aside_name(kind), "key": key} for kind, key in ASIDE_KEYS.items()
            ],
        }
    )


def _sentence(proof: dict[str, Any]) -> dict[str, Any]:
    """A proof without the rest of its paragraph."""
    return proof | {"segments": proof["sentence"] or proof["segments"], "sentence": []}


def buttons(promised: Promise, *, two: bool) -> list[dict[str, Any]]:
    """Return the grade buttons with what each promises."""
    grades: Sequence[Grade] = TWO_BUTTONS if two else tuple(Grade)
    return [
        {
            "value": grade.value,
            "name": messages.grade_name(grade),
            "interval": messages.interval(promised.wait(grade)),
            "label": messages.button(grade, promised.wait(grade)),
            "is_good": grade == Grade.GOOD,
        }
        for grade in grades
    ]
