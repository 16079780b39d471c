"""The cost of support against its cap, in words."""

from __future__ import annotations

from appraiser.analysis.support_totals import SupportTotals
from appraiser.domain.terms import Recommendation
from appraiser.domain.written import pounds
from appraiser.paper.material import Material


def support_words(matter: Material) -> str:
    """Say what the support plan comes to, against the cap; on a pause, what would not be spent."""
    totals = matter.results.support
    vat = (
        "VAT that cannot be recovered and expenses included"
        if totals.cap_includes_vat
        else "before VAT"
    )
    if not totals.lines:
        plan = "No support has been planned yet"
    else:
        plan = f"The support plan comes to {pounds(totals.used)}, {vat}"
    if totals.lines and matter.appraisal.paper.recommendation is Recommendation.PAUSE:
        return _on_a_pause(totals, vat)
    if totals.cap is None:
        return f"{plan}. The programme's cap has not been given."
    if not totals.lines:
        return f"{plan}. The cap is {pounds(totals.cap)}."
    if totals.over_cap:
        return f"{plan}. That is {pounds(totals.over_cap)} over the cap of {pounds(totals.cap)}."
    left = totals.cap - totals.used
    rest = f"which leaves {pounds(left)}" if left else "and uses all of it"
    return f"{plan}, against a cap of {pounds(totals.cap)}, {rest}."


def _on_a_pause(totals: SupportTotals, vat: str) -> str:
    spent = f"{pounds(totals.spent)} has been spent" if totals.spent else "Nothing has been spent"
    more = f"{pounds(totals.committed)} more" if totals.committed else "nothing more"
    words = f"{spent} and {more} is committed, {vat}."
    if totals.planned:
        words += (
            f" A further {pounds(totals.planned)} is planned; on a pause it would not be spent."
        )
    else:
        words += " Nothing more is planned."
    if totals.cap is None:
        return f"{words} The programme's cap has not been given."
    out = totals.spent + totals.committed
    if out > totals.cap:
        over = pounds(out - totals.cap)
        return f"{words} That is {over} over the cap of {pounds(totals.cap)}."
    return f"{words} Of the cap of {pounds(totals.cap)}, {pounds(totals.cap - out)} would be left."
