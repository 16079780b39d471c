"""The discount schedule is chosen by people, tried at others, and a proposal says so."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.analysis.money.costed import codes, costed, costing

from appraiser.analysis.money.schedules import (
    chosen_schedule,
    described,
    health_schedule,
    schedule_findings,
    sensitivity_schedules,
)
from appraiser.analysis.not_yet import NotYet
from appraiser.catalogue.loading import Catalogue, load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem
from appraiser.domain.trust import Question

NOW = date(2026, 11, 1)


def chosen(schedule: str, on: date | None = NOW, horizon: int = 5) -> Appraisal:
    return costed(costing=costing(horizon, schedule), question=Question(rules_date=on))


def tried(catalogue: Catalogue, appraisal: Appraisal) -> list[str]:
    return [each.id for each in sensitivity_schedules(appraisal, catalogue)]


def found(catalogue: Catalogue, appraisal: Appraisal) -> list[str]:
    schedule = chosen_schedule(appraisal, catalogue)
    return codes(list(schedule_findings(appraisal, catalogue, schedule)))


def test_none_is_chosen_by_itself(catalogue: Catalogue) -> None:
    with pytest.raises(NotYet, match="no discount schedule is chosen"):
        chosen_schedule(chosen("  "), catalogue)
    assert tried(catalogue, chosen("")) == []


def test_one_that_is_not_known_is_a_problem(catalogue: Catalogue) -> None:
    with pytest.raises(Problem, match='no discount schedule called "standrad"; did you mean'):
        chosen_schedule(chosen("standrad"), catalogue)
    assert tried(catalogue, chosen("standrad")) == []


def test_the_standard_one_is_used_without_remark(catalogue: Catalogue) -> None:
    assert found(catalogue, chosen("standard")) == []
    assert found(catalogue, chosen("standard", on=None)) == []


def test_a_proposal_is_a_proposal_even_when_it_is_chosen(catalogue: Catalogue) -> None:
    """A review of 2026 proposes 3.0 per cent; it is not in use (peers.md section 8, item 9)."""
    assert found(catalogue, chosen("review-2026")) == ["schedule-pending"]
    assert found(catalogue, chosen("review-2026", date(2014, 12, 1))) == ["schedule-pending"]


def test_one_not_in_force_on_the_date_of_the_law_is_found(catalogue: Catalogue) -> None:
    then, long = date(2014, 12, 1), "long-horizon-sensitivity"
    appraisal = chosen(long, then, horizon=60)
    (finding,) = schedule_findings(appraisal, catalogue, catalogue.schedule(long))

    assert finding.code == "schedule-not-in-force"
    assert "was not in force on 1 December 2014" in finding.words
    assert found(catalogue, chosen(long, horizon=60)) == []


def test_one_meant_for_longer_or_for_health_alone_is_found(catalogue: Catalogue) -> None:
    assert found(catalogue, chosen("long-horizon-sensitivity", horizon=50)) == [
        "schedule-for-longer"
    ]
    assert found(catalogue, chosen("health")) == ["schedule-for-health"]


def test_others_are_tried_as_they_stood_on_the_date_of_the_law(catalogue: Catalogue) -> None:
    assert tried(catalogue, chosen("standard")) == ["review-2026"]
    assert tried(catalogue, chosen("standard", horizon=51)) == [
        "long-horizon-sensitivity",
        "review-2026",
    ]
    assert tried(catalogue, chosen("review-2026")) == ["standard"]
    assert tried(catalogue, chosen("standard", date(2014, 12, 1), 60)) == []
    assert tried(catalogue, chosen("review-2026", on=None)) == ["standard"]


def test_a_schedule_carries_its_name_its_vintage_and_the_one_for_health(
    catalogue: Catalogue,
) -> None:
    standard = described(catalogue.schedule("standard"), catalogue)
    review = described(catalogue.schedule("review-2026"), catalogue)

    assert (standard.name, standard.vintage) == ("HM Treasury standard rates", "2026-11")
    assert (standard.pending, standard.since, standard.health) == (False, None, "health")
    assert (review.pending, review.since, review.health) == (
        True,
        date(2026, 6, 30),
        "review-2026",
    )
    schedules = catalogue.schedules
    assert health_schedule(schedules["standard"], catalogue) is schedules["health"]
    assert health_schedule(schedules["review-2026"], catalogue) is schedules["review-2026"]


def test_a_trusts_own_schedule_has_the_vintage_of_its_own_file(tmp_path: Path) -> None:
    (tmp_path / "discount.toml").write_text(
        'vintage = "2027-02"\nnote = "Ours."\n[[schedule]]\nid = "ours"\nname = "Ours"\n'
        'use = { text = "As asked.", standing = "trust-record" }\n'
        "bands = [{ first = 0, rate = 4 }]\n",
        encoding="utf-8",
    )
    catalogue = load_catalogue(own=tmp_path)

    assert described(catalogue.schedule("ours"), catalogue).vintage == "2027-02"
    assert described(catalogue.schedule("standard"), catalogue).vintage == "2026-11"
    assert tried(catalogue, replace(chosen("ours"), question=Question())) == ["standard"]
