"""The annex on scores: every score that feeds a total, with its weight and its reason."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from appraiser.analysis.option_results import Contribution, OptionResult
from appraiser.domain.scores import CONSENSUS, Cell, Score, ScoreSheet
from appraiser.domain.terms import MissingScores, ScoreFeed
from appraiser.domain.written import plain_number, points, rounded
from appraiser.paper.annex_criteria import in_percent, percent_of
from appraiser.paper.annexes import key_of
from appraiser.paper.blocks import Align, Block, Column, Heading, Row, Table, paragraph
from appraiser.paper.material import NOT_HERE, Material
from appraiser.paper.wording import sentence

_NOTHING = Score()


def annex_scores(matter: Material) -> Iterator[Block]:
    """Give the annex on scores."""
    results = matter.results
    yield Heading(1, "Scores, weights and totals", key_of("scores"))
    if not results.options or not matter.appraisal.criteria:
        yield paragraph("annex-scores.none", "There is nothing to score yet.")
        return
    if matter.hides("sheets"):
        yield paragraph("annex-scores.private", NOT_HERE)
        return
    yield paragraph(
        "annex-scores.reading",
        "Points are the weight times the score, and the total is the sum of the points. Weights "
        "and points are printed to one place so that the sums can be redone; the paper prints "
        "totals whole.",
    )
    if results.missing is MissingScores.SCORED_ONLY and any(
        each.missing for each in results.options
    ):
        yield paragraph(
            "annex-scores.shared",
            "Where a score is missing, the weights of the criteria that are scored are raised "
            "until they make up the whole, and the points follow the raised weights.",
        )
    for each in results.options:
        yield Heading(2, matter.option(each.option), f"scores-{each.option}")
        yield _table(matter, each)


def _table(matter: Material, result: OptionResult) -> Table:
    total = "No total" if result.total is None else rounded(Decimal(repr(result.total)), 1)
    last = "" if result.total is None else f"Printed as {points(result.total)}"
    return Table(
        "",
        (
            Column("Criterion", 2.2),
            Column("Weight", 0.95, Align.END),
            Column("Score", 1.1, Align.END),
            Column("Points", 0.9, Align.END),
            Column("Reason and evidence", 5),
        ),
        (
            *(_row(matter, result, each) for each in result.contributions),
            *_rounding(result),
            Row(("Total", _whole(result), "", total, last), strong=True),
        ),
        f"scores-{result.option}",
    )


def _whole(result: OptionResult) -> str:
    return "" if any(each.weight is None for each in result.contributions) else "100.0%"


def _rounding(result: OptionResult) -> Iterator[Row]:
    """Give what the printed rows lack of the printed sums, or have too much, where they do."""
    weights = [each.weight for each in result.contributions if each.weight is not None]
    weight = 100 - sum(map(in_percent, weights)) if _whole(result) and weights else Decimal(0)
    points_ = Decimal(0)
    if result.total is not None:
        points_ = _one_place(result.total) - sum(
            _one_place(each.points) for each in result.contributions if each.points is not None
        )
    if weight or points_:
        cells = (f"{weight}%" if weight else "", "", str(points_) if points_ else "")
        yield Row(("Rounding", *cells, "So that the printed rows add up to the printed sums"))


def _one_place(value: float) -> Decimal:
    return Decimal(rounded(Decimal(repr(value)), 1))


def _row(matter: Material, result: OptionResult, part: Contribution) -> Row:
    agreed = matter.appraisal.sheets.get(CONSENSUS, ScoreSheet()).cells
    score = agreed.get(Cell(result.option, part.criterion), _NOTHING)
    return Row(
        (
            matter.criterion(part.criterion),
            "None" if part.weight is None else percent_of(part.weight),
            "\n".join(_score(matter, part, score)),
            "None" if part.points is None else rounded(Decimal(repr(part.points)), 1),
            "\n".join(_why(score)) or "No reason has been given.",
        )
    )


def _score(matter: Material, part: Contribution, score: Score) -> Iterator[str]:
    yield "Missing" if part.score is None else plain_number(round(part.score, 2))
    if matter.results.feed is ScoreFeed.CONSENSUS:
        if score.low is not None and score.high is not None:
            yield f"{plain_number(score.low)} to {plain_number(score.high)}"
        if score.performance is not None:
            yield f"for {plain_number(score.performance)}"


def _why(score: Score) -> Iterator[str]:
    if score.reason.strip():
        yield sentence(score.reason)
    if score.evidence.strip():
        yield f"Evidence: {sentence(score.evidence)}"
