"""Finds what is not the author's prose: page heads, addresses, navigation, doubles, captions, what follows the end."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from crlearn.sources.reading import patterns
from crlearn.sources.reading.entry import DocumentEntry
from crlearn.sources.reading.joints import is_address
from crlearn.sources.reading.lines import Shape
from crlearn.sources.reading.model import Kind
from crlearn.sources.reading.pieces import Piece, fold, is_finished, split_piece

FURNITURE = Kind.FURNITURE
_DIGITS = re.compile(r"\d+")


def undecided(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of which nothing is known yet."""
    return [piece for piece in pieces if piece.kind is None]


def mark_page_marks(raw: str, pieces: list[Piece], shape: Shape) -> list[Piece]:
    """Mark lists of addresses, page numbers and running heads; addresses behind a note become pieces of their own."""
    found: list[Piece] = []
    for piece in pieces:
        for part in _dates_apart(piece) if shape.wrapped else [piece]:
            found.extend(_addresses_apart(part) if shape.wrapped and part.kind is None else [part])
    for piece in undecided(found):
        line = piece.lines[0]
        whole = raw[line.start : line.end].replace("\xa0", " ")
        alone = len(piece.lines) == 1 and piece.bullet is None
        if (
            all(is_address(ln.text) for ln in piece.lines)
            or (alone and _is_page_mark(whole, line.text))
            or (piece.is_bare(20) and _is_metadata(piece.text))
        ):
            piece.kind = FURNITURE
    return found


def _is_page_mark(whole: str, text: str) -> bool:
    return any(
        pattern.fullmatch(form)
        for pattern, form in (
            (patterns.PAGE_NUMBER, text),
            (patterns.RUNNING_HEAD, text),
            (patterns.SPREAD_HEAD, whole),
            (patterns.SITE_LINE, text),
        )
    )


def _is_metadata(text: str) -> bool:
    return any(p.fullmatch(text) for p in (patterns.DATE_LINE, patterns.METADATA, patterns.BYLINE, patterns.TRAIL))


def _addresses_apart(piece: Piece) -> list[Piece]:
    """Return the piece without the addresses at its end, where they are a list and not the end of a note."""
    keep = len(piece.lines)
    while keep and patterns.SITE_LINE.fullmatch(piece.lines[keep - 1].text):
        keep -= 1
    listed = len(piece.lines) - keep
    head = keep <= 2 and Piece(piece.lines[:keep]).is_bare(20) if keep else False
    if not keep or not (listed > 1 or (listed and (head or is_finished(piece.lines[keep - 1].text)))):
        return [piece]
    return [Piece(piece.lines[:keep], bullet=piece.bullet), Piece(piece.lines[keep:], kind=FURNITURE)]


def _dates_apart(piece: Piece) -> list[Piece]:
    """Return the piece without a first line that is only a date: the head of a page, over the title."""
    if len(piece.lines) > 1 and piece.bullet is None and patterns.DATE_LINE.fullmatch(piece.lines[0].text):
        return split_piece(piece, [1])
    return [piece]


def split_title(pieces: Sequence[Piece], entry: DocumentEntry) -> list[Piece]:
    """Return the pieces with a title cut off that stands on the text without a blank line."""
    wanted = _squeeze(entry.title)
    found: list[Piece] = []
    for piece in pieces:
        cuts = range(1, min(5, len(piece.lines))) if piece.kind is None else range(0)
        at = next((at for at in cuts if _squeeze("".join(line.text for line in piece.lines[:at])) == wanted), 0)
        found.extend(split_piece(piece, [at] if at else []))
    return found


def mark_title(pieces: Sequence[Piece], entry: DocumentEntry) -> None:
    """Mark the title (it may stand on two lines, or further down) and its doubles, and what stands between these."""
    wanted = _squeeze(entry.title)
    rest = undecided(pieces)
    title = -1
    for place, piece in enumerate(rest):
        following = rest[place + 1] if place + 1 < len(rest) else None
        if _squeeze(piece.text) == wanted:
            parts = [piece]
        elif following and _squeeze(piece.text + following.text) == wanted:
            parts = [piece, following]
        else:
            continue
        for part in parts:
            part.kind, part.level = (Kind.HEADING, 1) if title < 0 else (FURNITURE, 0)
        if title >= 0:
            _mark_masthead(rest, title, place)
        else:
            title = place
    if title < 0:
        _mark_doubled_title(rest)
    names = {fold(name) for name in (entry.kind, entry.publisher, entry.author) if name}
    for piece in rest:
        if piece.kind is None and piece.folded in names:
            piece.kind = FURNITURE


def _mark_doubled_title(pieces: Sequence[Piece]) -> None:
    """Mark as title a bare line at the top that stands again before the text begins."""
    top = next((place for place, piece in enumerate(pieces) if is_finished(piece.text) and piece.words > 12), 0)
    for place, piece in enumerate(pieces[:top]):
        double = next((at for at in range(place + 1, top) if pieces[at].folded == piece.folded), 0)
        if double and piece.is_bare(20) and piece.words > 2:
            piece.kind, piece.level = Kind.HEADING, 1
            pieces[double].kind = FURNITURE
            _mark_masthead(pieces, place, double)
            return


def _squeeze(text: str) -> str:
    """Return the letters and digits of text, by which a title is known however its lines are broken."""
    return fold(text).replace(" ", "")


def _mark_masthead(pieces: Sequence[Piece], title: int, double: int) -> None:
    """Between a title and its double near by there is only what names the series, the author or the date."""
    between = pieces[title + 1 : double]
    if len(between) <= 4:
        for piece in between:
            if piece.kind is None and piece.is_bare(20):
                piece.kind = FURNITURE


