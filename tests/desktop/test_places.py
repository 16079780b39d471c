"""Whatever is missing or wrong, the drawer leads to the control that puts it right."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton
from tests.desktop.conftest import sample_appraisal

from appraiser.desktop.desk import Desk
from appraiser.desktop.widgets.choosing_card import ChoosingCard
from appraiser.desktop.widgets.collection_card import CollectionCard
from appraiser.desktop.widgets.drawer import Drawer
from appraiser.desktop.widgets.form import Form
from appraiser.domain.appraisal import COLLECTIONS, SINGLES
from appraiser.domain.barriers import Barrier, KeptGate
from appraiser.domain.board_paper import WrittenParagraph
from appraiser.domain.case import Benefit, EoiAnswer, Objective
from appraiser.domain.checks import check
from appraiser.domain.costs import CostLine
from appraiser.domain.criteria import Criterion, Seal
from appraiser.domain.fields import Kind, specs
from appraiser.domain.ids import Ref
from appraiser.domain.options import Option
from appraiser.domain.scores import Scorer
from appraiser.domain.starting import new_appraisal
from appraiser.domain.support import SupportLine
from appraiser.domain.terms import BarrierStatus, Listing, Recommendation, Scope, Stage
from appraiser.domain.trust import ServiceLine
from appraiser.domain.wants import wants

BEGUN = new_appraisal("Fenmarsh Community Health", Scope.WHOLE_ORGANISATION)

ON_THE_WAY = replace(
    new_appraisal("Fenmarsh Community Health", Scope.SERVICE_LINE),
    service_lines=(ServiceLine(id="line-1"),),
    objectives=(Objective(id="objective-1"),),
    benefits=(Benefit(id="benefit-1", first_year=3, last_year=1),),
    eoi_answers=(EoiAnswer(id="answer-1", word_limit=1, answer="too many words"),),
    options=(
        *BEGUN.options,
        Option(id="option-1", scope=Scope.SERVICE_LINE, listing=Listing.SHORTLIST),
        Option(id="option-2", listing=Listing.LEFT_OUT),
    ),
    barriers=(
        Barrier(id="barrier-1"),
        Barrier(id="barrier-2", status=BarrierStatus.ACCEPTED),
    ),
    criteria=(Criterion(id="criterion-1"), Criterion(id="criterion-2", name="Voice")),
    scorers=(Scorer(id="scorer-1"),),
    cost_lines=(CostLine(id="cost-1", option="option-1", first_year=3, last_year=1),),
    support_lines=(SupportLine(id="support-1"),),
    paper=replace(BEGUN.paper, recommendation=Recommendation.ONE_OPTION, recommended="option-2"),
)
APPRAISALS = {
    "begun": BEGUN,
    "on the way": ON_THE_WAY,
    "staged": replace(BEGUN, paper=replace(BEGUN.paper, recommendation=Recommendation.STAGED)),
    **{name: sample_appraisal(name) for name in ("leicester", "fenmarsh", "northcliff")},
}


LAID_OUT_IN = 4
"""Rounds of events until a page that has just come up is laid out."""

CLASSES = {name: cls for name, (cls, _, _) in SINGLES.items()}
CLASSES |= {name: each.entity for name, each in COLLECTIONS.items()}


@pytest.fixture
def desk_of(opened, shown):
    def make(appraisal) -> Desk:
        return shown(Desk(opened(appraisal)), 1280, 638)

    return make


@pytest.mark.parametrize("name", APPRAISALS)
def test_everything_a_stage_wants_has_a_place_that_takes_the_keyboard(desk_of, name):
    appraisal = APPRAISALS[name]
    desk = desk_of(appraisal)
    for each in one_of_a_kind(*wants(appraisal), *check(appraisal)):
        assert goes_to(desk, each.ref, each.field), each.words
        assert desk.stage is each.stage, each.words


def one_of_a_kind(*found):
    """Give the last of those that lead to the same field of things of the same kind."""
    kinds = {
        (each.stage, each.ref.collection, bool(each.ref.id), each.field.partition("/")[0]): each
        for each in found
    }
    return kinds.values()


def goes_to(desk: Desk, ref: Ref, field: str) -> bool:
    """Go to a place; tell whether a control of it has the keyboard and is in view."""
    desk.setFocus()
    desk.go_to(ref, field)
    for _ in range(LAID_OUT_IN):
        QApplication.processEvents()
    here = QApplication.focusWidget()
    if here is None or not desk.page.isAncestorOf(here) or not here.isVisible():
        return False
    top = here.mapTo(desk.page.viewport(), QPoint(0, 0)).y()
    in_view = top >= -2 and top + min(here.height(), 40) <= desk.page.viewport().height() + 2
    return in_view and wanted_name(ref, field) in ("", here.accessibleName())


def wanted_name(ref: Ref, field: str) -> str:
    """Give the name of the control where it is one field's own."""
    spec = specs(CLASSES[ref.collection]).get(field) if ref.collection in CLASSES else None
    return "" if spec is None or spec.kind is Kind.AMOUNTS else spec.label


