"""How a quiz begins: chosen, from a document's section, or by the newcomer's question."""

import uuid

from django.contrib import messages as notices
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from crlearn.accounts.services import learner_ensure
from crlearn.bank.kinds import BadAnswer
from crlearn.lib import clock
from crlearn.lib.forms import client_uuid, posted
from crlearn.quizzes import first_question, messages, pool, selectors, services
from crlearn.quizzes.forms import ChoiceForm
from crlearn.quizzes.models import Attempt
from crlearn.sources import sections
from crlearn.sources.selectors import documents

RECALL_COUNT = 7


@never_cache  # Back brings a form with a token that is still good
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Choose what a quiz is of, and start it. Documents, topics, types and years in the address are filled in beforehand."""
    if request.method == "POST":
        form = ChoiceForm(request.POST, viewer=request.user)
        if form.is_valid() and (attempt := _started(request, form)):
            return redirect("quizzes:attempt", attempt.public_id)
    else:
        named = {name: request.GET.getlist(name) for name in ("documents", "topics", "kinds") if name in request.GET}
        years = {name: request.GET[name] for name in ("since", "until") if name in request.GET}
        form = ChoiceForm(viewer=request.user, initial=named | years)
    past = [(attempt, messages.attempt_name(attempt)) for attempt in selectors.past(request.user)]
    left = [(attempt, messages.attempt_name(attempt)) for attempt in selectors.left_open(request.user)]
    context = {"form": form, "identity": uuid.uuid4(), "section": "quizzes", "past": past, "left": left}
    return render(request, "quizzes/choose.html", context, status=422 if form.errors else 200)


def _started(request: HttpRequest, form: ChoiceForm) -> Attempt | None:
    """Start the quiz that was chosen; where no question fits, say so in the form."""
    choice, identity, now = form.choice(), client_uuid(request), clock.now()
    drawn = pool.drawn(request.user, choice, seed=identity)
    if not drawn:
        form.add_error(None, _("No question fits this choice. Untick something."))
        return None
    if len(drawn) < choice.count:
        notices.info(request, messages.fewer(len(drawn)))
    return services.attempt_start(
        user=learner_ensure(request, now=now),
        purpose=Attempt.Purpose.QUIZ,
        versions=[candidate.version for candidate in drawn],
        client_uuid=identity,
        now=now,
        rules=choice.as_rules() | {"names": form.chosen_names()},
    )


@require_POST
def recall(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Start the recall of a document's section, named by the number of its first paragraph."""
    document = get_object_or_404(documents(request.user), slug=slug)
    assert document.current is not None
    section = sections.section_at(document.current, number)
    identity, now = client_uuid(request), clock.now()
    drawn = pool.drawn_for_section(
        request.user,
        version=document.current.pk,
        start=section.start,
        end=section.end,
        count=RECALL_COUNT,
        seed=identity,
    )
    if not drawn:
        notices.info(request, _("There is no question on this section yet."))
        return redirect("document", slug)
    attempt = services.attempt_start(
        user=learner_ensure(request, now=now),
        purpose=Attempt.Purpose.RECALL,
        versions=[candidate.version for candidate in drawn],
        client_uuid=identity,
        now=now,
        rules={"document": slug, "passage": number, "section": section.title or document.title},
    )
    return redirect("quizzes:attempt", attempt.public_id)


@require_POST
def first(request: HttpRequest) -> HttpResponse:
    """Take the answer to the newcomer's question: the first thing that makes a guest of them."""
    try:
        version, order = first_question.opened(request.POST.get("token", ""))
    except signing.BadSignature:
        return redirect("home")
    form, now = posted(request), clock.now()
    gave_up = "gave_up" in form
    try:
        first_question.answerable(version, order, form, gave_up=gave_up)
    except BadAnswer as error:
        notices.error(request, messages.bad_answer(error))
        return redirect("home")
    identity = client_uuid(request)
    attempt = services.attempt_start(
        user=learner_ensure(request, now=now),
        purpose=Attempt.Purpose.FIRST,
        versions=[version.pk],
        client_uuid=identity,
        now=now,
        orders={version.pk: order},
    )
    item = selectors.items_of(attempt)[0]
    services.response_submit(item=item, form=form, gave_up=gave_up, client_uuid=identity, now=now)
    return redirect("quizzes:item", attempt.public_id, item.position)
