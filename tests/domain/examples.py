"""One small appraisal, sealed and scored, that the tests of the domain change by hand."""

from dataclasses import replace
from datetime import datetime

from appraiser.domain.applying import apply
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.barriers import Action, Barrier, GateAnswer
from appraiser.domain.case import Benefit, Objective
from appraiser.domain.criteria import Comparison, Criterion, Weighting, WeightSet
from appraiser.domain.edits import Edit
from appraiser.domain.options import FactorMark, Option, SuccessFactor
from appraiser.domain.scores import CONSENSUS, Cell, Group, Interest, Score, Scorer, SheetKey
from appraiser.domain.scores import ScoreSheet as Sheet
from appraiser.domain.sealing import new_seal
from appraiser.domain.sources import Citation, PartMark, Source
from appraiser.domain.terms import Listing, OptionRole, Round
from appraiser.domain.trust import Trust

SEALED_AT = datetime(2014, 12, 12, 14, 2)  # noqa: DTZ001
ALONE = SheetKey(Round.ALONE, "nurse")


def unsealed() -> Appraisal:
    """A baseline, two options that stay in the NHS or leave it, one on the longlist."""
    return Appraisal(
        id="small",
        trust=Trust(name="Made-up NHS Trust", income=100_000_000),
        sources=(Source(id="accounts", title="Annual accounts"),),
        citations=(
            Citation(id="c1", about="trust.income", source="accounts"),
            Citation(id="c2", about="options/cic.description", source="accounts"),
            Citation(id="c3", about="trust.name", source="accounts"),
        ),
        part_marks=(PartMark(id="p1", about="options/cic"),),
        objectives=(Objective(id="voice", title="A stronger voice"),),
        benefits=(Benefit(id="b1", title="Lower turnover", options=("ft-plus", "cic")),),
        options=(
            Option(
                id="bau",
                name="Business as usual",
                role=OptionRole.BUSINESS_AS_USUAL,
                stays_in_nhs=True,
                listing=Listing.SHORTLIST,
            ),
            Option(id="ft-plus", name="FT plus", stays_in_nhs=True, listing=Listing.SHORTLIST),
            Option(id="cic", name="Company", listing=Listing.SHORTLIST),
            Option(id="jv", name="Joint venture"),
        ),
        success_factors=(SuccessFactor(id="fit", title="Strategic fit"),),
        factor_marks=(
            FactorMark(id="m1", option="ft-plus", factor="fit"),
            FactorMark(id="m2", option="cic", factor="fit"),
        ),
        gate_answers=(GateAnswer(id="g1", option="cic"),),
        barriers=(Barrier(id="vat", title="VAT", options=("cic",)),),
        actions=(Action(id="a1", barrier="vat", title="Ask an adviser"),),
        criteria=(
            Criterion(id="staff", name="Staff"),
            Criterion(id="engagement", name="Engagement", parent="staff"),
            Criterion(id="turnover", name="Turnover", parent="staff"),
            Criterion(id="quality", name="Quality"),
        ),
        weight_sets=(
            WeightSet(
                id="panel",
                name="Panel",
                group="clinicians",
                raw={"staff": 100.0, "quality": 60.0, "engagement": 100.0, "turnover": 50.0},
            ),
        ),
        comparisons=(
            Comparison(id="k1", weight_set="panel", first="staff", second="quality", ratio=2.0),
        ),
        weighting=Weighting(model_set="panel"),
        groups=(Group(id="clinicians", name="Clinicians"), Group(id="union", name="Union")),
        scorers=(Scorer(id="nurse", name="A nurse", role="Nurse", group="clinicians"),),
        interests=(Interest(id="i1", scorer="nurse", options=("cic",)),),
    )


def sealed() -> Appraisal:
    """The same, with its criteria and weights sealed."""
    open_still = unsealed()
    seal = replace(new_seal(open_still, SEALED_AT, "The panel"), id="s1")
    return replace(open_still, seals=(seal,))


def scored() -> Appraisal:
    """The same, sealed, with a few scores of one scorer and of the room."""
    return replace(
        sealed(),
        sheets={
            ALONE: Sheet({Cell("cic", "engagement"): Score(value=80.0)}),
            CONSENSUS: Sheet(
                {
                    Cell("ft-plus", "engagement"): Score(value=70.0),
                    Cell("cic", "engagement"): Score(value=75.0),
                    Cell("cic", "quality"): Score(value=20.0),
                }
            ),
        },
    )


def after(appraisal: Appraisal, *edits: Edit) -> Appraisal:
    """The appraisal after some edits, none of them refused."""
    for edit in edits:
        appraisal = apply(appraisal, edit).appraisal
    return appraisal
