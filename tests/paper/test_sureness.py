"""The annex on sureness says what would change the result, who comes first, who agrees."""

from dataclasses import replace

import pytest
from tests.analysis.making import panel
from tests.paper.conftest import Compose
from tests.paper.reading import all_of, table_of, texts_of, words_of

from appraiser.analysis.assessing import assess
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import Ref
from appraiser.domain.naming import Names
from appraiser.paper.blocks import FrontSheet, Heading, Paper

TABLES = (
    *("lead", "critical-weights", "score-changes", "tornado", "value-and-cost"),
    *("rank-shares", "central-weights", "dissent", "views"),
)


@pytest.mark.parametrize("key", TABLES)
def test_each_question_of_sureness_has_its_table(paper: Paper, key: str) -> None:
    assert table_of(paper, key).rows


def test_every_weight_that_changes_the_leader_stands_to_one_place(
    leicester: Appraisal, paper: Paper, catalogue: Catalogue
) -> None:
    results = assess(leicester, catalogue)

    rows = [row.cells for row in table_of(paper, "critical-weights").rows]

    assert len(rows) == len(results.critical_weights)
    assert rows[0] == ("Deliverability", "18.2%", "33.0%", "Internal autonomous unit")


def test_the_shares_of_all_ranks_make_up_a_hundred_and_say_what_they_are_counted_over(
    paper: Paper,
) -> None:
    rows = {row.cells[0]: row.cells[1:] for row in table_of(paper, "rank-shares").rows}

    assert rows["FT plus"][0] == "95.1"
    assert "131,072 draws, seed 2014" in words_of(paper, "annex-sureness.counted")


def test_who_thinks_otherwise_is_named_by_role_or_by_what_is_left_out(paper: Paper) -> None:
    assert [row.cells for row in table_of(paper, "dissent").rows] == [
        ("A criterion left out: Staff voice", "Internal autonomous unit")
    ]


def test_without_scores_the_annex_says_what_it_waits_for(composed: Compose) -> None:
    paper = composed(panel([1, 2], {}))

    assert words_of(paper, "annex-sureness.changes").startswith(
        "This is worked out once two options or more"
    )
    assert "How often each option comes first" not in texts_of(paper)


def test_costs_are_worth_what_their_discounted_sums_are(paper: Paper) -> None:
    rows = {row.cells[0]: row.cells[1:] for row in table_of(paper, "present-values").rows}

    assert rows["Business as usual"] == ("£0", "£0", "£0")
    assert rows["Internal autonomous unit"] == ("£1,085,770", "£295,602", "-£199,808")
    assert words_of(paper, "annex-costs.worth").startswith(
        "HM Treasury standard rates as of November 2026"
    )
    (switch,) = table_of(paper, "switching-values").rows
    assert switch.cells[2:] == ("£54,398 (-84%)", "Business as usual")


def test_without_a_schedule_no_present_value_is_printed(
    leicester: Appraisal, composed: Compose
) -> None:
    paper = composed(replace(leicester, costing=replace(leicester.costing, schedule="")))

    assert words_of(paper, "annex-costs.worth").startswith("Choose a discount schedule")
    with pytest.raises(StopIteration):
        table_of(paper, "present-values")


def test_the_front_sheet_lists_every_annex(paper: Paper) -> None:
    (sheet,) = all_of(paper, FrontSheet)
    listed = next(each.text for each in sheet.fields if each.label == "Annexes")

    annexes = [each for each in all_of(paper, Heading) if each.key.startswith("annex-")]
    letters = [each.text.removeprefix("Annex ")[0] for each in annexes]
    assert [each[0] for each in listed.split("; ")] == letters


def test_scorers_of_one_role_are_told_apart_as_in_annex_c(
    leicester: Appraisal, composed: Compose
) -> None:
    scorers = tuple(replace(each, role="Governor") for each in leicester.scorers)
    alike = replace(leicester, scorers=scorers)
    paper, names = composed(alike), Names(alike)

    named = [row.cells[0].split(". ", 1)[1] for row in table_of(paper, "scorers").rows]
    assert named == [f"Governor {at}" for at in range(1, len(scorers) + 1)]
    assert named == [names.of(Ref("scorers", each.id)) for each in scorers]
