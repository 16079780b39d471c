"""Appraisals with a secret of its own in every text of what is marked private."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, entities
from appraiser.domain.fields import Kind, specs
from appraiser.domain.sources import Exemption, PartMark

AMOUNT = 1_234_567_00
"""Pence of the first private amount; each further one is a hundred pounds more."""


def planted(appraisal: Appraisal, names: Sequence[str]) -> tuple[Appraisal, tuple[str, ...]]:
    """Plant secrets in parts, or in the first item of collections, and mark these private.

    Give the appraisal and the secrets; no secret is part of another.
    """
    secrets: list[str] = []
    marks = []
    changed: dict[str, Any] = {}
    for name in names:
        if name in SINGLES:
            changed[name] = _with_secrets(getattr(appraisal, name), secrets)
            marks.append(name)
            continue
        first, *others = entities(appraisal, name) or (None,)
        if first is not None:
            changed[name] = (_with_secrets(first, secrets), *others)
            marks.append(f"{name}/{first.id}")
    part_marks = tuple(
        PartMark(id=f"planted-{at}", about=about, exemption=Exemption.CONFIDENCE, reason="Told so")
        for at, about in enumerate(marks)
    )
    return replace(appraisal, **changed, part_marks=part_marks), tuple(secrets)


def _with_secrets(item: Any, secrets: list[str]) -> Any:
    changed: dict[str, Any] = {}
    for spec in specs(type(item)).values():
        if spec.kind in {Kind.LINE, Kind.TEXT, Kind.LINES} and not spec.entry:
            secrets.append(f"plantedsecret{len(secrets):03d}x")
            words = secrets[-1]
            changed[spec.name] = (words,) if spec.kind is Kind.LINES else words
        elif spec.kind is Kind.MONEY:
            changed[spec.name] = AMOUNT
    return replace(item, **changed)


_NOT_IN_THE_SAMPLE = {"part_marks", "kept_gates", "comparisons", "written_paragraphs"}

EVERYTHING = (*SINGLES, *(name for name in COLLECTIONS if name not in _NOT_IN_THE_SAMPLE))
"""Every part of an appraisal that the Leicester sample has something of."""
