"""Addresses of the pages that are put together from several parts."""

from django.urls import path

from crlearn.pages import views, views_account, views_documents, views_site

urlpatterns = [
    path("", views.home, name="home"),
    path("documents/", views_documents.listed, name="documents"),
    path("documents/<slug:slug>/", views_documents.document, name="document"),
    path("documents/<slug:slug>/raw/<int:number>/", views_documents.raw_passage, name="raw_passage"),
    path("documents/<slug:slug>/original/", views_documents.original, name="original"),
    path("documents/<slug:slug>/annotations.json", views_documents.annotations, name="annotations"),
    path("account/", views_account.account, name="account"),
    path("account/data/", views_account.data, name="account_data"),
    path("account/erase/", views_account.erase, name="account_erase"),
    path("account/leave/", views_account.leave, name="account_leave"),
    path("theme/", views_site.theme, name="theme"),
    path("about/", views_site.about, name="about"),
    path("privacy/", views_site.privacy, name="privacy"),
    path("favicon.ico", views_site.favicon, name="favicon"),
    path("healthz", views_site.healthz, name="healthz"),
]
