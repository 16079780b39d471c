"""The front sheet: what the board's secretary needs to put the paper in the pack."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from appraiser.analysis.library.front_sheets import purpose_words, sheet_fields
from appraiser.domain.appraisal import called
from appraiser.domain.board_paper import FrontSheetField
from appraiser.domain.front_sheet_facts import FrontSheetFact as Fact
from appraiser.domain.withholding.hidden import private_marks
from appraiser.paper.annexes import ANNEXES_IN_SHORT
from appraiser.paper.ask import resolutions
from appraiser.paper.blocks import Field, FrontSheet, letter
from appraiser.paper.implications import HEADING
from appraiser.paper.logo import fitted_logo
from appraiser.paper.material import Material, on
from appraiser.paper.notices import notices
from appraiser.paper.plain_text import one_line
from appraiser.paper.recommendation_words import recommendation
from appraiser.paper.support_words import support_words
from appraiser.paper.wording import NOT_GIVEN, none_identified

_MOST = 260
"""Characters of a field: the front sheet is one page, and the paper has the rest."""

_MOST_ASKED = 480
"""Characters of all the resolutions together, beyond which the first stands for them."""

_IN_FULL = "In full in section 1."
_IN_BODY = "In full in the body of the paper."


def front_sheet(matter: Material) -> FrontSheet:
    """Give the front sheet in the form that is chosen, no field of it blank.

    Raises `Problem` where the logo cannot be read as a picture.
    """
    appraisal = matter.appraisal
    own = sheet_fields(appraisal, matter.catalogue)
    fields = tuple(_field(matter, each) for each in own)
    logo = fitted_logo(appraisal.paper.logo)
    return FrontSheet(trust(matter), title(matter), notices(matter), fields, logo=logo)


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


def disclosure(matter: Material) -> str:
    """Say whether the paper is for the public."""
    private = matter.public is None and private_marks(matter.appraisal)
    return "Private: not for publication" if private else "Public"


def _field(matter: Material, own: FrontSheetField) -> Field:
    label = one_line(own.label) or (own.fact.label if own.fact else "Other")
    return Field(label, "\n".join(_lines(matter, own)), own.short)


def _lines(matter: Material, own: FrontSheetField) -> Iterator[str]:
    """Give what fills a field, then what people wrote of it; never nothing."""
    filled = _FACTS[own.fact](matter) if own.fact else ""
    if filled:
        yield filled
    if own.text.strip():
        yield own.text
    elif not filled:
        yield _unfilled(matter, own)


def _unfilled(matter: Material, own: FrontSheetField) -> str:
    if own.fact is not None and own.fact not in _TO_CONFIRM:
        return NOT_GIVEN
    words = none_identified("", own.confirmed_by)
    return words if own.confirmed_by.strip() else matter.none_of("front_sheet_fields", words)


def _line(name: str, matter: Material) -> str:
    return one_line(getattr(matter.appraisal.paper, name))


def _implication(name: str, matter: Material) -> str:
    return _shortened(_line(name, matter), f"More under “{HEADING}”")


def _money(matter: Material) -> str:
    return _implication("financial", matter) or support_words(matter)


def _objectives(matter: Material) -> str:
    named = [one_line(called(each)) for each in matter.appraisal.objectives]
    found = _shortened("; ".join(filter(None, named)), _IN_BODY)
    return found or matter.none_of("objectives", "")


def _recommendation(matter: Material) -> str:
    return _shortened(recommendation(matter, in_full=True), _IN_BODY)


def _asked(matter: Material) -> str:
    """Give the resolutions, lettered as in section 1; as many as there is room for."""
    found = resolutions(matter)
    if len(found) < 2:  # noqa: PLR2004
        return _shortened("".join(found), _IN_FULL)
    lettered = [f"({letter(at)}) {words}" for at, words in enumerate(found)]
    if sum(map(len, lettered)) <= _MOST_ASKED:
        return "\n".join(lettered)
    return f"{_shortened(lettered[0], _IN_FULL)}\n{len(found) - 1} more in section 1."


_FACTS: Mapping[Fact, Callable[[Material], str]] = {
    Fact.MEETING: partial(_line, "meeting"),
    Fact.DATE: lambda matter: on(matter.appraisal.paper.meeting_on, ""),
    Fact.AGENDA_ITEM: partial(_line, "agenda_item"),
    Fact.PURPOSE: lambda matter: purpose_words(matter.appraisal, matter.catalogue),
    Fact.SPONSOR: partial(_line, "sponsor"),
    Fact.PRESENTER: partial(_line, "presenter"),
    Fact.AUTHOR: partial(_line, "author"),
    Fact.CONTACT: partial(_line, "contact"),
    Fact.VERSION: partial(_line, "version"),
    Fact.RECOMMENDATION: _recommendation,
    Fact.RESOLUTIONS: _asked,
    Fact.FINANCIAL: _money,
    Fact.FINANCE_LEAD: partial(_line, "finance_lead"),
    Fact.LEGAL: partial(_implication, "legal"),
    Fact.QUALITY: partial(_implication, "quality"),
    Fact.EQUALITY: partial(_implication, "equality"),
    Fact.ENGAGEMENT: partial(_implication, "engagement"),
    Fact.OBJECTIVES: _objectives,
    Fact.RISK_REFERENCE: partial(_line, "risk_reference"),
    Fact.PREVIOUSLY: partial(_line, "previously"),
    Fact.DISCLOSABLE: disclosure,
    Fact.ANNEXES: lambda _matter: ANNEXES_IN_SHORT,
}
"""How each fact is put. Where it has no words yet, it gives none."""

_TO_CONFIRM = {
    *(Fact.FINANCIAL, Fact.LEGAL, Fact.QUALITY, Fact.EQUALITY, Fact.ENGAGEMENT),
    *(Fact.OBJECTIVES, Fact.RISK_REFERENCE, Fact.PREVIOUSLY),
}
"""Facts of which there may be none, if somebody confirms it."""


def _shortened(text: str, rest: str) -> str:
    line = one_line(text)
    if len(line) <= _MOST:
        return line
    cut = line[:_MOST]
    at = cut.rfind(". ")
    head = cut[: at + 1] if at > 0 else cut.rsplit(" ", 1)[0] + "…"
    return f"{head} {rest}"
