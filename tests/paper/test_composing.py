"""The whole paper: what it holds, in what order, whatever the appraisal holds."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from tests.generated import appraisals
from tests.paper.conftest import Compose
from tests.paper.reading import all_of, table_of, texts_of, words_of

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.board_paper import WrittenParagraph
from appraiser.domain.ids import WrittenParagraphId
from appraiser.domain.starting import new_appraisal
from appraiser.domain.terms import Scope
from appraiser.domain.written import pounds
from appraiser.paper.annexes import ANNEXES
from appraiser.paper.blocks import (
    Callout,
    FigureBlock,
    FrontSheet,
    Heading,
    Paper,
    Paragraph,
    Run,
    Table,
)
from appraiser.paper.html.writer import write_html
from appraiser.paper.pdf.writer import write_pdf


def test_the_paper_puts_the_ask_first_and_the_annexes_last(paper: Paper):
    sections = [each for each in all_of(paper, Heading) if each.level == 1]
    assert [each.key for each in sections] == [
        "ask",
        "summary",
        "case",
        "method",
        "options",
        "results",
        "gates",
        "barriers",
        "support",
        "costs",
        "implications",
        "next-steps",
        *(f"annex-{each}" for each in ANNEXES[:-1]),
    ]
    assert [each.number for each in sections[:12]] == [str(at) for at in range(1, 13)]
    assert sections[12].text == "Annex A: criteria, anchors and weights"


def test_every_paragraph_has_a_number_of_its_own_that_minutes_can_cite(paper: Paper):
    numbers = [each.number for each in all_of(paper, Paragraph)]
    assert all(numbers)
    assert len(set(numbers)) == len(numbers)
    assert numbers[0] == "1.1"
    assert "A.1" in numbers


def test_no_heading_level_is_skipped_and_no_key_is_used_twice(paper: Paper):
    headings = all_of(paper, Heading)
    assert headings[0].level == 1
    assert all(after.level - before.level <= 1 for before, after in pairwise(headings))
    keys = [each.key for each in headings]
    assert len(set(keys)) == len(keys)


def test_every_link_in_the_paper_leads_to_a_heading(paper: Paper):
    keys = {each.key for each in all_of(paper, Heading)}
    links = {run.to for each in all_of(paper, Paragraph) for run in each.runs if run.to}
    assert links
    assert links <= keys


def test_every_row_of_every_table_has_a_cell_for_each_column(paper: Paper):
    for table in all_of(paper, Table):
        assert {len(row.cells) for row in table.rows} == {len(table.columns)}


def test_the_front_sheet_leaves_no_field_blank(paper: Paper):
    (front,) = all_of(paper, FrontSheet)
    assert all(each.label.strip() and each.text.strip() for each in front.fields)
    fields = {each.label: each.text for each in front.fields}
    assert fields["Date"] == "26 March 2015"
    assert fields["Data protection"] == "None identified, confirmed by Trust secretary."
    assert fields["Recommendation"].startswith("A staged path is recommended: (1)")


def test_a_long_field_of_the_front_sheet_is_cut_and_kept_whole_in_the_body(
    leicester: Appraisal, composed: Compose
):
    legal = "The board has the power to do this. " + "It must consult first. " * 30
    paper = composed(replace(leicester, paper=replace(leicester.paper, legal=legal)))
    (front,) = all_of(paper, FrontSheet)
    shown = next(each.text for each in front.fields if each.label == "Legal implications")
    assert shown.startswith("The board has the power to do this.")
    assert shown.endswith("More under “What else must the board weigh?”")
    assert legal.strip() in words_of(paper, "implications.legal")


def test_the_ask_has_each_resolution_the_date_and_what_happens_if_it_is_put_off(
    leicester: Appraisal, paper: Paper
):
    (ask,) = all_of(paper, Callout)
    assert len(ask.items) == len(leicester.paper.resolutions)
    assert ask.lettered
    assert words_of(paper, "ask.by") == "A decision is needed by 31 March 2015."
    assert words_of(paper, "ask.deferred").startswith("If it is put off: The programme ends")


def test_every_shortlisted_option_stands_with_its_form_scope_and_gates(
    leicester: Appraisal, paper: Paper
):
    rows = table_of(paper, "shortlist").rows
    assert [row.cells[0].split("\n")[0] for row in rows] == [
        option.name for option in leicester.shortlist
    ]
    society = rows[-1].cells
    assert society[1:] == ("Community benefit society", "Whole organisation", "No", "Barred")


def test_every_option_left_out_keeps_its_reason_its_date_and_who_decided(
    leicester: Appraisal, paper: Paper
):
    rows = {row.cells[0]: row.cells[1:] for row in table_of(paper, "left-out").rows}
    for option in leicester.options:
        if option.left_out_on:
            assert rows[option.name] == (option.listing_reason, "10 Dec 2014\nOptions workshop")


def test_ranks_stand_with_the_gates_and_without(paper: Paper):
    rows = {row.cells[0]: row.cells for row in table_of(paper, "totals").rows}
    assert rows["FT plus"][1:4] == ("71", "1", "1")
    assert rows["Whole-trust community benefit society"][1:4] == ("60", "Barred", "3")


def test_totals_are_whole_numbers_and_can_be_redone_from_the_annex(paper: Paper):
    rows = table_of(paper, "scores-ft-plus").rows
    *parts, total = rows
    points = [
        float(row.cells[1].rstrip("%")) / 100 * float(row.cells[2].split("\n")[0])
        for row in parts
        if row.cells[0] != "Rounding"
    ]
    assert sum(points) == pytest.approx(float(total.cells[3]), abs=0.2)
    assert total.cells[4] == "Printed as 71"


def test_every_option_is_scored_on_every_criterion_with_a_reason(
    leicester: Appraisal, paper: Paper
):
    for option in leicester.shortlist:
        rows = table_of(paper, f"scores-{option.id}").rows
        scored = [row for row in rows[:-1] if row.cells[0] != "Rounding"]
        assert len(scored) == len(leicester.criteria)
        assert all(len(row.cells[4]) > 10 for row in scored)


def test_a_gate_that_bars_says_why_and_what_would_unlock_it(paper: Paper):
    found = [row.cells for row in table_of(paper, "gate-details").rows]
    lawful = next(cells for cells in found if cells[1].startswith("Lawful"))
    assert "No route in law for a whole trust." in lawful[2]
    assert "An Act of Parliament" in lawful[3]


def test_barriers_stand_in_three_lists_the_gravest_first(leicester: Appraisal, paper: Paper):
    asked = table_of(paper, "barriers-government")
    assert asked.caption == "Government is asked: the 3 gravest of 7"
    risks = [int(row.cells[1].split()[0]) for row in asked.rows]
    assert risks == sorted(risks, reverse=True)
    others = table_of(paper, "barriers-others")
    assert others.caption == "Commissioners, regulators and others act"
    assert "We act: no open barrier." in words_of(paper, "barriers.count")
    register = [row.cells[0].split("\n")[0] for row in table_of(paper, "barrier-register").rows]
    assert register == [each.title for each in leicester.barriers]


def test_support_stands_against_the_cap_and_its_rows_add_up(leicester: Appraisal, paper: Paper):
    *lines, used, cap = table_of(paper, "support-lines").rows
    amounts = [row.cells[3] for row in lines if row.cells[3].startswith("£")]
    assert sum(int(each.strip("£").replace(",", "")) for each in amounts) == 87_400
    assert used.cells[3] == "£87,400"
    assert leicester.programme.cap is not None
    assert cap.cells[3] == pounds(leicester.programme.cap) == "£100,000"


def test_a_contract_above_the_approval_threshold_is_flagged(
    leicester: Appraisal, composed: Compose
):
    programme = replace(leicester.programme, approval_threshold=50_000_00)
    paper = composed(replace(leicester, programme=programme))
    first = table_of(paper, "contracts").rows[0]
    assert first.cells[2:] == ("£51,360", first.cells[3])
    assert first.cells[3].startswith("Above the threshold. ")


def test_figures_state_their_finding_in_words(paper: Paper):
    ranking, support = all_of(paper, FigureBlock)
    assert "FT plus has the highest total, 71 of 100" in ranking.figure.alt
    assert "£87,400 of its cap of £100,000" in support.figure.alt


def test_scorers_are_known_by_role_and_never_by_name(leicester: Appraisal, composed: Compose):
    named = replace(
        leicester,
        scorers=tuple(replace(each, name=f"Quillfeather {each.id}") for each in leicester.scorers),
    )
    paper = composed(named)
    assert "Quillfeather" not in " ".join(texts_of(paper))
    assert "Quillfeather" not in write_html(paper)
    scorers = [row.cells[0] for row in table_of(paper, "scorers").rows]
    assert scorers[0] == "1. Executive director 1"


def test_individual_scores_stay_hidden_while_people_score_alone(
    leicester: Appraisal, composed: Compose
):
    from appraiser.domain.terms import ScoringPhase

    hidden = replace(leicester, scoring=replace(leicester.scoring, phase=ScoringPhase.ALONE))
    keys = [table.key for table in all_of(composed(hidden), Table)]
    assert not [key for key in keys if key.startswith("individual-")]


def test_illustrative_figures_are_named_on_the_front_sheet_and_every_foot(paper: Paper):
    (front,) = all_of(paper, FrontSheet)
    assert front.notices[0].startswith("Illustrative. Scores, weights, costs, day rates")
    assert paper.meta.notice.startswith("Illustrative figures: not for decision")


def test_private_items_are_announced_in_the_private_paper(
    leicester: Appraisal, paper: Paper, composed: Compose
):
    (front,) = all_of(paper, FrontSheet)
    assert any("2 items marked private" in notice for notice in front.notices)
    (front,) = all_of(composed(replace(leicester, part_marks=())), FrontSheet)
    assert not any("Part 2" in notice for notice in front.notices)


def test_weights_that_went_stale_are_said_to_be(leicester: Appraisal, composed: Compose):
    changed = replace(leicester.criteria[0], anchor_50="Something else")
    paper = composed(replace(leicester, criteria=(changed, *leicester.criteria[1:])))
    assert words_of(paper, "summary.stale").startswith("Stale weights.")


def test_the_law_and_the_data_used_are_printed_with_their_dates(paper: Paper):
    assert words_of(paper, "annex-rules.law") == "The law is taken as it stood on 12 December 2014."
    assert "Rules" in [row.cells[0] for row in table_of(paper, "vintages").rows]
    rests_on = " ".join(row.cells[3] for row in table_of(paper, "gate-reasons").rows)
    assert "From 1 Apr 2014" in rests_on


def test_the_authors_own_words_take_the_place_of_a_composed_paragraph(
    leicester: Appraisal, composed: Compose
):
    own = WrittenParagraph(
        id=WrittenParagraphId("own"), paragraph="summary.verdict", text="The panel was split."
    )
    paper = composed(replace(leicester, written_paragraphs=(own,)))
    assert words_of(paper, "summary.verdict") == "The panel was split."
    assert "Narrow leader." in words_of(paper, "results.rule")


@pytest.mark.parametrize("scope", Scope)
def test_a_new_appraisal_can_be_exported_and_says_what_is_missing(scope: Scope, composed: Compose):
    paper = composed(new_appraisal("Test NHS Trust", scope))
    (front,) = all_of(paper, FrontSheet)
    assert front.notices[0].startswith("Not complete.")
    assert words_of(paper, "ask.none") == "No resolution has been written yet."
    assert words_of(paper, "summary.verdict").startswith("No verdict yet.")
    assert words_of(paper, "support.total").startswith("No support has been planned yet")
    assert words_of(paper, "costs.none") == "No option has been costed yet."


def test_an_appraisal_of_nothing_at_all_still_makes_a_paper(composed: Compose):
    paper = composed(Appraisal(id="nothing"))
    assert paper.title == "Options for a mutual"
    assert words_of(paper, "options.none") == "No option is on the shortlist yet."
    assert write_pdf(paper).startswith(b"%PDF")


def test_runs_hold_plain_text(leicester: Appraisal, composed: Compose):
    markup = "<b>bold</b> &amp; more"
    paper = composed(replace(leicester, paper=replace(leicester.paper, summary=markup)))
    (run,) = next(each.runs for each in all_of(paper, Paragraph) if each.key == "summary.more")
    assert run == Run(f"{markup}.")


@given(appraisals())
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_appraisal_at_all_can_be_made_into_a_paper(composed: Compose, appraisal: Appraisal):
    paper = composed(appraisal)
    assert all(
        len(row.cells) == len(table.columns) for table in all_of(paper, Table) for row in table.rows
    )
    assert write_html(paper)
    assert write_pdf(paper).startswith(b"%PDF")
