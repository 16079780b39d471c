"""What the paper says of the support plan and its cap."""

from dataclasses import replace

import pytest
from tests.paper.conftest import Compose, Matter
from tests.paper.reading import table_of, words_of

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import (
    SupportLineId,
)
from appraiser.domain.money_terms import SupportStatus
from appraiser.domain.support import SupportLine
from appraiser.domain.terms import (
    Recommendation,
)
from appraiser.domain.trust import Programme
from appraiser.paper.support_words import support_words


def spending(pence: int, cap: int | None) -> Appraisal:
    line = SupportLine(id=SupportLineId("x"), title="Advice", expenses=pence, vat_rate=0.0)
    return Appraisal(id="made", programme=Programme(cap=cap), support_lines=(line,))


@pytest.mark.parametrize(
    ("pence", "cap", "words"),
    [
        (80_000_00, 100_000_00, "against a cap of £100,000, which leaves £20,000."),
        (100_000_00, 100_000_00, "against a cap of £100,000, and uses all of it."),
        (110_000_00, 100_000_00, "That is £10,000 over the cap of £100,000."),
        (80_000_00, None, "The programme's cap has not been given."),
    ],
)
def test_the_support_plan_is_set_against_its_cap(
    matter: Matter, pence: int, cap: int | None, words: str
):
    assert support_words(matter(spending(pence, cap))).endswith(words)


def test_a_cap_stands_even_where_nothing_is_planned(matter: Matter):
    bare = Appraisal(id="made", programme=Programme(cap=100_000_00))
    assert support_words(matter(bare)) == ("No support has been planned yet. The cap is £100,000.")


def supported(status: SupportStatus, pence: int, cap: int | None) -> Appraisal:
    appraisal = spending(pence, cap)
    (line,) = appraisal.support_lines
    spent = replace(line, id=SupportLineId("s"), status=SupportStatus.SPENT, spent=30_000_00)
    spent = replace(spent, expenses=30_000_00)
    paused = replace(appraisal.paper, recommendation=Recommendation.PAUSE)
    return replace(appraisal, support_lines=(spent, replace(line, status=status)), paper=paused)


@pytest.mark.parametrize(
    ("status", "pence", "cap", "words"),
    [
        (
            SupportStatus.PLANNED,
            40_000_00,
            75_000_00,
            (
                "£30,000 has been spent and nothing more is committed, VAT that cannot be "
                "recovered and expenses included. A further £40,000 is planned; on a pause it "
                "would not be spent. Of the cap of £75,000, £45,000 would be left."
            ),
        ),
        (
            SupportStatus.COMMITTED,
            40_000_00,
            60_000_00,
            (
                "£30,000 has been spent and £40,000 more is committed, VAT that cannot be "
                "recovered and expenses included. Nothing more is planned. That is £10,000 over "
                "the cap of £60,000."
            ),
        ),
        (
            SupportStatus.COMMITTED,
            5_000_00,
            None,
            (
                "£30,000 has been spent and £5,000 more is committed, VAT that cannot be "
                "recovered and expenses included. Nothing more is planned. The programme's cap "
                "has not been given."
            ),
        ),
    ],
)
def test_on_a_pause_the_support_says_what_is_spent_committed_and_would_not_be_spent(
    composed: Compose, status: SupportStatus, pence: int, cap: int | None, words: str
):
    paper = composed(supported(status, pence, cap))
    assert words_of(paper, "support.total") == words
    assert words_of(paper, "summary.support") == f"Cost of support. {words}"


def test_rows_that_do_not_add_up_by_rounding_are_said_to_be_rounded(composed: Compose):
    appraisal = spending(100_50, 1_000_00)
    (line,) = appraisal.support_lines
    paper = composed(replace(appraisal, support_lines=(line, replace(line, id=SupportLineId("y")))))
    assert "rounded" in table_of(paper, "support-lines").caption


def test_a_supplier_above_the_threshold_over_several_contracts_is_named(
    leicester: Appraisal, composed: Compose
):
    one = tuple(replace(each, supplier="Supplier A") for each in leicester.contracts)
    programme = replace(leicester.programme, approval_threshold=60_000_00)
    paper = composed(replace(leicester, contracts=one, programme=programme))
    assert (
        words_of(paper, "support.approval")
        .partition(" Annex")[0]
        .endswith("over all contracts: Supplier A.")
    )
