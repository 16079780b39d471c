"""The front sheet: what the board's secretary needs to put the paper in the pack."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.domain.board_paper import FrontSheetField
from appraiser.paper.annexes import ANNEXES_IN_SHORT
from appraiser.paper.ask import resolutions
from appraiser.paper.blocks import Field, FrontSheet, letter
from appraiser.paper.implications import HEADING
from appraiser.paper.material import Material, on
from appraiser.paper.notices import notices
from appraiser.paper.plain_text import one_line
from appraiser.paper.recommendation_words import recommendation
from appraiser.paper.support_words import support_words
from appraiser.paper.wording import NOT_GIVEN, given, none_identified

_MOST = 260
"""Characters of a field: the front sheet is one page, and the paper has the rest."""

_MOST_ASKED = 480
"""Characters of all the resolutions together, beyond which the first stands for them."""

_IN_FULL = "In full in section 1."


def front_sheet(matter: Material) -> FrontSheet:
    """Give the front sheet, no field of it blank."""
    return FrontSheet(trust(matter), title(matter), notices(matter), tuple(_fields(matter)))


def trust(matter: Material) -> str:
    """Give the trust's name, or say that it is not there."""
    return one_line(matter.appraisal.trust.name) or "A trust not yet named"


def title(matter: Material) -> str:
    """Give the title of the paper."""
    appraisal = matter.appraisal
    return (
        one_line(appraisal.paper.title)
        or one_line(appraisal.question.title)
        or "Options for a mutual"
    )


def _fields(matter: Material) -> Iterator[Field]:
    paper = matter.appraisal.paper
    own = {each.label.strip().casefold(): each for each in matter.appraisal.front_sheet_fields}
    yield Field("Meeting", given(paper.meeting), short=True)
    yield Field("Date", on(paper.meeting_on), short=True)
    yield Field("Agenda item", given(paper.agenda_item), short=True)
    yield Field("Paper is for", paper.purpose.label, short=True)
    yield Field("Executive sponsor", given(paper.sponsor), short=True)
    yield Field("Presenter", given(paper.presenter), short=True)
    yield Field("Author", given(paper.author), short=True)
    yield Field("Contact", given(paper.contact), short=True)
    yield Field("Recommendation", _shortened(recommendation(matter, in_full=True)))
    yield Field("The board is asked to", _asked(matter))
    for label, text in (
        ("Financial implications", paper.financial or support_words(matter)),
        ("Legal implications", paper.legal),
        ("Patients and quality", paper.quality),
        ("Equality", paper.equality),
        ("Engagement", paper.engagement),
        ("Risk reference", paper.risk_reference),
        ("Considered before by", paper.previously),
    ):
        confirmed = own.pop(label.casefold(), None)
        yield Field(label, _shortened(_filled(text, confirmed)))
    for each in own.values():
        yield Field(each.label.strip() or "Other", _filled("", each))
    yield Field(
        "Annexes",
        ANNEXES_IN_SHORT,
    )


def _filled(text: str, own: FrontSheetField | None) -> str:
    if own is None:
        return none_identified(text)
    return none_identified(text or own.text, own.confirmed_by)


def _asked(matter: Material) -> str:
    """Give the resolutions, lettered as in section 1; as many as there is room for."""
    found = resolutions(matter)
    if not found:
        return NOT_GIVEN
    if len(found) == 1:
        return _shortened(found[0], _IN_FULL)
    lettered = [f"({letter(at)}) {words}" for at, words in enumerate(found)]
    if sum(map(len, lettered)) <= _MOST_ASKED:
        return "\n".join(lettered)
    return f"{_shortened(lettered[0], _IN_FULL)}\n{len(found) - 1} more in section 1."


def _shortened(text: str, rest: str = f"More under “{HEADING}”") -> str:
    line = one_line(text)
    if len(line) <= _MOST:
        return line
    cut = line[:_MOST]
    at = cut.rfind(". ")
    head = cut[: at + 1] if at > 0 else cut.rsplit(" ", 1)[0] + "…"
    return f"{head} {rest}"
