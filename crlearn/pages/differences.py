"""Beside a document's paragraphs: that another document, or this one elsewhere, puts a matter otherwise."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from crlearn.bank import browse
from crlearn.bank.models import Disagreement, DisagreementClaim
from crlearn.bank.present import other_label
from crlearn.pages.present_facts import disagreement_url
from crlearn.sources.models import Document
from crlearn.sources.selectors import Viewer


@dataclass(frozen=True, slots=True)
class Difference:
    """A disagreement as one of its facts sees it: what the other sides say, which documents they stand in, its address.

    sigla: of the other documents; none where the others all stand in the document that is shown.
    """

    kind: str
    says: tuple[str, ...]
    sigla: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What the margin of a paragraph says of its disagreements, in one line and each for itself."""

    rows: list[Difference]

    @property
    def label(self) -> str:
        """How they are announced: as the strongest of them is, another document before this one."""
        kind = Disagreement.Kind.CONTRADICTION
        apart = [row for row in self.rows if row.sigla] or self.rows
        strongest = next((row for row in apart if row.kind == kind), apart[0])
        if len(self.sigla) > 1:
            return (
                _("Other documents say otherwise")
                if strongest.kind == kind
                else _("Other documents put it differently")
            )
        return other_label(strongest.kind, here=not strongest.sigla)

    @property
    def sigla(self) -> list[str]:
        """The other documents, each once."""
        return list(dict.fromkeys(siglum for row in self.rows for siglum in row.sigla))


def otherwise(facts: Iterable[int], differences: Mapping[int, Sequence[Difference]]) -> Otherwise | None:
    """Return what is said of a paragraph with these facts (pks), each disagreement once; None where there is none."""
    rows = {one.url: one for pk in facts for one in differences.get(pk, ())}
    return Otherwise(list(rows.values())) if rows else None


def differences_of(
    viewer: Viewer, document: Document, facts: Collection[int], hidden: Collection[int]
) -> Mapping[int, Sequence[Difference]]:
    """Return fact pk → the disagreements that it is in, as seen from it in a document. One query.

    A disagreement with a side that is `hidden` (pks of facts) from the viewer is left out whole.
    """
    sides: dict[Disagreement, list[DisagreementClaim]] = defaultdict(list)
    for claim in _claims_beside(viewer, facts):
        sides[claim.disagreement].append(claim)
    found: dict[int, list[Difference]] = defaultdict(list)
    for row, claims in sides.items():
        if not any(claim.fact_id in hidden for claim in claims):
            for pk in {claim.fact_id for claim in claims}.intersection(facts):
                found[pk].append(_difference(row, document, [one for one in claims if one.fact_id != pk]))
    return found


def _claims_beside(viewer: Viewer, shown: Collection[int]) -> list[DisagreementClaim]:
    """Return every claim of the disagreements that these facts (pks) are in, with fact and document. One query."""
    touched = DisagreementClaim.objects.filter(fact__in=shown).values("disagreement")
    rows = DisagreementClaim.objects.filter(
        disagreement__in=browse.disagreements(viewer).filter(pk__in=touched).values("pk"),
        fact__in=browse.facts(viewer).values("pk"),
    ).select_related("disagreement", "fact__document")
    return list(rows.order_by("disagreement__topic__position", "disagreement__ref", "position"))


def _difference(row: Disagreement, document: Document, others: Sequence[DisagreementClaim]) -> Difference:
    elsewhere = [claim.fact.document or document for claim in others]
    return Difference(
        kind=row.kind,
        says=tuple(claim.says for claim in others),
        sigla=tuple(dict.fromkeys(one.siglum for one in elsewhere if one != document)),
        url=disagreement_url(row),
    )
