"""Addresses of the pages that are put together from several parts."""

from django.urls import path

from crlearn.pages import views, views_account, views_documents, views_facts, views_site
from crlearn.pages.facts import LISTS

urlpatterns = [
    path("", views.home, name="home"),
    path("documents/", views_documents.listed, name="documents"),
    path("documents/<slug:slug>/", views_documents.document, name="document"),
    path("documents/<slug:slug>/raw/<int:number>/", views_documents.raw_passage, name="raw_passage"),
    path("documents/<slug:slug>/cite/<int:number>/", views_documents.cite, name="cite"),
    path("documents/<slug:slug>/original/", views_documents.original, name="original"),
    path("documents/<slug:slug>/annotations.json", views_documents.annotations, name="annotations"),
    path("facts/<slug:document>/<slug:name>/", views_facts.fact, name="fact"),
    path("disagreements/", views_facts.disagreements, name="disagreements"),
    path("disagreements/<slug:name>/", views_facts.disagreement, name="disagreement"),
    path("timeline/", views_facts.timeline, name="timeline"),
    *(path(f"{kind}/", views_facts.entities, {"kind": kind}, name=kind) for kind in LISTS),
    path("entities/<slug:slug>/", views_facts.entity, name="entity"),
    path("bank/", views_facts.bank, name="bank"),
    path("search/", views_facts.search, name="search"),
    path("glossary/", views_facts.glossary, name="glossary"),
    path("account/", views_account.account, name="account"),
    path("account/data/", views_account.data, name="account_data"),
    path("account/erase/", views_account.erase, name="account_erase"),
    path("account/leave/", views_account.leave, name="account_leave"),
    path("theme/", views_site.theme, name="theme"),
    path("keys/", views_site.keys, name="keys"),
    path("about/", views_site.about, name="about"),
    path("privacy/", views_site.privacy, name="privacy"),
    path("favicon.ico", views_site.favicon, name="favicon"),
    path("healthz", views_site.healthz, name="healthz"),
]
