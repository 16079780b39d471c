"""Stage 10, board paper: what the board is told and asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from appraiser.domain.fields import (
    choice,
    day,
    entry,
    flag,
    identity,
    line,
    lines,
    link,
    picture,
    prose,
)
from appraiser.domain.front_sheet_facts import FrontSheetFact
from appraiser.domain.ids import (
    ApprovalId,
    FrontSheetFieldId,
    NextStepId,
    OptionId,
    PathStepId,
    WrittenParagraphId,
)
from appraiser.domain.money_terms import ApprovalStatus
from appraiser.domain.terms import Outline, PaperPurpose, Recommendation, TaskStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPaper:
    """The head of the paper, its recommendation and what the board is asked to resolve."""

    title: str = line("Title of the paper")
    meeting: str = line("Meeting")
    meeting_on: date | None = day("Date of the meeting")
    agenda_item: str = line("Agenda item")
    purpose: PaperPurpose = choice("For", default=PaperPurpose.DECISION)
    purpose_words: str = line("In the trust's words", "Such as For approval")
    sponsor: str = line("Executive sponsor", "Name and title")
    presenter: str = line("Presenter")
    author: str = line("Author")
    contact: str = line("Contact")
    version: str = line("Version", default="Draft 1")
    draft: bool = flag("Draft: say so across every page")
    marking: str = line("Protective marking", "Such as OFFICIAL")
    logo: str = picture("Logo", "The trust's own, placed by the trust")
    profile: str = entry("Front sheet profile", "")
    outline: Outline = choice("Order of the body", default=Outline.QUESTIONS)
    recommendation: Recommendation = choice("Recommendation", default=Recommendation.UNDECIDED)
    recommended: OptionId | None = link("Recommended option", "options")
    reason: str = prose("Why")
    differs_reason: str = prose("Why it differs from the highest total", "Only where it does")
    dissent: str = prose("Who sees it otherwise, and why")
    resolutions: tuple[str, ...] = lines("The board is asked to", "One resolution a line")
    summary: str = prose("Anything to add to the summary")
    previously: str = prose("Considered before by")
    risk_reference: str = line("Board assurance framework reference")
    financial: str = prose("Financial implications")
    finance_lead: str = line("Authorised for finance by")
    legal: str = prose("Legal implications")
    quality: str = prose("Impact on patients and quality")
    equality: str = prose("Equality implications")
    engagement: str = prose("Engagement undertaken")
    monitoring: str = prose("How it will be monitored and evaluated")


@dataclass(frozen=True, slots=True, kw_only=True)
class PathStep:
    """One step of a staged recommendation."""

    id: PathStepId = identity()
    title: str = line("Step")
    option: OptionId | None = link("Option", "options")
    starts: str = line("When")
    condition: str = prose("Goes ahead if")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontSheetField:
    """One field of the front sheet: the trust's own, or one that a fact of the paper fills.

    In the trust's own profile these are the front sheet, in this order. Otherwise they stand
    beside the profile's: one with the fact of a field of it says more of that field.
    """

    id: FrontSheetFieldId = identity()
    label: str = line("Field")
    fact: FrontSheetFact | None = choice("Filled with")
    short: bool = flag("May share its line with another")
    text: str = prose("What it says")
    confirmed_by: str = line("Confirmed by", "A role, where there is nothing to say")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenParagraph:
    """The author's own words in place of a composed paragraph."""

    id: WrittenParagraphId = identity()
    paragraph: str = entry("Paragraph", "Its key in the paper")
    text: str = prose("Words")
    data_fingerprint: str = entry("Fingerprint of the data it was written for", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """What happens after the meeting."""

    id: NextStepId = identity()
    title: str = line("Next step")
    owner: str = line("Owner", "A role")
    due: date | None = day("By when")
    status: TaskStatus = choice("Status", default=TaskStatus.OPEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A consent somebody else must give."""

    id: ApprovalId = identity()
    body: str = line("Who approves")
    title: str = line("What they approve")
    status: ApprovalStatus = choice("Status", default=ApprovalStatus.NEEDED)
    due: date | None = day("By when")
    note: str = prose("Note")
