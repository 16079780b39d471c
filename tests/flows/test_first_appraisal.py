"""A board secretary's first appraisal, by keyboard alone, from the question to the board paper."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QLabel, QMenu
from tests.desktop.answers import Answers
from tests.flows.hands import Hands

from appraiser.desktop.dialogs.person import Person
from appraiser.domain.scores import CONSENSUS
from appraiser.domain.terms import Answer, Listing, Recommendation

TRUST = "Fenmarsh Health & Care NHS Trust (made up)"
UNIT, MUTUAL = "Internal autonomous unit", "FT plus"


class AtTheKeyboard(Person):
    """Answers the dialogs that ask for words by keys; files are named, as the system asks.

    Nothing else is expected to be asked or told.
    """

    def __init__(self, window, others: Answers) -> None:
        super().__init__(window)
        for question in ("path_to_save", "path_to_open", "confirm", "choose", "pick", "tell"):
            setattr(self, question, getattr(others, question))


@pytest.fixture
def hands(program) -> Hands:
    return Hands(program.window)


@pytest.fixture
def program(start, ask):
    return start(person=lambda window: AtTheKeyboard(window, ask))


def shown_words(program) -> str:
    page = program.window.desk.page
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def entry(program, begins: str) -> str:
    menus = program.window.menuBar().findChildren(QMenu)
    texts = [act.text() for menu in menus for act in menu.actions()]
    return next(each for each in texts if each.startswith(begins))


def settled(program) -> None:
    program.background.settle()


def test_a_first_appraisal_by_keyboard_alone(program, hands, ask, tmp_path):
    file = tmp_path / "An été with spaces" / "Fenmarsh.appraisal"
    file.parent.mkdir()
    ask.will(file)
    begin(hands)
    assert file.exists()
    say_who_is_asking(hands)
    say_why(hands)
    give_options(hands)
    answer_gates(hands)
    weigh_and_seal(hands, program)
    score(hands, program)
    cost(hands)
    read_the_results(hands, program)
    plan_support(hands)
    recommend(hands)
    check_what_was_kept(program)
    undo_and_redo(hands, program)
    save_close_and_reopen(hands, program, file)
    export(hands, program, ask, tmp_path / "board paper.pdf")
    assert ask.told == []


def begin(hands: Hands) -> None:
    def answer() -> None:
        hands.type("Fenmarsh")
        hands.press("Tab")
        assert hands.heard == "Whole organisation"
        hands.press("Return")

    hands.answer(answer)
    hands.press("Ctrl+N")


def say_who_is_asking(hands: Hands) -> None:
    hands.press("Ctrl+1")
    hands.fill("Law as it stood on", "12/12/2014")
    hands.fill("Trust's name", TRUST)
    hands.fill("Income in a year", "84m")
    hands.press("Return")
    assert hands.heard == "Year of the income"
    hands.go_to_section("Programme")
    hands.fill("Programme", "Mutuals in Health")
    hands.fill("Cap on the support", "100k")


def say_why(hands: Hands) -> None:
    hands.press("Ctrl+2")
    hands.push("Add challenge")
    assert hands.heard == "Challenge"
    hands.type("Staff feel they have no say")
    hands.fill("What it is", "The survey says so, year after year.")


def give_options(hands: Hands) -> None:
    hands.press("Ctrl+3")
    for name in (UNIT, MUTUAL):
        hands.push("Add option")
        hands.type(name)
        hands.choose("Form", name)
        hands.choose("Standing", "Shortlist")
        hands.push("Stays in the NHS")
        hands.press("Ctrl+3")


def answer_gates(hands: Hands) -> None:
    hands.press("Ctrl+4")
    hands.push("Add gate answer")
    hands.choose("Option", UNIT)
    hands.choose("Gate", "Safe for patients")
    hands.choose("Does it pass?", "Yes")
    hands.fill("Decided by", "Medical director")
    hands.press("Ctrl+4")
    hands.go_to_section("Barriers")
    hands.push("Add barrier")
    hands.type("VAT that can no longer be recovered")
    hands.fill("Owner", "Finance director")


def weigh_and_seal(hands: Hands, program) -> None:
    hands.press("Ctrl+5")
    hands.go_to_section("Criteria")
    for name in ("Staff voice", "Deliverability"):
        hands.push("Add criterion")
        hands.type(name)
        for at in (0, 50, 100):
            hands.fill(f"What {at} looks like", f"{name} at {at}")
        hands.press("Ctrl+5")
        hands.go_to_section("Criteria")
    hands.go_to_section("Weights")
    hands.fill("Swing of Staff voice", "100")
    hands.fill("Swing of Deliverability", "50")
    hands.press("Return")
    settled(program)
    assert "67%" in shown_words(program)

    def answer() -> None:
        hands.type("The panel")
        hands.press("Return")

    hands.answer(answer)
    hands.press("Ctrl+5")
    hands.push("Seal…")
    assert "Sealed 12 Dec 2014 12:00 by The panel." in shown_words(program)


def score(hands: Hands, program) -> None:
    hands.press("Ctrl+6")
    hands.go_to("Scores of each option on each criterion")
    for number in (20, 80, 50, 90, 85, 60):
        hands.type(str(number))
        hands.press("Return")
    hands.fill("Reason", "The form gives staff a vote.")
    settled(program)


def cost(hands: Hands) -> None:
    hands.press("Ctrl+7")
    hands.go_to_section("Ground rules")
    hands.fill("Price base", "2014-15 prices")
    hands.press("Ctrl+7")
    hands.go_to_section("Costs and savings")
    hands.push("Add cost")
    hands.choose("Option", MUTUAL)
    hands.fill("Cost", "Legal set-up")
    hands.choose("Falls", "One-off")
    hands.fill("Amount", "£25,000")


def read_the_results(hands: Hands, program) -> None:
    hands.press("Ctrl+8")
    settled(program)
    assert f"{MUTUAL} leads by" in shown_words(program)


def plan_support(hands: Hands) -> None:
    hands.press("Ctrl+9")
    hands.go_to_section("Support lines")
    hands.push("Add support line")
    hands.type("Legal advice on form")
    hands.fill("Day rate, before VAT", "900")
    hands.fill("Days", "10")


def recommend(hands: Hands) -> None:
    hands.press("Ctrl+0")
    hands.choose("Recommendation", "One option")
    hands.choose("Recommended option", MUTUAL)
    hands.fill("Why", "It gives staff a voice and stays in the NHS.")
    hands.fill("The board is asked to", "Approve FT plus as the way forward.")
    hands.press("Tab")


def check_what_was_kept(program) -> None:
    kept = program.workspace.appraisal
    assert kept.trust.name == TRUST
    assert kept.trust.income == 8_400_000_000
    assert kept.programme.cap == 10_000_000
    assert kept.challenges[0].title == "Staff feel they have no say"
    assert [option.name for option in kept.shortlist] == ["Business as usual", UNIT, MUTUAL]
    assert all(option.stays_in_nhs for option in kept.shortlist)
    assert all(option.listing is Listing.SHORTLIST for option in kept.options)
    assert kept.gate_answers[0].answer is Answer.YES
    assert kept.barriers[0].owner == "Finance director"
    assert [each.anchor_100 for each in kept.criteria] == [
        "Staff voice at 100",
        "Deliverability at 100",
    ]
    assert [score.value for score in kept.sheets[CONSENSUS].cells.values()] == [
        *(20.0, 80.0),
        *(50.0, 90.0),
        *(85.0, 60.0),
    ]
    assert kept.cost_lines[0].amount == 2_500_000
    assert (kept.support_lines[0].day_rate, kept.support_lines[0].days) == (90_000, 10.0)
    assert kept.paper.recommendation is Recommendation.ONE_OPTION
    assert kept.paper.resolutions == ("Approve FT plus as the way forward.",)


def undo_and_redo(hands: Hands, program) -> None:
    done = program.workspace.appraisal
    assert entry(program, "Undo") == "Undo the board is asked to of the board paper"
    hands.press("Ctrl+Z")
    hands.press("Ctrl+Z")
    assert program.workspace.appraisal.paper.reason == ""
    assert entry(program, "Redo") == "Redo why of the board paper"
    hands.press("Ctrl+Y")
    hands.press("Ctrl+Y")
    assert program.workspace.appraisal == done
    assert entry(program, "Redo") == "Redo"


def save_close_and_reopen(hands: Hands, program, file: Path) -> None:
    done = program.workspace.appraisal
    hands.press("Ctrl+S")
    assert program.window.state == "All changes saved"
    hands.press("Ctrl+W")
    assert program.workspace is None
    hands.go_to(TRUST)
    hands.press("Space")
    assert program.workspace.appraisal == done
    assert program.workspace.document.path == file


def export(hands: Hands, program, ask: Answers, out: Path) -> None:
    ask.will(True, out)  # some things are still missing, and it is a draft
    hands.press("Ctrl+E")
    settled(program)
    paper = pypdfium2.PdfDocument(out)
    text = "\n".join(page.get_textpage().get_text_range() for page in paper)
    paper.close()
    for words in (TRUST, UNIT, MUTUAL, "£100,000", "Approve FT plus as the way forward."):
        assert words in " ".join(text.split()), words