def split_doubles(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with those cut in two whose second half says the first again."""
    found: list[Piece] = []
    for piece in pieces:
        half = len(piece.lines) // 2
        first, second = (
            fold(" ".join(line.text for line in part)) for part in (piece.lines[:half], piece.lines[half:])
        )
        double = piece.kind is None and half and first == second and len(first.split()) > 2
        found.extend(split_piece(piece, [half] if double else []))
    return found


def mark_captions(pieces: Sequence[Piece]) -> None:
    """Mark captions: numbered, credited, or standing twice in a row; the double is furniture."""
    for piece in undecided(pieces):
        text = piece.text
        if patterns.CAPTION.match(text) or (
            piece.words <= 60 and (patterns.CREDITED.search(text) or patterns.CREDIT_LINE.match(text))
        ):
            piece.kind = Kind.CAPTION
    rest = [piece for piece in pieces if piece.kind in (None, Kind.CAPTION)]
    for piece, following in pairwise(rest):
        if FURNITURE in (piece.kind, following.kind) or not _is_double(piece, following):
            continue
        shorter = min(piece, following, key=lambda p: len(p.folded))
        double = following if piece.folded == following.folded else shorter
        double.kind = FURNITURE
        kept = piece if double is following else following
        if kept.kind is None and is_finished(kept.text) and kept.words <= 60:
            kept.kind = Kind.CAPTION


def _is_double(piece: Piece, other: Piece) -> bool:
    """Say whether two neighbours are one caption or title twice, the one perhaps with a credit added."""
    shorter, longer = sorted((piece, other), key=lambda p: len(p.folded))
    if shorter.folded == longer.folded:
        return shorter.words > 2
    credited = is_finished(shorter.text) and 5 < shorter.words < longer.words < shorter.words + 15
    return credited and longer.folded.startswith(shorter.folded + " ")


def mark_navigation(pieces: Sequence[Piece]) -> None:
    """Mark the links in the middle of a text: by their wording, by standing in lists, by coming again."""
    rest = undecided(pieces)
    runs: list[list[Piece]] = []
    for place, piece in enumerate(rest):
        if piece.kind is not None or piece.bullet or piece.words > 10:
            continue
        links = _links_after(rest, place)
        named = patterns.NAVIGATION.fullmatch(piece.text)
        if named or (piece.text.endswith(":") and piece.words <= 4 and len(links) > 1):
            piece.kind = FURNITURE
            if piece.text.endswith(":"):
                runs.append(links)
    _mark_runs(runs)
    again: dict[str, list[Piece]] = defaultdict(list)
    for piece in undecided(pieces):
        if piece.is_bare(12):
            again[_DIGITS.sub("0", piece.folded)].append(piece)
    for same in again.values():
        if len(same) > 1 and same[0].words > 2:
            for piece in same:
                piece.kind = FURNITURE


def _links_after(pieces: Sequence[Piece], place: int) -> list[Piece]:
    """Return the short bare pieces that follow, which are the links of a list that `place` opens."""
    links: list[Piece] = []
    for piece in pieces[place + 1 :]:
        if piece.kind is not None or not piece.is_bare(6) or piece.text.endswith("?"):
            break
        links.append(piece)
    return links


def _mark_runs(runs: Sequence[Sequence[Piece]]) -> None:
    """Mark links. The last of a list may be the next heading instead: it is, where other lists of links lack it."""
    seen = Counter(piece.folded for run in runs for piece in run)
    for run in runs:
        known = any(seen[piece.folded] > 1 for piece in run)
        for place, piece in enumerate(run):
            if place < len(run) - 1 or not known or seen[piece.folded] > 1:
                piece.kind = FURNITURE


def mark_end_matter(pieces: Sequence[Piece]) -> None:
    """Mark everything after the text has ended: teasers, licences, related things."""
    start = _end_of_text(pieces)
    for piece in pieces[start:]:
        if piece.kind is not Kind.FOOTNOTE:
            piece.kind = FURNITURE
    for piece in undecided(pieces[-3:]):
        if patterns.NOTICE.search(piece.text) or patterns.GOODBYE.fullmatch(piece.text):
            piece.kind = FURNITURE


def _end_of_text(pieces: Sequence[Piece]) -> int:
    """Return the index of the first piece after the text; len(pieces) where nothing follows it."""
    total = sum(len(piece.text) for piece in pieces)
    before = prose = 0
    for place, piece in enumerate(pieces):
        worded = piece.is_bare(8) and patterns.END_MATTER.fullmatch(piece.text)
        if prose > 2 and piece.kind in (None, FURNITURE) and before * 5 > total * 2:
            if worded or (patterns.NOTICE.search(piece.text) and piece.words < 60):
                return place
            if piece.kind is FURNITURE and _is_metadata(piece.text):
                return _first_bare(pieces, place)
        before += len(piece.text)
        prose += piece.kind is None and is_finished(piece.text) and piece.words > 12
    return len(pieces)


def _first_bare(pieces: Sequence[Piece], place: int) -> int:
    """Return where the bare lines begin that lead to the teaser with a date or an author at `place`."""
    while place and (pieces[place - 1].kind is FURNITURE or pieces[place - 1].is_bare(20)):
        place -= 1
    return place


def mark_pull_quotes(pieces: Sequence[Piece]) -> None:
    """Mark sentences set a second time to catch the eye: they stand word for word in a longer paragraph."""
    rest = undecided(pieces)
    longer = [piece.folded for piece in rest if piece.words > 30]
    for piece in rest:
        sentence = 6 <= piece.words <= 40 and piece.bullet is None and is_finished(piece.text)
        sentence = sentence and not piece.text[0].islower()
        if sentence and any(f" {piece.folded} " in f" {other} " for other in longer if other != piece.folded):
            piece.kind = FURNITURE
