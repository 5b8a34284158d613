"""What a learner would have to know: right and wrong answers, worked out from the database, and given on the page."""

import json
import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from playwright.sync_api import expect

KIND_NAMES = {
    "single_choice": "One right answer",
    "multiple_choice": "Several right answers",
    "true_false": "True or false",
    "cloze": "Fill the gap",
    "short_answer": "Short answer",
    "numeric": "A figure",
    "matching": "Matching",
    "ordering": "Put in order",
}
FORM = "form:has(.ask)"
WRONG_TEXT = "something that nobody has ever said"
WRONG_FIGURE = "987654321"


@dataclass(frozen=True)
class Asked:
    """The question that a page asks: its stored content and the order in which its parts were drawn."""

    item: int
    kind: str
    content: dict[str, Any]
    order: dict[str, list[str]]
    explanation: str
    quotes: list[str]

    @property
    def key(self):
        """The answer as text, where it is typed."""
        if self.kind == "cloze":
            return re.search(r"\[\[(.+)\]\]", self.content["text"])[1]
        return self.content["answer"]

    def places(self, *, right):
        """The places, from 0, of the options to choose."""
        if self.kind == "true_false":
            return [0 if self.content["answer"] is right else 1]
        correct = {option["id"] for option in self.content["options"] if option["correct"]}
        fitting = [place for place, one in enumerate(self.order["options"]) if (one in correct) is right]
        return fitting if self.kind == "multiple_choice" else fitting[:1]

    def pairs(self, *, right):
        """What to choose for each thing on the left, in the order of the page."""
        pairs = {pair["id"]: pair for pair in self.content["pairs"]}
        texts = sorted({pair["right"] for pair in pairs.values()} | {one["right"] for one in self.content["extra"]})
        fitting = [pairs[one]["right"] for one in self.order["left"]]
        return fitting if right else [texts[(texts.index(text) + 1) % len(texts)] for text in fitting]

    def steps(self, *, right):
        """The texts of the steps, first to last."""
        texts = [step["text"] for step in self.content["steps"]]
        return texts if right else texts[::-1]

    def text(self, *, right):
        """What to write."""
        if right:
            return self.key
        return WRONG_FIGURE if self.kind == "numeric" else WRONG_TEXT


def loads(value):
    """A JSON column as Python: SQLite gives its text, PostgreSQL the thing itself."""
    return json.loads(value) if isinstance(value, str) else value


def asked(rows, visit):
    """The question of the page that somebody is at."""
    attempt, position = re.search(r"/quizzes/([0-9a-f-]{36})/(\d+)/", visit.page.url).groups()
    [(item, version, kind, content, order, explanation)] = rows(
        'SELECT i.id, v.id, v.kind, v.content, i."order", v.explanation FROM quizzes_item i'
        " JOIN quizzes_attempt a ON a.id = i.attempt_id JOIN bank_questionversion v ON v.id = i.question_version_id"
        " WHERE a.public_id = %s AND i.position = %s",
        UUID(attempt).hex,
        int(position),
    )
    quotes = rows(
        "SELECT e.exact FROM bank_questionversionfact f"
        " JOIN bank_factevidence x ON x.fact_version_id = f.fact_version_id"
        " JOIN sources_evidence e ON e.id = x.evidence_id WHERE f.question_version_id = %s",
        version,
    )
    return Asked(item, kind, loads(content), loads(order), explanation, [quote for (quote,) in quotes])


def fill(visit, question, *, right, keyboard=False, script=True):
    """Put an answer into the page, by mouse or by keyboard, and leave the focus where a person's would be."""
    fields = visit.page.locator(FORM)
    if question.kind in {"single_choice", "multiple_choice", "true_false"}:
        _choose(visit, fields.locator("input[name=answer]"), question.places(right=right), keyboard)
    elif question.kind == "matching":
        _match(visit, fields.locator("select"), question.pairs(right=right), keyboard)
    elif question.kind == "ordering" and script:
        _move(visit, fields.locator("li"), question.steps(right=right), keyboard)
    elif question.kind == "ordering":
        _match(visit, fields.locator("select"), question.steps(right=right), keyboard)
    else:
        _write(visit, fields.get_by_label("Your answer"), question.text(right=right), keyboard)


def check(visit, *, keyboard=False):
    """Send the answer: Enter, or a click on the button."""
    if keyboard:
        visit.press("Enter")
    else:
        visit.button("Check my answer").click()


def give(visit, rows, *, right, keyboard=False, script=True):
    """Answer the question of the page, rightly or wrongly; return it. The verdict is on its way then."""
    question = asked(rows, visit)
    fill(visit, question, right=right, keyboard=keyboard, script=script)
    if keyboard and question.kind in {"matching", "ordering"}:
        visit.tab_to(visit.button("Check my answer"))
    check(visit, keyboard=keyboard)
    return question


def _choose(visit, options, places, keyboard):
    for place in places:
        if keyboard:
            visit.press(str(place + 1))
        else:
            options.nth(place).check()


def _match(visit, selects, texts, keyboard):
    for number, text in enumerate(texts):
        select = selects.nth(number)
        if keyboard:
            names = [name.strip() for name in select.locator("option").all_text_contents()]
            visit.tab_to(select)
            visit.press(*["ArrowDown"] * names.index(text))
        else:
            select.select_option(label=text)


def _move(visit, steps, texts, keyboard):
    expect(visit.page.locator(".places[data-ready]")).to_be_visible()
    for place, text in enumerate(texts):
        now = steps.locator(".step").all_text_contents().index(text)
        up = steps.filter(has_text=text).get_by_role("button", name=re.compile("^Move up"))
        for step in range(now - place):
            if keyboard and not step:
                visit.tab_to(up)
            if keyboard:
                visit.press("Enter")
            else:
                up.click()


def _write(visit, field, text, keyboard):
    if keyboard:
        visit.tab_to(field)
        visit.page.keyboard.type(text)
    else:
        field.fill(text)
