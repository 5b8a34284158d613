"""Everybody's attempts are theirs alone: for anybody else no address of them exists, to read or to write."""

import uuid

import pytest
from django.test import Client
from django.urls import get_resolver

from crlearn.bank.models import Report
from crlearn.cards.models import Card
from crlearn.quizzes.models import Attempt, Item, MarkChange, Response
from tests import make
from tests.quizzes.walk import HTMX, answer, answer_all, page, steady, url, whole

pytestmark = pytest.mark.django_db
ITEM = ("item", "count", "report")
WHOLE = ("attempt", "result", "again", "add_cards")
FORM = {"answer": "1901", "text": "Wrong.", "gave_up": "1", "client_uuid": str(uuid.UUID(int=3))}


def addresses(attempt):
    return [url(attempt, 1, name) for name in ITEM] + [whole(attempt, name) for name in WHOLE]


def state():
    """All that a stranger might change."""
    marks = list(Item.objects.order_by("pk").values_list("mark", "answered_at"))
    return marks, *[model.objects.count() for model in (Attempt, Response, MarkChange, Report, Card)]


def test_every_address_of_an_attempt_is_tried_here():
    patterns = get_resolver("crlearn.quizzes.urls").url_patterns
    of_an_attempt = {pattern.name for pattern in patterns if "attempt" in pattern.pattern.converters}
    assert of_an_attempt == set(ITEM) | set(WHOLE)


@pytest.mark.parametrize("who", ["outsider", "guest", "anonymous", "staff"])
@pytest.mark.parametrize("finished", [False, True])
def test_for_others_it_does_not_exist(client, attempt, outsider, who, finished):
    if finished:
        answer_all(client, attempt, wrong=[1])
    browser = {"outsider": outsider}.get(who, Client())
    if who == "guest":
        browser.force_login(make.make_guest())
    elif who == "staff":
        browser.force_login(make.make_user(is_staff=True, is_superuser=True))
    before = state()
    for address in addresses(attempt):
        gets = {404} if not address.endswith(("/count/", "/report/", "/again/", "/cards/")) else {405}
        posts = {404} if not address.endswith("/result/") and not address.endswith(f"{attempt.public_id}/") else {405}
        for headers in ({}, HTMX):
            assert {browser.get(address, **headers).status_code} == gets, address
            assert {browser.post(address, FORM, **headers).status_code} == posts, address
            assert browser.head(address, **headers).status_code in {404, 405}
    assert state() == before


def test_a_stranger_learns_no_more_than_of_what_is_not_there(attempt, outsider):
    theirs = outsider.get(url(attempt))
    nowhere = outsider.get(url(attempt).replace(str(attempt.public_id), str(uuid.uuid4())))
    assert steady(theirs) == steady(nowhere)


@pytest.mark.parametrize("position", [0, 4, 99999999999999999999])
def test_a_place_that_is_not_there_is_not_found(client, attempt, position):
    for name in ITEM:
        address = url(attempt, position, name)
        assert client.post(address, FORM).status_code == 404
    assert client.get(url(attempt, position)).status_code == 404


def test_without_its_token_no_form_is_taken(learner, attempt):
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(learner)
    for address in addresses(attempt):
        if not address.endswith(("/result/", f"{attempt.public_id}/")):
            assert careful.post(address, FORM).status_code == 403
    assert not Response.objects.exists()


def test_an_account_deleted_takes_its_attempts_and_leaves_the_others(client, attempt, outsider, learner):
    answer(client, attempt)
    learner.delete()
    assert not Attempt.objects.exists()
    assert page(client, attempt).status_code == 404
