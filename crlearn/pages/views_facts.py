"""A fact, what disagrees with it, whom it names, and when it happened."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from crlearn.bank import browse
from crlearn.bank.present import fact_url
from crlearn.bank.scorecard import scorecard
from crlearn.bank.selectors import topics
from crlearn.lib import clock
from crlearn.lib.search import terms
from crlearn.pages import facts, present_facts
from crlearn.pages.bank import bank_page
from crlearn.pages.found import found
from crlearn.pages.selectors import study_of, withheld_from
from crlearn.sources.selectors import documents


@never_cache
@require_safe
def fact(request: HttpRequest, document: str, name: str) -> HttpResponse:
    """Show a fact with its evidence in each document. A ref that it once had leads to it."""
    ref = f"{document}/{name}"
    shown = browse.facts(request.user).filter(ref=ref).first()
    if shown is None:
        return _once_called(request, ref)
    if shown.pk in withheld_from(request.user):
        return render(request, "facts/withheld.html", {"section": "documents"}, status=403)
    study = study_of(request.user, clock.now())
    page = facts.fact_page(request.user, shown, study)
    return render(request, "facts/fact.html", {"section": "documents", **present_facts.fact_data(page)})


def _once_called(request: HttpRequest, ref: str) -> HttpResponse:
    """Lead from a former ref to the fact, or offer the facts that it was split into. Raises Http404."""
    now = browse.facts_once_called(request.user, ref)
    if not now:
        raise Http404
    if len(now) == 1:
        return redirect(fact_url(now[0]), permanent=True)
    listed = facts.states_of(request.user, now, study_of(request.user, clock.now()))
    return render(request, "facts/split.html", {"section": "documents", "facts": present_facts.rows(listed)})


@never_cache
@require_safe
def disagreements(request: HttpRequest) -> HttpResponse:
    """List where the documents put a matter differently, by topic."""
    context = {"section": "documents", "topics": present_facts.by_topic(facts.differences(request.user))}
    return render(request, "facts/disagreements.html", context)


@never_cache
@require_safe
def disagreement(request: HttpRequest, name: str) -> HttpResponse:
    """Show the claims of a disagreement beside each other, each in its passage."""
    rows = browse.disagreements(request.user).select_related("topic")
    row = get_object_or_404(rows, ref=f"across/disagreements/{name}")
    sides = facts.sides(request.user, row)
    if not sides:
        return render(request, "facts/withheld.html", {"section": "documents"}, status=403)
    context = {"section": "documents", **present_facts.disagreement_data(row, sides)}
    return render(request, "facts/disagreement.html", context)


@require_safe
def entities(request: HttpRequest, kind: str) -> HttpResponse:
    """List people, organisations, treaties, places or things, with how many facts are about each."""
    rows = browse.counted(browse.vocabulary(request.user, browse.ENTITIES), request.user)
    listed = [row for row in rows if row.entry.get("kind") in facts.LISTS[kind]]
    context = {"section": "documents", "kind": kind, "lists": present_facts.lists(), "entities": listed}
    return render(request, "facts/entities.html", context)


@never_cache
@require_safe
def entity(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what is said of a person, an organisation or a thing, document by document."""
    named = get_object_or_404(browse.vocabulary(request.user, browse.ENTITIES), slug=slug)
    study = study_of(request.user, clock.now())
    about = facts.states_of(request.user, list(browse.facts(request.user).filter(entities=named)), study)
    context = {
        "section": "documents",
        "entity": named,
        "line": named.entry.get("line", ""),
        "aliases": named.entry.get("aliases", []),
        "up": reverse(present_facts.list_of(named)),
        "documents": [(document, present_facts.rows(one)) for document, one in facts.by_document(about).items()],
        "study": study,
    }
    return render(request, "facts/entity.html", context)


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """List the terms and abbreviations, each explained."""
    terms = browse.vocabulary(request.user, browse.TERMS)
    return render(request, "facts/glossary.html", {"section": "documents", "terms": terms})


@never_cache
@require_safe
def bank(request: HttpRequest) -> HttpResponse:
    """Show everybody the score card of the bank, so that it can be judged."""
    kept = scorecard()
    context = {"section": "documents"}
    if kept:
        context |= bank_page(kept, list(documents(request.user)), list(topics(request.user)))
    return render(request, "facts/bank.html", context)


@never_cache
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Find passages, facts and names that hold every word of ?q=."""
    query = " ".join(request.GET.get("q", "").split())
    words = terms(query)
    context = {"section": "search", "query": query, "found": found(request.user, words) if words else None}
    return render(request, "facts/search.html", context)


@never_cache
@require_safe
def timeline(request: HttpRequest) -> HttpResponse:
    """Show what happened, year by year, and how well each event is known."""
    study = study_of(request.user, clock.now())
    years = [present_facts.year_data(one) for one in facts.timeline(request.user, study)]
    return render(request, "facts/timeline.html", {"section": "documents", "years": years, "study": study})
