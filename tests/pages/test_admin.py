"""The administration: documents and bank to be looked at, people to be found and erased."""

import pytest
from django.contrib import admin
from django.urls import reverse

from crlearn.accounts.models import User
from crlearn.lib.admin import ReadOnlyAdmin
from crlearn.quizzes.models import Attempt
from tests import make
from tests.pages.test_account import study

pytestmark = pytest.mark.django_db
READ_ONLY = [model for model, page in admin.site._registry.items() if isinstance(page, ReadOnlyAdmin)]


@pytest.fixture
def administrator(facts, client):
    study(make.make_user("alice"), facts, 1)
    user = make.make_user("root", is_staff=True, is_superuser=True)
    client.force_login(user)
    return user


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("model", READ_ONLY, ids=lambda model: model.__name__)
def test_documents_and_bank_are_listed_searched_and_shown_but_not_changed(administrator, client, model):
    assert client.get(address(model, "changelist")).status_code == 200
    if admin.site._registry[model].search_fields:
        assert client.get(address(model, "changelist"), {"q": "treaty"}).status_code == 200
    assert client.get(address(model, "add")).status_code == 403
    if row := model.objects.first():
        assert client.get(address(model, "change", row.pk)).status_code == 200
        assert client.post(address(model, "change", row.pk), {}).status_code == 403
        assert client.post(address(model, "delete", row.pk), {"post": "yes"}).status_code == 403


def test_deleting_somebody_erases_all_that_is_theirs(administrator, client):
    alice = User.objects.get(username="alice")
    assert client.get(address(User, "change", alice.pk)).status_code == 200
    client.post(address(User, "delete", alice.pk), {"post": "yes"})
    assert not User.objects.filter(username="alice").exists()
    assert not Attempt.objects.exists()


def test_the_administration_is_entered_by_the_sites_own_sign_in(db, client):
    page = client.get("/admin/", follow=True)
    assert page.redirect_chain[-1][0] == f"{reverse('account_login')}?next=/admin/"


@pytest.mark.parametrize("is_guest", [True, False])
def test_somebody_without_the_right_does_not_get_in(db, client, is_guest):
    client.force_login(make.make_user(is_guest=is_guest))
    assert client.get("/admin/").status_code == 302
    assert client.get(address(User, "changelist")).status_code == 302
