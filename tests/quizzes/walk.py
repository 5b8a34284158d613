"""Walking through a quiz as a browser without scripts does, with answers that are known to be right or wrong."""

import re
import uuid

from django.urls import reverse

from crlearn.bank.kinds import KINDS
from crlearn.quizzes import services
from crlearn.quizzes.models import Attempt, Item
from tests import make
from tests.cards.walk import HTMX, forms, text

__all__ = ["HTMX", "forms", "text"]

RANDOM = re.compile(
    r'name="csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": "\w+"|name="client_uuid" value="[-0-9a-f]+"|(?<=/quizzes/)[-0-9a-f]{36}'
)

# What make.CONTENTS does not have; ids, whys and explanations are words that stand nowhere else.
CONTENTS = {
    "multiple_choice": {
        "prompt": "What did they sign?",
        "options": [
            {"id": "zid-a", "text": "a treaty", "correct": True},
            {"id": "zid-b", "text": "a map", "why": "zwhy"},
            {"id": "zid-c", "text": "a bill", "correct": True},
            {"id": "zid-d", "text": "a plan"},
        ],
    },
    "matching": {
        "prompt": "When was what?",
        "pairs": [
            {"id": "zid-a", "left": "The treaty", "right": "2001"},
            {"id": "zid-b", "left": "Its renewal", "right": "2021"},
            {"id": "zid-c", "left": "The missiles", "right": "2018"},
        ],
    },
    "ordering": {
        "prompt": "What came first?",
        "steps": [
            {"id": "zid-a", "text": "The treaty"},
            {"id": "zid-b", "text": "The missiles"},
            {"id": "zid-c", "text": "The renewal"},
            {"id": "zid-d", "text": "The record"},
        ],
    },
}


def steady(response):
    """A page without what differs each time: two pages that say the same are equal."""
    return RANDOM.sub("", text(response))


def question(*facts, kind="short_answer", **content):
    """A question of any of the eight kinds."""
    return make.make_question(*facts, kind=kind, **{**CONTENTS.get(kind, {}), **content})


def start(user, *questions, purpose=Attempt.Purpose.QUIZ, **rules):
    """An attempt at these questions, in this order."""
    return services.attempt_start(
        user=user,
        purpose=purpose,
        versions=[question.current_id for question in questions],
        client_uuid=uuid.uuid4(),
        now=make.NOW,
        rules=rules,
    )


def url(attempt, position=1, name="item"):
    return reverse(f"quizzes:{name}", args=[attempt.public_id, position])


def whole(attempt, name):
    """The address of something that concerns the whole attempt."""
    return reverse(f"quizzes:{name}", args=[attempt.public_id])


def item(attempt, position=1):
    """An item as it is in the database now."""
    return Item.objects.select_related("question_version", "attempt").get(attempt=attempt, position=position)


def page(client, attempt, position=1, **headers):
    return client.get(url(attempt, position), **headers)


def hidden(response, address):
    """The hidden fields of the form that posts to an address."""
    fields = forms(response)[address]
    return {name: fields[name] for name in ("client_uuid", "token") if name in fields}


def send(client, attempt, position, form, *, shown=None, **headers):
    """Send an answer in the form of a page: of the item's own as it is now, unless another is given."""
    address = url(attempt, position)
    return client.post(address, hidden(shown or page(client, attempt, position), address) | form, **headers)


def answer(client, attempt, position=1, *, right=True, **headers):
    """Answer an item rightly or wrongly."""
    return send(
        client,
        attempt,
        position,
        right_form(item(attempt, position)) if right else wrong_form(item(attempt, position)),
        **headers,
    )


def answer_all(client, attempt, *, wrong=()):
    """Answer every item, those at the positions `wrong` wrongly."""
    for position in range(1, attempt.items.count() + 1):
        answer(client, attempt, position, right=position not in wrong)


def right_form(item):
    """What a browser sends for the right answer."""
    version, order = item.question_version, item.order
    content = KINDS[version.kind].load(version.content)
    match version.kind:
        case "single_choice" | "multiple_choice":
            return {"answer": [str(order["options"].index(option.id) + 1) for option in content.keys]}
        case "true_false":
            return {"answer": "true" if content.answer else "false"}
        case "cloze" | "short_answer":
            return {"answer": content.key}
        case "numeric":
            return {"answer": content.answer}
        case "matching":
            chosen = [str(order["right"].index(content.key[left]) + 1) for left in order["left"]]
        case "ordering":
            chosen = [str(order["steps"].index(step) + 1) for step in content.key]
    return {f"answer-{number}": value for number, value in enumerate(chosen, 1)}


def wrong_form(item):
    """What a browser sends for an answer that is worth nothing."""
    version, order, right = item.question_version, item.order, right_form(item)
    content = KINDS[version.kind].load(version.content)
    match version.kind:
        case "single_choice" | "multiple_choice":
            wrong = next(option.id for option in content.options if not option.correct)
            return {"answer": str(order["options"].index(wrong) + 1)}
        case "true_false":
            return {"answer": "false" if content.answer else "true"}
        case "cloze" | "short_answer":
            return {"answer": "zebra crossing"}
        case "numeric":
            return {"answer": "987654"}
        case "matching":
            others = [str(number) for number in range(1, len(order["right"]) + 1)]
            return {field: next(one for one in others if one != value) for field, value in right.items()}
    return dict(zip(right, reversed(right.values()), strict=True))
