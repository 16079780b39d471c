"""A made-up appraisal with something of everything, and ways to spoil it."""

import json

import pytest

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem
from appraiser.exchange.reading import appraisal_from_json

FORMS = {
    "nhs-trust": ("NHS trust",),
    "ft-plus": ("Foundation trust plus", "FT plus"),
    "cic-guarantee": ("Community interest company limited by guarantee", "CIC"),
    "cic-shares": ("Community interest company limited by shares", "Ciclbs"),
}

DOCUMENT = {
    "format": "appraiser-appraisal",
    "version": 1,
    "id": "made-up",
    "trust": {"name": "Fenmarsh Community NHS Trust", "income": 6_500_000_000, "made_up": True},
    "programme": {"name": "Mutuals in Health", "cap": 10_000_000},
    "weighting": {"model_set": "panel"},
    "sources": [{"id": "desk", "title": "Made up", "standing": "made-up"}],
    "citations": [{"id": "c1", "about": "sheets", "source": "desk"}],
    "service_lines": [{"id": "nursing", "name": "District nursing"}],
    "options": [
        {
            "id": "as-now",
            "name": "Business as usual",
            "form": "nhs-trust",
            "role": "business-as-usual",
            "stays_in_nhs": True,
            "listing": "shortlist",
        },
        {"id": "cic", "name": "A CIC", "form": "cic-guarantee", "service_lines": ["nursing"]},
        {"id": "idea", "name": "Not thought through"},
    ],
    "form_notes": [{"id": "n1", "form": "ft-plus", "field": "voice", "text": "Stronger here"}],
    "barriers": [{"id": "vat", "title": "VAT", "resolver": "government", "options": ["cic"]}],
    "requests": [{"id": "r1", "barrier": "vat", "title": "Let mutuals recover VAT"}],
    "criteria": [
        {"id": "voice", "name": "Staff voice"},
        {"id": "say", "name": "A say in decisions", "parent": "voice"},
        {"id": "cost", "name": "Running cost", "points": [[0, 100], [5, 0]]},
    ],
    "weight_sets": [
        {"id": "panel", "name": "Panel", "raw": {"say": 100, "cost": 60, "voice": 100}}
    ],
    "seals": [{"id": "s1", "sealed_at": "2014-12-12T14:02:00", "sealed_by": "The panel"}],
    "scorers": [{"id": "nurse", "name": "A nurse"}, {"id": "porter", "name": "A porter"}],
    "sheets": [
        {
            "round": "alone",
            "scorer": "nurse",
            "cells": [{"option": "cic", "criterion": "say", "value": 80}],
        },
        {
            "round": "consensus",
            "cells": [
                {"option": "as-now", "criterion": "say", "value": 40, "low": 30, "high": 50},
                {"option": "cic", "criterion": "say", "value": 75.5, "reason": "Members vote"},
            ],
        },
    ],
}


def document(**changes: object) -> dict:
    """Give the example as plain values, with some of its top keys given another value."""
    return {**json.loads(json.dumps(DOCUMENT)), **changes}


def changed(path: str, value: object) -> dict:
    """Give the example with the value at a path, such as `options.1.form`, put in place."""
    *way, last = (int(step) if step.isdigit() else step for step in path.split("."))
    found = whole = document()
    for step in way:
        found = found[step]
    found[last] = value
    return whole


def read(plain: object) -> Appraisal:
    """Read plain values as if they came from a file."""
    return appraisal_from_json(json.dumps(plain), forms=FORMS)


def refusal(plain: object) -> Problem:
    """Give why plain values are refused."""
    with pytest.raises(Problem) as caught:
        read(plain)
    return caught.value
