"""The paper before it goes out: what it lacks, which Part, and the preview that leads back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QPushButton
from tests.desktop.answers import NOT_NOW, Answers

from appraiser.desktop.page_list import page_list
from appraiser.desktop.pages.paper_page import PaperPage
from appraiser.desktop.paper_window import PaperWindow
from appraiser.desktop.preview.place import Place
from appraiser.desktop.workspace import Workspace
from appraiser.desktop.writing_over import AGREE, CHANGE, GO_BACK, WRITE
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.edits import SetField
from appraiser.domain.ids import Ref
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Stage

PAPER = next(info for info in page_list() if info.stage is Stage.PAPER)
PATIENCE = 60_000


@pytest.fixture
def page_of(opened, shown, qtbot):
    """Gives the page of an appraisal with its paper made."""

    def make(appraisal: Appraisal) -> tuple[Workspace, PaperPage]:
        workspace = opened(appraisal)
        page = PAPER.build(workspace)
        assert isinstance(page, PaperPage)
        shown(page, 900, 900)
        with qtbot.waitSignal(page.preparing.prepared, timeout=PATIENCE):
            page.give_keyboard(page.going_out.part)
        return workspace, page

    return make


@pytest.fixture
def window_of(page_of, qtbot):
    """Gives the preview of an appraisal's paper; it is put away afterwards."""
    windows: list[PaperWindow] = []

    def make(appraisal: Appraisal) -> tuple[Workspace, PaperWindow]:
        workspace, page = page_of(appraisal)
        page.preview()
        window = page.paper_window
        assert window is not None
        windows.append(window)
        qtbot.waitUntil(lambda: bool(window.view.content), timeout=PATIENCE)
        return workspace, window

    yield make
    for each in windows:
        each.put_away()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def words(page) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page))


def place_of(window: PaperWindow, key: str) -> Place:
    return next(each for each in window.view.paper.places if each.key == key)


def test_what_the_paper_lacks_is_listed_with_the_way_to_it(page_of, leicester: Appraisal, qtbot):
    paper = replace(leicester.paper, sponsor="")
    workspace, page = page_of(replace(leicester, paper=paper))
    assert "1 thing is to be put right before it goes to the board." in words(page)
    assert "The body takes 8 pages of 8." in words(page)
    go = next(
        each
        for each in page.readiness.findChildren(QPushButton)
        if each.accessibleName() == "Go to: Name the executive sponsor."
    )
    with qtbot.waitSignal(workspace.asked_for) as asked:
        go.click()
    assert asked.args == [Ref("paper"), "sponsor"]


def test_a_finished_paper_has_nothing_in_its_way(page_of, leicester: Appraisal):
    _, page = page_of(leicester)
    assert "Nothing stands in its way; 6 things may be worth a look." in words(page)
    assert page.readiness.against() == ""


def test_a_long_list_is_cut_and_says_so(page_of, fresh: Appraisal, qtbot):
    _, page = page_of(fresh)
    qtbot.waitUntil(lambda: "Before it goes to the board (32)" in words(page))
    assert "and 20 more" in words(page)
    assert " more." in page.readiness.against()


def test_the_list_follows_a_change_once_the_keyboard_rests(page_of, leicester: Appraisal, qtbot):
    workspace, page = page_of(leicester)
    with qtbot.waitSignal(page.preparing.prepared, timeout=PATIENCE):
        workspace.perform(SetField(Ref("paper"), "sponsor", ""))
    qtbot.waitUntil(lambda: "Name the executive sponsor." in words(page))


def test_exporting_with_something_in_the_way_asks_first(
    page_of, leicester: Appraisal, ask: Answers, tmp_path: Path
):
    workspace, page = page_of(replace(leicester, paper=replace(leicester.paper, sponsor="")))
    ask.will(False)
    page.act()
    assert ask.last_asked[:3] == (
        "confirm",
        "Some things should be put right before the paper goes out.",
        "Name the executive sponsor.",
    )
    assert not page.export_button.is_writing
    ask.will(True, tmp_path / "paper.html")
    page.act()
    workspace.background.settle()
    assert (tmp_path / "paper.html").exists()


