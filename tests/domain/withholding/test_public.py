"""What the public may read: no private word, the same totals, and what is left out is counted."""

from dataclasses import replace

import pytest
from tests.planting import EVERYTHING, planted

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal
from appraiser.domain.barriers import Action, Barrier, Request
from appraiser.domain.board_paper import BoardPaper
from appraiser.domain.criteria import Criterion, WeightSet
from appraiser.domain.fields import Kind, specs
from appraiser.domain.options import Option
from appraiser.domain.scores import CONSENSUS, Cell, Score, Scorer, ScoreSheet, SheetKey
from appraiser.domain.sources import Citation, Exemption, PaperPart, PartMark, Source
from appraiser.domain.support import Contract, SupportLine
from appraiser.domain.terms import Recommendation, Round
from appraiser.domain.trust import Trust
from appraiser.domain.withholding.masking import MASKED
from appraiser.domain.withholding.public import public
from appraiser.domain.withholding.secrets import Secret
from appraiser.exchange.writing import appraisal_to_json


def marked(about: str, exemption: Exemption | None = Exemption.COMMERCIAL, **more) -> PartMark:
    return PartMark(id=f"mark-{len(about)}", about=about, exemption=exemption, **more)


VAT = Barrier(id="vat", title="A lender's terms", yearly_cost=12_300_00, owner="Finance")
BASE = Appraisal(
    id="base",
    barriers=(VAT, Barrier(id="law", title="The law")),
    actions=(Action(id="ring", barrier="vat", title="Ring the lender"),),
    requests=(Request(id="ask", barrier="law", title="Change the law"),),
    contracts=(Contract(id="lead", title="Advice", supplier="Supplier A"),),
    support_lines=(
        SupportLine(id="one", title="Days", contract="lead", day_rate=900_00, barriers=("vat",)),
        SupportLine(id="two", title="Other days", day_rate=800_00, barriers=("vat", "law")),
    ),
    sources=(Source(id="s", title="A letter"),),
    citations=(
        Citation(id="c", about="barriers/vat.yearly_cost", source="s"),
        Citation(id="d", about="barriers/law", source="s"),
    ),
)


def test_without_a_mark_everything_stands_but_marks_that_hide_nothing():
    found = public(replace(BASE, part_marks=(marked("barriers", part=PaperPart.PUBLIC),)))
    assert found.printed == BASE
    assert not found.withheld
    assert not found.hides("barriers")


def test_a_private_item_goes_with_all_that_belongs_to_it():
    found = public(replace(BASE, part_marks=(marked("barriers/vat", reason="Talks"),)))
    assert [each.id for each in found.printed.barriers] == ["law"]
    assert found.printed.actions == ()
    assert [each.about for each in found.printed.citations] == ["barriers/law"]
    assert [each.barriers for each in found.printed.support_lines] == [(), ("law",)]
    assert [(each.kind, each.count, each.reason) for each in found.withheld] == [
        ("barrier", 1, "Talks"),
        ("action", 1, "Talks"),
    ]
    assert found.hides("barriers")
    assert not found.hides("contracts")
    assert [each.kind for each in found.of("barriers", "requests")] == ["barrier"]


def test_what_belongs_to_a_private_item_and_is_private_itself_keeps_its_own_reason():
    marks = (marked("barriers/vat"), marked("actions/ring", Exemption.CONFIDENCE))
    found = public(replace(BASE, part_marks=marks))
    assert [(each.kind, each.exemption) for each in found.withheld] == [
        ("barrier", Exemption.COMMERCIAL),
        ("action", Exemption.CONFIDENCE),
    ]


def test_a_single_link_that_may_be_empty_leads_to_what_is_masked_and_so_never_dangles():
    classes = (*(cls for cls, _, _ in SINGLES.values()), *(c.entity for c in COLLECTIONS.values()))
    links = [spec for cls in classes for spec in specs(cls).values() if spec.kind is Kind.LINK]
    assert {spec.to for spec in links if not spec.owned} <= MASKED


def test_its_words_are_gone_from_what_totals_are_worked_out_from_and_its_amounts_are_not():
    found = public(replace(BASE, part_marks=(marked("barriers/vat"),)))
    first = found.counted.barriers[0]
    assert (first.title, first.yearly_cost, first.owner) == ("Withheld barrier 1", 12_300_00, "")


def test_a_contract_keeps_its_place_without_its_words_and_so_do_its_lines():
    found = public(replace(BASE, part_marks=(marked("contracts/lead"),)))
    (contract,), (first, second) = found.printed.contracts, found.printed.support_lines
    assert (contract.title, contract.supplier) == ("Withheld contract 1", "")
    assert (first.title, first.day_rate) == ("Withheld support line 1", 0)
    assert (second.title, second.day_rate) == ("Other days", 800_00)
    assert found.counted.support_lines[0].day_rate == 900_00


def test_a_field_alone_says_that_it_is_withheld_and_an_empty_one_stays_empty():
    paper = BoardPaper(legal="Counsel said", resolutions=("Buy", "Sell"), logo="", title="T")
    marks = tuple(
        replace(marked(f"paper.{name}", Exemption.LEGAL_PRIVILEGE), id=f"m-{name}")
        for name in ("legal", "quality", "resolutions", "logo", "meeting_on", "recommendation")
    )
    decided = replace(paper, recommendation=Recommendation.PAUSE)
    found = public(Appraisal(id="a", paper=decided, part_marks=marks))
    printed = found.printed.paper
    assert printed.legal == "Withheld: section 42, legal privilege."
    assert printed.quality == printed.logo == ""
    assert printed.resolutions == ("Withheld: section 42, legal privilege.",)
    assert printed.recommendation is Recommendation.UNDECIDED
    assert found.counted.paper.recommendation is Recommendation.UNDECIDED
    assert next(each.kind for each in found.withheld) == "board paper: Legal implications"