def test_a_missing_weight_leads_to_the_criterion_that_has_none(desk_of):
    desk = desk_of(ON_THE_WAY)
    desk.go_to(Ref("weight_sets", ON_THE_WAY.weighting.model_set), "raw")
    assert QApplication.focusWidget().accessibleName() == "Swing of Unnamed criterion"


def test_a_missing_score_leads_to_its_cell(desk_of, leicester):
    desk = desk_of(leicester)
    option, criterion = leicester.shortlist[2], leicester.criteria[3]
    desk.go_to(Ref("sheets"), f"{option.id}/{criterion.id}")
    index = QApplication.focusWidget().currentIndex()
    assert (index.row(), index.column()) == (2, 3)


def test_a_result_that_was_kept_leads_to_where_it_is_held_against_todays_library(desk_of):
    desk = desk_of(BEGUN)
    desk.go_to(Ref("kept_gates", "kept-1"), "")
    assert desk.stage is Stage.GATES
    assert QApplication.focusWidget().text() == "Keep these results"


def test_a_form_that_is_added_as_an_option_leads_to_its_name(desk_of):
    desk = desk_of(BEGUN)
    desk.show_stage(Stage.OPTIONS)
    desk.page.findChild(ChoosingCard).add_button.click()
    for _ in range(LAID_OUT_IN):
        QApplication.processEvents()
    assert QApplication.focusWidget().accessibleName() == "Option"
    assert QApplication.focusWidget().text() == "NHS trust as it is"


def test_the_drawer_lists_what_is_missing_and_its_links_lead_there(desk_of):
    desk = desk_of(BEGUN)
    links = desk.findChild(Drawer).findChildren(QPushButton)
    words = [each.accessibleName() for each in links]
    assert "Give the trust's income." in words
    links[words.index("Give the trust's income.")].click()
    assert QApplication.focusWidget().accessibleName() == "Income in a year"


def test_a_place_that_is_gone_is_no_place(desk_of):
    desk = desk_of(BEGUN)
    desk.go_to(Ref("barriers", "barrier-that-was-removed"), "title")
    assert desk.stage is Stage.GATES
    assert not desk.page.go_to(Ref("barriers", "barrier-that-was-removed"), "title")


NOT_TYPED = {
    ("weight_sets", "raw"),  # has a card of its own
    *(("kept_gates", name) for name in specs(KeptGate) if name != "id"),  # kept, never typed
    *(("seals", name) for name in specs(Seal) if name != "id"),  # made, broken, never typed
    *(("written_paragraphs", name) for name in specs(WrittenParagraph) if name != "id"),  # later
}
"""Fields that no form shows."""


def test_every_field_of_an_appraisal_is_on_a_page(desk_of, leicester):
    desk = desk_of(leicester)
    there: set[tuple[str, str]] = set()
    for stage in Stage:
        desk.show_stage(stage)
        for card in desk.page.findChildren(CollectionCard):
            there |= {(card.view.collection, name) for name in card.view.fields}
        for form in desk.page.findChildren(Form):
            there |= {(form.ref.collection, name) for name in form.names}
    fields = {
        (name, spec.name)
        for name, cls in CLASSES.items()
        for spec in specs(cls).values()
        if spec.kind is not Kind.ID
    }
    assert fields - there == NOT_TYPED
