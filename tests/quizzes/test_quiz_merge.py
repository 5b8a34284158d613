"""An answer that is under way while its guest signs in to an account is kept, for the account."""

import uuid

import pytest

from crlearn.accounts import services as accounts
from crlearn.cards.models import Card
from crlearn.quizzes import services
from crlearn.quizzes.models import Attempt, Item, Response
from tests import make

pytestmark = pytest.mark.django_db


def test_an_answer_whose_guest_was_merged_meanwhile_goes_to_the_account():
    fact = make.make_bank(1)[0]
    guest, account = make.make_user(is_guest=True), make.make_user()
    attempt = services.attempt_start(
        user=guest,
        purpose=Attempt.Purpose.QUIZ,
        versions=[fact.questions.get().current_id],
        client_uuid=uuid.uuid4(),
        now=make.NOW,
    )
    item = Item.objects.select_related("attempt__user", "question_version__question").get(attempt=attempt)
    accounts.people_merge(source=guest, target=account)
    services.response_submit(item=item, form={}, gave_up=True, client_uuid=uuid.uuid4(), now=make.NOW)
    assert Response.objects.get().item.attempt.user == account
    assert Card.objects.get(fact=fact).user == account
