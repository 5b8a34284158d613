"""The bank that ships: it loads, every key is judged right, every section can be recalled, every fact can be a card."""

import random
from collections import Counter
from uuid import UUID

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.db import transaction

from crlearn.bank.kinds import KINDS
from crlearn.bank.models import Fact, Question, QuestionVersion
from crlearn.bank.selectors import entity_names
from crlearn.cards.selectors import RECALL_KINDS
from crlearn.quizzes.selectors import drawn_for_section
from crlearn.sources.models import Document, Evidence
from crlearn.sources.sections import split
from crlearn.sources.selectors import passages

DOCUMENTS = ("crs-2023", "cfr-2024", "crs-2022-repost", "usip-2019", "fiia-2018")


@pytest.fixture(scope="module")
def bank(django_db_setup, django_db_blocker):
    """The shipped documents and bank, loaded once for this file and taken out again."""
    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        call_command("load_sources", verbosity=0)
        call_command("load_bank", verbosity=0)
        yield
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)


pytestmark = pytest.mark.usefixtures("bank")


@pytest.fixture(autouse=True)
def _reading(django_db_blocker, bank):
    with django_db_blocker.unblock():
        yield


@pytest.mark.parametrize("slug", [slug for slug in DOCUMENTS if slug != "crs-2022-repost"])
def test_each_document_has_at_least_25_facts(slug):
    assert Fact.objects.filter(document__slug=slug, status="ready").count() >= 25


def test_the_repost_bears_at_least_25_quotations():
    assert Evidence.objects.filter(version__document__slug="crs-2022-repost", fact_versions__isnull=False).count() >= 25


def test_all_eight_types_are_asked_in_the_documents():
    kinds = Counter(Question.objects.filter(status="ready").values_list("kind", flat=True))
    assert set(kinds) == set(KINDS)


def test_every_asked_fact_has_a_recall_question_unless_the_source_slipped():
    lacking = [
        fact.ref
        for fact in Fact.objects.filter(status="ready", questions__status="ready").distinct()
        if not fact.questions.filter(kind__in=RECALL_KINDS, status="ready").exists() and not fact.current.slip
    ]
    assert lacking == []


@pytest.mark.parametrize("slug", DOCUMENTS)
def test_every_section_with_a_heading_has_three_to_seven_questions_to_recall_it_by(slug):
    document = Document.objects.get(slug=slug)
    counts = {
        section.title: len(
            drawn_for_section(
                AnonymousUser(),
                version=document.current_id,
                start=section.start,
                end=section.end,
                count=7,
                seed=UUID(int=7),
            )
        )
        for section in split(passages(document.current))
        if section.title
    }
    assert counts
    assert all(3 <= count <= 7 for count in counts.values()), counts


def test_the_key_of_every_question_is_judged_right_and_no_page_shows_it_before():
    names = entity_names()
    for version in QuestionVersion.objects.filter(question__status="ready"):
        kind = KINDS[version.kind]
        content = kind.load(version.content)
        order = kind.arrange(content, random.Random(version.pk))
        verdict = kind.check(content, right_answer(version), names)
        assert verdict.score == 1, (version.question.ref, verdict)
        shown = str(kind.show(content, order))
        assert "correct" not in shown
        assert not version.explanation or version.explanation not in shown


def right_answer(version):
    """The answer that a question's own content gives as right."""
    content = version.content
    match version.kind:
        case "single_choice":
            return {"option": next(option["id"] for option in content["options"] if option["correct"])}
        case "multiple_choice":
            return {"options": [option["id"] for option in content["options"] if option["correct"]]}
        case "true_false":
            return {"value": content["answer"]}
        case "cloze":
            return {"text": content["text"].split("[[")[1].split("]]")[0]}
        case "matching":
            kind = KINDS["matching"]
            return {"pairs": kind.load(content).key}
        case "ordering":
            return {"order": [step["id"] for step in content["steps"]]}
        case "numeric":
            return {"text": " ".join(filter(None, (content["answer"], content.get("unit"))))}
        case _:
            return {"text": content["answer"]}
