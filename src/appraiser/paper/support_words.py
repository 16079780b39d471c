"""The cost of support against its cap, in words."""

from __future__ import annotations

from appraiser.domain.written import pounds
from appraiser.paper.material import Material


def support_words(matter: Material) -> str:
    """Say what the support plan comes to, against the cap."""
    totals = matter.results.support
    vat = (
        "VAT that cannot be recovered and expenses included"
        if totals.cap_includes_vat
        else ("before VAT")
    )
    if not totals.lines:
        plan = "No support has been planned yet"
    else:
        plan = f"The support plan comes to {pounds(totals.used)}, {vat}"
    if totals.cap is None:
        return f"{plan}. The programme's cap has not been given."
    if not totals.lines:
        return f"{plan}. The cap is {pounds(totals.cap)}."
    if totals.over_cap:
        return f"{plan}. That is {pounds(totals.over_cap)} over the cap of {pounds(totals.cap)}."
    left = totals.cap - totals.used
    rest = f"which leaves {pounds(left)}" if left else "and uses all of it"
    return f"{plan}, against a cap of {pounds(totals.cap)}, {rest}."