def test_the_public_paper_is_previewed_and_exported_without_what_is_private(
    page_of, leicester: Appraisal, ask: Answers, tmp_path: Path, qtbot
):
    workspace, page = page_of(leicester)
    part = page.going_out.part
    with qtbot.waitSignal(page.preparing.prepared, timeout=PATIENCE):
        part.setCurrentIndex(1)
        part.activated.emit(1)
    assert "searched for every private word" in words(page)
    assert any(each.key == "withheld" for each in page.preparing.paper.places)
    out = tmp_path / "public.pdf"
    ask.will(out)
    page.act()
    assert ask.last_asked[2].endswith("public-board-paper.pdf")
    workspace.background.settle()
    assert out.read_bytes() == page.preparing.paper.content
    assert "leaves out 1 contract" in ask.told[0].what


def test_a_leak_is_told_before_anything_is_exported(page_of, leicester: Appraisal, qtbot):
    dissent = "Supplier A (illustrative) was too dear."
    _, page = page_of(replace(leicester, paper=replace(leicester.paper, dissent=dissent)))
    with qtbot.waitSignal(page.preparing.prepared, timeout=PATIENCE):
        page.going_out.part.setCurrentIndex(1)
        page.going_out.part.activated.emit(1)
    said = "would show what is private: “Supplier A (illustrative)”"
    qtbot.waitUntil(lambda: said in words(page))


def test_a_password_is_asked_for_and_locks_the_paper(
    page_of, leicester: Appraisal, ask: Answers, tmp_path: Path
):
    workspace, page = page_of(leicester)
    page.going_out.password.click()
    out = tmp_path / "locked.pdf"
    ask.will(out, NOT_NOW, out, "open sesame")
    page.act()
    assert not page.export_button.is_writing
    page.act()
    workspace.background.settle()
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(out.read_bytes())
    with pypdfium2.PdfDocument(out.read_bytes(), password="open sesame") as document:
        assert len(document) > 40
    assert "cannot be PDF/A" in ask.last_told.what


def test_the_whole_journal_is_printed_where_it_is_chosen(page_of, leicester: Appraisal, qtbot):
    _, page = page_of(leicester)
    assert "journal" not in [each.key for each in page.preparing.paper.places]
    with qtbot.waitSignal(page.preparing.prepared, timeout=PATIENCE):
        page.going_out.journal.click()
    assert "journal" in [each.key for each in page.preparing.paper.places]


def test_writing_says_how_far_it_is_and_can_be_stopped(
    page_of, leicester: Appraisal, ask: Answers, tmp_path: Path, qtbot
):
    workspace, page = page_of(leicester)
    out = tmp_path / "paper.pdf"
    out.write_text("the old one", encoding="utf-8")
    ask.will(out)
    button = page.export_button
    page.act()
    qtbot.waitUntil(lambda: "%" in button.text(), timeout=PATIENCE)
    assert button.text().startswith("Stop writing (")
    button.click()
    workspace.background.settle()
    assert button.text() == "Export paper…"
    assert out.read_text(encoding="utf-8") == "the old one"
    assert ask.told == []


def test_the_preview_shows_the_bytes_that_would_be_exported(
    window_of, leicester: Appraisal, tmp_path: Path
):
    from appraiser.exporting.to_file import export_to
    from appraiser.exporting.wanted import Wanted

    workspace, window = window_of(leicester)
    wanted = Wanted(journal=workspace.document.journal())
    export_to(workspace.appraisal, tmp_path / "paper.pdf", wanted)
    assert window.view.content == (tmp_path / "paper.pdf").read_bytes()
    assert "Part 2, private, as it would be exported now." in words(window)


def test_the_preview_follows_a_change(window_of, leicester: Appraisal, qtbot):
    workspace, window = window_of(leicester)
    before = window.view.content
    with qtbot.waitSignal(window.view.shown, timeout=PATIENCE):
        workspace.perform(SetField(Ref("paper"), "title", "Another title"))
    assert window.view.content != before


def test_a_table_leads_to_its_stage_at_once(window_of, leicester: Appraisal, qtbot):
    workspace, window = window_of(leicester)
    with qtbot.waitSignals([workspace.asked_for, window.left]):
        window.view.chosen.emit(place_of(window, "totals"))
    assert window.view.paper.places  # it stays as it was


def test_a_paragraph_offers_its_stage_and_words_of_ones_own(
    window_of, leicester: Appraisal, ask: Answers, qtbot
):
    workspace, window = window_of(leicester)
    place = place_of(window, "summary.support")
    ask.will(NOT_NOW)
    window.view.chosen.emit(place)
    assert ask.last_asked[3:] == ("Go to Results", WRITE)
    ask.will("Go to Results")
    with qtbot.waitSignal(workspace.asked_for) as asked:
        window.view.chosen.emit(place)
    assert asked.args[0] is Stage.RESULTS