def test_a_whole_part_and_a_field_over_a_whole_collection_can_be_private():
    trust = Trust(name="A trust", income=5_00, note="Secret")
    marks = (marked("trust", None), marked("support_lines.day_rate"))
    found = public(replace(BASE, trust=trust, part_marks=marks))
    assert found.printed.trust.name == "Withheld from the public paper."
    assert found.printed.trust.income is None
    assert [each.day_rate for each in found.printed.support_lines] == [0, 0]
    assert [each.title for each in found.printed.support_lines] == ["Days", "Other days"]
    assert found.hides("support_lines")


def test_all_scores_can_be_private_and_a_scorer_takes_a_sheet_along():
    cell = Cell("o", "c")
    alone = SheetKey(Round.ALONE, "nurse")
    appraisal = Appraisal(
        id="a",
        options=(Option(id="o", name="One"),),
        criteria=(Criterion(id="c", name="Care", short_name="Care"),),
        weight_sets=(WeightSet(id="w", name="Panel", raw={"c": 100.0}),),
        scorers=(Scorer(id="nurse", role="Nurse"),),
        sheets={
            key: ScoreSheet({cell: Score(value=40.0, reason="It is so for many reasons")})
            for key in (CONSENSUS, alone)
        },
    )
    whole = public(replace(appraisal, part_marks=(marked("sheets"),)))
    assert whole.printed.sheets[CONSENSUS].cells == {cell: Score()}
    assert whole.counted.sheets[CONSENSUS].cells == {cell: Score(value=40.0)}
    assert whole.withheld[0].kind == "set of scores"
    assert Secret("It is so for many reasons", "sheets.reason") in whole.secrets
    assert whole.of("sheets", "options") == ()
    one = public(replace(appraisal, part_marks=(marked("scorers/nurse"),)))
    assert set(one.printed.sheets) == {CONSENSUS}
    assert one.printed.scorers[0].role == "Withheld scorer 1"
    weights = public(replace(appraisal, part_marks=(marked("weight_sets/w"),)))
    assert weights.printed.weight_sets[0].raw == {}
    assert weights.counted.weight_sets[0].raw == {"c": 100.0}
    criterion = public(replace(appraisal, part_marks=(marked("criteria/c"),)))
    assert criterion.printed.criteria[0].short_name == "Withheld 1"


def test_a_link_to_one_private_thing_is_cleared():
    appraisal = replace(BASE, part_marks=(marked("contracts/lead"), marked("sources/s")))
    found = public(appraisal)
    assert found.printed.sources == found.printed.citations == ()
    assert found.printed.support_lines[0].contract == "lead"
    measures = COLLECTIONS["measures"].entity
    view = measures(id="m", name="Sickness", service_line="ward")
    staff = COLLECTIONS["service_lines"].entity(id="ward", name="Ward")
    kept = public(
        Appraisal(
            id="a", measures=(view,), service_lines=(staff,), part_marks=(marked("measures"),)
        )
    )
    assert kept.printed.measures == ()
    paper = BoardPaper(recommended="o")
    option = Option(id="o", name="One")
    masked = public(
        Appraisal(id="a", paper=paper, options=(option,), part_marks=(marked("options/o"),))
    )
    assert masked.printed.paper.recommended == "o"


def test_roles_and_what_public_items_say_in_the_same_words_are_no_secret():
    lines = tuple(replace(each, basis="A rate card") for each in BASE.support_lines)
    appraisal = replace(
        BASE, support_lines=lines, part_marks=(marked("support_lines/one"), marked("barriers/vat"))
    )
    values = [each.value for each in public(appraisal).secrets]
    assert "A rate card" not in values
    assert "Finance" not in values
    assert "A lender's terms" in values
    assert 12_300_00 in values
    same = replace(lines[0], day_rate=800_00)
    repeated = replace(appraisal, support_lines=(same, lines[1]))
    assert 800_00 not in [each.value for each in public(repeated).secrets]


@pytest.mark.parametrize("name", EVERYTHING)
def test_no_word_of_a_private_item_is_left_in_any_field(leicester: Appraisal, name: str):
    appraisal, secrets = planted(leicester, (name,))
    assert secrets or name in {"robustness", "factor_marks"}
    found = public(appraisal)
    for each in (found.printed, found.counted):
        said = appraisal_to_json(replace(each, part_marks=()))
        assert not [secret for secret in secrets if secret in said]
    assert "1234567" not in appraisal_to_json(found.printed)


def test_every_text_field_is_planted(leicester: Appraisal):
    _, secrets = planted(leicester, tuple(SINGLES))
    texts = {Kind.LINE, Kind.TEXT, Kind.LINES}
    fields = [
        spec
        for cls, _, _ in SINGLES.values()
        for spec in specs(cls).values()
        if spec.kind in texts and not spec.entry
    ]
    assert len(secrets) == len(fields)
