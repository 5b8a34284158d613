"""Addresses under /accounts/: those of allauth that this site uses, under the names by which allauth finds them."""

from allauth.account import views as allauth
from django.urls import path, re_path

from crlearn.accounts import views
from crlearn.accounts.access import accounts_only

urlpatterns = [
    path("login/", allauth.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("signup/", views.SignupView.as_view(), name="account_signup"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("reauthenticate/", accounts_only(allauth.reauthenticate), name="account_reauthenticate"),
    path("email/", accounts_only(allauth.email), name="account_email"),
    path("confirm-email/", allauth.email_verification_sent, name="account_email_verification_sent"),
    re_path(r"^confirm-email/(?P<key>[-:\w]+)/$", allauth.confirm_email, name="account_confirm_email"),
    path("password/change/", accounts_only(allauth.password_change), name="account_change_password"),
    path("password/set/", accounts_only(allauth.password_set), name="account_set_password"),
    path("password/reset/", allauth.password_reset, name="account_reset_password"),
    path("password/reset/done/", allauth.password_reset_done, name="account_reset_password_done"),
    path("password/reset/key/done/", allauth.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]