def test_own_words_can_be_written_changed_agreed_again_and_taken_back(
    window_of, leicester: Appraisal, ask: Answers, qtbot
):
    workspace, window = window_of(leicester)

    def act(*answers: object) -> tuple[str, ...]:
        ask.will(*answers)
        window.view.chosen.emit(place_of(window, "summary.support"))
        asked = next(each for each in reversed(ask.asked) if each[0] == "choose")
        if answers[-1] is not NOT_NOW:
            qtbot.waitUntil(lambda: window._preparing.is_fresh, timeout=PATIENCE)
        return asked[4:]

    act(WRITE, NOT_NOW)
    assert workspace.appraisal.written_paragraphs == ()
    act(WRITE, "It is cheap.")
    (own,) = workspace.appraisal.written_paragraphs
    assert (own.paragraph, own.text) == ("summary.support", "It is cheap.")
    assert own.data_fingerprint
    assert act(CHANGE, "It is not dear.") == (CHANGE, GO_BACK)
    assert workspace.appraisal.written_paragraphs[0].text == "It is not dear."

    workspace.perform(SetField(Ref("programme"), "cap", 90_000_00))
    qtbot.waitUntil(lambda: window._preparing.is_fresh, timeout=PATIENCE)
    assert any("since changed" in each.words for each in window._preparing.paper.ready)
    assert act(AGREE) == (CHANGE, AGREE, GO_BACK)
    assert not any("since changed" in each.words for each in window._preparing.paper.ready)
    act(GO_BACK)
    assert workspace.appraisal.written_paragraphs == ()
    workspace.undo()
    assert workspace.appraisal.written_paragraphs[0].text == "It is not dear."


def test_the_paper_is_printed_off_the_windows_thread(
    window_of, leicester: Appraisal, ask: Answers, tmp_path: Path, qtbot
):
    _, window = window_of(leicester)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    ask.will(NOT_NOW, printer)
    window.print()
    assert ask.last_asked[2] == "1"
    window.print()
    assert "Stop printing" in [each.text() for each in window.findChildren(QPushButton)]
    qtbot.waitUntil(lambda: not window._printing.is_on, timeout=PATIENCE)
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as document:
        assert len(document) == 2
    assert "as it would be exported now" in words(window)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
@pytest.mark.parametrize("folder", ["there", "not-there"])
def test_printing_can_be_stopped_and_a_printer_that_takes_nothing_is_told(
    window_of, leicester: Appraisal, ask: Answers, tmp_path: Path, qtbot, folder: str
):
    _, window = window_of(leicester)
    (tmp_path / "there").mkdir()
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / folder / "printed.pdf"))
    ask.will(printer)
    window.print()
    if folder == "there":
        window.print()
    qtbot.waitUntil(lambda: not window._printing.is_on, timeout=PATIENCE)
    assert [type(each) for each in ask.told] == ([] if folder == "there" else [Problem])


def test_it_opens_in_the_systems_own_reader_where_there_is_one(
    window_of, leicester: Appraisal, ask: Answers, monkeypatch: pytest.MonkeyPatch
):
    _, window = window_of(leicester)
    seen: list[bytes] = []

    def opened(there_is_one: bool) -> Callable[[object], bool]:
        def open_url(url) -> bool:
            seen.append(Path(url.toLocalFile()).read_bytes())
            return there_is_one

        return open_url

    monkeypatch.setattr(QDesktopServices, "openUrl", opened(True))
    window.open_outside()
    assert seen == [window.view.content]
    monkeypatch.setattr(QDesktopServices, "openUrl", opened(False))
    window.open_outside()
    assert "No program on this computer opens PDF files." in ask.last_told.what


def test_it_takes_other_colours_with_the_program(window_of, leicester: Appraisal):
    from appraiser.desktop.theme.tokens import DARK

    workspace, window = window_of(leicester)
    workspace.set_tokens(DARK)
    assert window.view.styleSheet()


def test_a_logo_that_cannot_be_drawn_is_told_in_place_of_the_paper(
    page_of, leicester: Appraisal, qtbot, monkeypatch: pytest.MonkeyPatch
):
    _, page = page_of(leicester)

    def refuse(*_: object) -> None:
        raise Problem("The logo cannot be read as a picture.")

    monkeypatch.setattr("appraiser.exporting.preparing.set_pdf", refuse)
    with qtbot.waitSignal(page.preparing.prepared, timeout=PATIENCE):
        page.workspace.perform(SetField(Ref("paper"), "title", "Another"))
    assert "The logo cannot be read as a picture." in words(page)
