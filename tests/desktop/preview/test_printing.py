"""The pages come out of a printer as they are: all or some of them, at their own size."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QRect
from PySide6.QtGui import QImage, QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from tests.desktop.preview.papers import A4, numbered, paper, striped, with_a_lost_page

from appraiser.desktop.background import Background
from appraiser.desktop.preview import printing
from appraiser.desktop.preview.document import PageSize, Pixels, PreviewDocument
from appraiser.desktop.preview.printing import cut_of, laid, pages_to_print, print_pages
from appraiser.domain.problem import Problem

LETTER = (612.0, 792.0)


@pytest.fixture
def printer(app, tmp_path) -> QPrinter:
    """Give a printer that prints to a file, rather coarsely."""
    made = QPrinter()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setResolution(100)
    return made


@pytest.fixture
def printed(printer, tmp_path, opened):
    """Give a way to print a paper and open what came out."""

    def print_it(content: bytes, **how) -> PreviewDocument:
        assert print_pages(opened(content), printer, **how)
        return opened((tmp_path / "printed.pdf").read_bytes())

    return print_it


def _file_of(printer: QPrinter) -> bytes:
    return Path(printer.outputFileName()).read_bytes()


def likeness(one: QImage, other: QImage) -> float:
    """Give how far two pictures are apart on the whole, from 0 to 255."""
    pairs = zip(greys(one), greys(other), strict=True)
    return sum(abs(a - b) for a, b in pairs) / (32 * 32)


def greys(image: QImage) -> bytes:
    small = image.scaled(32, 32).convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(small.constBits())


def test_every_page_is_printed_as_it_is_and_at_its_size(printed, opened):
    content = numbered(3, *["words to tell pages apart"] * 20)
    result = printed(content)
    assert result.page_count == 3
    for page, size in enumerate(result.sizes):
        assert size == pytest.approx(A4, abs=1)
        drawn, wanted = result.render(page, 1.0), opened(content).render(page, 1.0)
        assert likeness(drawn, wanted) < 4
        assert likeness(drawn, opened(striped(1)).render(0, 1.0)) > 60


def test_a_page_that_is_cut_into_bands_is_seamless(printed, opened, monkeypatch):
    monkeypatch.setattr(printing, "MOST_PIXELS", 30_000)
    result = printed(striped(1))
    image = result.render(0, 100 / 72)
    column = [image.pixelColor(400, y).lightness() for y in range(image.height())]
    half = len(column) // 2
    assert set(column[: half - 2]) == {0}
    assert set(column[half + 2 : -2]) == {255}


def test_no_more_is_drawn_at_a_time_than_may_be_and_no_letter_is_cut(printer, opened, monkeypatch):
    monkeypatch.setattr(printing, "MOST_PIXELS", 100_000)
    asked = []
    document = opened(numbered(1, *["words with long letters: jpgqy"] * 15))
    draw = document.draw
    monkeypatch.setattr(document, "draw", lambda *a, **k: asked.append(a[1]) or draw(*a, **k))
    assert print_pages(document, printer)
    assert len(asked) > 9
    assert all(each.width * each.height <= 100_000 for each in asked)
    whole = draw(0, Pixels(*asked[0][:2], 0, 0, *asked[0][:2]))
    assert all(blank(whole, each.top) for each in asked[1:])


def blank(image: QImage, row: int) -> bool:
    return all(image.pixelColor(x, row).lightness() == 255 for x in range(image.width()))


def test_a_band_without_two_rows_alike_is_used_to_its_end(app):
    image = QImage(4, 40, QImage.Format.Format_RGB32)
    for row in range(40):
        for x in range(4):
            image.setPixel(x, row, 0xFF000000 + row)
    assert cut_of(image) == 40
    for x in range(4):
        image.setPixel(x, 30, 0xFF000000 + 31)
    assert cut_of(image) == 31


@pytest.mark.parametrize(("ranges", "expected"), [("2-3", [1, 2]), ("1,4-9", [0, 3])])
def test_only_the_pages_asked_for_are_printed(printer, printed, ranges, expected):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString(ranges))
    assert pages_to_print(printer, 4, 0) == expected
    assert printed(numbered(4)).page_count == len(expected)


def test_a_range_as_older_dialogs_tell_it_is_kept_too(printer):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    assert pages_to_print(printer, 4, 0) == [1]


def test_the_page_that_is_looked_at_can_be_printed_alone(printer, printed, opened):
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    content = paper([["one"], ["two"] * 20, ["three"]])
    result = printed(content, current=1)
    assert result.page_count == 1
    assert likeness(result.render(0, 1.0), opened(content).render(1, 1.0)) < 4


def test_pages_that_the_paper_has_not_are_a_problem(printer, opened):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(7, 9)
    with pytest.raises(Problem, match="no such pages") as caught:
        print_pages(opened(numbered(4)), printer)
    assert caught.value.todo == "Choose from pages 1 to 4."


@pytest.mark.parametrize(
    ("collated", "backwards", "expected"),
    [
        (True, False, [0, 1, 0, 1]),
        (False, False, [0, 0, 1, 1]),
        (True, True, [1, 0, 1, 0]),
    ],
)
def test_copies_are_made_where_the_printer_makes_none(printer, collated, backwards, expected):
    order = QPrinter.PageOrder
    printer.setCopyCount(2)
    printer.setCollateCopies(collated)
    printer.setPageOrder(order.LastPageFirst if backwards else order.FirstPageFirst)
    assert not printer.supportsMultipleCopies()
    assert pages_to_print(printer, 2, 0) == expected


def test_a_sheet_that_lies_is_printed_lying(printed):
    result = printed(striped(1, (842.0, 595.0)))
    assert result.sizes[0] == pytest.approx((842.0, 595.0), abs=1)
    image = result.render(0, 0.5)
    assert image.pixelColor(10, 10).lightness() == 0
    assert image.pixelColor(10, image.height() - 10).lightness() == 255


def test_the_papers_size_is_kept_whatever_sheet_the_printer_had(printer, printed):
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A6))
    printer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
    result = printed(striped(1))
    assert result.sizes[0] == pytest.approx(A4, abs=1)
    image = result.render(0, 0.5)
    assert image.pixelColor(2, 2).lightness() == 0


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((595.0, 842.0), (595, 842, 0, 0, False)),
        ((595.4, 842.1), (595, 842, 0, 0, False)),
        ((297.0, 421.0), (297, 421, 149, 210.5, False)),
        ((1190.0, 1684.0), (595, 842, 0, 0, False)),
        ((842.0, 595.0), (842, 595, 0, 0, True)),
        ((400.0, 300.0), (400, 300, 97.5, 271, False)),
        ((1684.0, 1190.0), (842, 595, 0, 0, True)),
    ],
)
def test_a_page_keeps_its_size_if_it_fits_and_is_turned_or_made_smaller_if_not(size, expected):
    found = laid(PageSize(*size), QRect(0, 0, 595, 842), 72)
    assert found == pytest.approx(expected, abs=0.6)


def test_a_page_of_another_shape_is_turned_on_the_sheet_of_the_first(printed):
    """A real printer takes one size of sheet in a job, so that is what is done everywhere."""
    upright, lying = striped(1), striped(1, (842.0, 595.0))
    result = printed(joined(upright, lying))
    assert [tuple(map(round, size)) for size in result.sizes] == [(595, 842)] * 2
    image = result.render(1, 0.5)
    assert image.pixelColor(image.width() - 5, 20).lightness() == 0
    assert image.pixelColor(5, 20).lightness() == 255


def joined(*contents: bytes) -> bytes:
    from io import BytesIO

    from pypdfium2 import PdfDocument

    made, out = PdfDocument.new(), BytesIO()
    sources = [PdfDocument(each) for each in contents]
    for each in sources:
        made.import_pages(each)
    made.save(out)
    for each in (made, *sources):
        each.close()
    return out.getvalue()


def test_a_very_fine_printer_is_given_no_more_dots_than_can_be_seen(printer, opened, monkeypatch):
    asked = []
    document = opened(striped(1, (144.0, 72.0)))
    draw = document.draw
    monkeypatch.setattr(document, "draw", lambda *a, **k: asked.append(a[1]) or draw(*a, **k))
    for resolution in (300, 720, 1200, 2400):
        printer.setResolution(resolution)
        assert print_pages(document, printer)
    assert [each[:2] for each in asked] == [(600, 300), (1440, 720), (1200, 600), (1200, 600)]
    assert likeness(opened(_file_of(printer)).render(0, 1.0), document.render(0, 1.0)) < 4


def test_a_printer_without_colours_gets_greys(printer, printed):
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    made = BytesIO()
    canvas = Canvas(made, pagesize=A4)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, *A4, stroke=0, fill=1)
    canvas.save()
    assert printed(made.getvalue()).render(0, 0.2).pixelColor(50, 50).name() == "#ff0000"
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    grey = printed(made.getvalue()).render(0, 0.2).pixelColor(50, 50)
    assert grey.red() == grey.green() == grey.blue()
    assert 0 < grey.red() < 255


def test_progress_is_told_sheet_by_sheet(printed):
    heard = []
    printed(numbered(3), progress=lambda done, all_: heard.append((done, all_)))
    assert heard == [(1, 3), (2, 3), (3, 3)]


def test_it_can_be_cancelled_between_two_pages(printer, opened):
    heard = []
    assert not print_pages(
        opened(numbered(9)),
        printer,
        progress=lambda done, _: heard.append(done),
        cancelled=lambda: len(heard) == 2,
    )
    assert heard == [1, 2]


def test_it_prints_off_the_windows_thread(app, printer, opened, tmp_path, qtbot):
    background, done = Background(), []
    document = opened(striped(2))
    background.start(lambda: print_pages(document, printer), done.append, done.append)
    qtbot.waitUntil(lambda: bool(done))
    background.close()
    assert done == [True]
    assert opened((tmp_path / "printed.pdf").read_bytes()).page_count == 2


@pytest.mark.qt_log_ignore("QPdf.*|QPainter.*|QFile.*|QIODevice.*")
def test_a_printer_that_cannot_begin_is_a_problem(app, opened, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    with pytest.raises(Problem, match="does not take the paper") as caught:
        print_pages(opened(numbered(1)), printer)
    assert caught.value.safe == "Nothing was printed."
    assert caught.value.todo


def test_a_printer_that_stops_taking_sheets_is_a_problem(printer, opened):
    class Jammed(QPrinter):
        def newPage(self) -> bool:
            return False

    jammed = Jammed()
    jammed.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    jammed.setOutputFileName(printer.outputFileName())
    with pytest.raises(Problem) as caught:
        print_pages(opened(numbered(3)), jammed)
    assert caught.value.safe == "The first 1 of 3 sheets may have been printed."


def test_a_page_that_cannot_be_read_is_a_problem(printer, opened):
    heard = []
    with pytest.raises(Problem, match="cannot be read") as caught:
        print_pages(opened(with_a_lost_page()), printer, lambda done, _: heard.append(done))
    assert caught.value.place == "page 2"
    assert heard == [1]


def test_letter_is_a_size_too(printed):
    assert printed(striped(1, LETTER)).sizes[0] == pytest.approx(LETTER, abs=1)
