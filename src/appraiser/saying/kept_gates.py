"""What is said of kept gate results, on screen and on paper alike."""

from __future__ import annotations

from appraiser.analysis.library.decided import KeptAgainstNow, KeptResults, RuleNamed
from appraiser.domain.appraisal import Appraisal, named
from appraiser.domain.written import counted, date_and_time, listed, long_date


def kept_words(appraisal: Appraisal, found: KeptResults) -> str:
    """Say when results were kept and under what law, and how much differs from them now."""
    laws = sorted({each.rules_date for each in found.gates if each.rules_date})
    law = f", under the law of {listed([long_date(each) for each in laws])}" if laws else ""
    at = f" {date_and_time(found.kept_at)}" if found.kept_at else ""
    kept = f"Kept{at}{law}, with rules last looked over in {found.kept_vintage}."
    count = len(found.differing)
    differ = f"{counted(count, 'gate')} {'says' if count == 1 else 'say'} otherwise now."
    return " ".join((kept, differ[0].upper() + differ[1:], *_more(appraisal, found)))


def _more(appraisal: Appraisal, found: KeptResults) -> list[str]:
    said = []
    if found.vintage_now != found.kept_vintage:
        said.append(f"The rules now: {found.vintage_now}.")
    if found.unkept:
        names = [named(appraisal.option(each)) for each in found.unkept]
        said.append(f"Not kept, on the shortlist since: {listed(names)}.")
    return said


def changed_rules(gate: KeptAgainstNow) -> str:
    """Say which rules decide a gate now and did not, or did and do no more."""
    added = f"Added: {_titles(gate.added)}." if gate.added else ""
    gone = f"Gone: {_titles(gate.gone)}." if gate.gone else ""
    same = "" if added or gone else "The same rules: an answer or a barrier has changed."
    return " ".join(filter(None, (added, gone, same)))


def _titles(rules: tuple[RuleNamed, ...]) -> str:
    return listed([each.title for each in rules])
