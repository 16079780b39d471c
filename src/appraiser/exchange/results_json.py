"""Results and findings as JSON, for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

import msgspec

from appraiser.analysis.results import Results
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.findings import Finding

FORMAT = "appraiser-results"
VERSION = 3


def results_to_json(appraisal: Appraisal, results: Results) -> str:
    """Write results as JSON. Totals and scores run 0-100, weights and shares 0-1, money in pence.

    Everything stands by id; `names` and its like say what each is called. Scorers, who go by role
    everywhere else, are not named at all.
    """
    names: dict[str, str] = {each.id: called(each) for each in appraisal.options}
    names |= {each.id: called(each) for each in appraisal.criteria}
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "appraisal": appraisal.id,
        "trust": appraisal.trust.name,
        "question": appraisal.question.text,
        "names": names,
        "group_names": {each.id: called(each) for each in appraisal.groups},
        "weight_set_names": {each.id: called(each) for each in appraisal.weight_sets},
        **msgspec.to_builtins(results, str_keys=True),
    }
    return _text(whole)


def findings_to_json(findings: Sequence[Finding]) -> str:
    """Write findings as a JSON list, with the place of each where it has one."""
    return _text(
        [
            {
                "code": each.code,
                "severity": str(each.severity),
                "stage": str(each.stage),
                "words": each.words,
                "place": ".".join(filter(None, (str(each.ref or ""), each.field))),
            }
            for each in findings
        ]
    )


def _text(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
