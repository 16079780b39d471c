"""What the program can fill a field of the front sheet with."""

from __future__ import annotations

from appraiser.domain.term import Term


class FrontSheetFact(Term):
    """What a field of the front sheet is filled with by the program."""

    MEETING = "meeting", "Meeting"
    DATE = "date", "Date of the meeting"
    AGENDA_ITEM = "agenda-item", "Agenda item"
    PURPOSE = "purpose", "What the paper is for"
    SPONSOR = "sponsor", "Executive sponsor"
    PRESENTER = "presenter", "Presenter"
    AUTHOR = "author", "Author"
    CONTACT = "contact", "Contact"
    VERSION = "version", "Version"
    RECOMMENDATION = "recommendation", "Recommendation"
    RESOLUTIONS = "resolutions", "What the board is asked to resolve"
    FINANCIAL = "financial", "Financial implications"
    FINANCE_LEAD = "finance-lead", "Who authorised it for finance"
    LEGAL = "legal", "Legal implications"
    QUALITY = "quality", "Patients and quality"
    EQUALITY = "equality", "Equality"
    ENGAGEMENT = "engagement", "Engagement"
    OBJECTIVES = "objectives", "Objectives supported"
    RISK_REFERENCE = "risk-reference", "Risk reference"
    PREVIOUSLY = "previously", "Considered before by"
    DISCLOSABLE = "disclosable", "Public or private"
    ANNEXES = "annexes", "Annexes"
