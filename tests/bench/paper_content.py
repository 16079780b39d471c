"""What papers are timed on: one of twelve pages with six tables and six figures, and an annex.

It is the same each time, and is handed to processes in a file, so that none of them spends time
on making it, or loads more for it than blocks and figures are made of.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from appraiser.analysis.assessing import assess
from appraiser.catalogue.loading import load_catalogue
from appraiser.exchange.reading import read_appraisal
from appraiser.figures.first_ranks import first_ranks_figure
from appraiser.figures.geometry import Figure
from appraiser.figures.geometry import Table as Numbers
from appraiser.figures.ranking import ranking_figure
from appraiser.figures.support import support_figure
from appraiser.paper.blocks import (
    Align,
    Block,
    BulletList,
    Callout,
    Column,
    Field,
    FigureBlock,
    FrontSheet,
    Heading,
    Meta,
    PageBreak,
    Paper,
    Paragraph,
    Row,
    Run,
    Table,
    runs,
    strong,
)
from appraiser.resources import sample

PAGES = 12
SECTIONS = (
    *("The case for change", "The options and how they compare", "What each option would cost"),
    *("What stands in the way", "The support that is asked for", "What happens next"),
)
FIGURES = (ranking_figure, support_figure, first_ranks_figure)
FIGURE_WIDTH = 480.0
ROWS = (10, 16, 16, 16, 16, 14)
"""Of the table of each section, above its sum."""
_DRAWN = ("leicester", "fenmarsh")
_META = Meta(
    trust="A made-up NHS trust",
    short_title="Whether to become a mutual",
    author="The director of strategy",
    version="Draft 3",
    marking="OFFICIAL",
    notice="Figures are illustrative",
    made_from="an appraisal made for timing",
    dated=date(2015, 1, 15),
)
_SENTENCES = (
    "Staff who own a share of the body they work for stay longer and are away less often.",
    "The trust keeps its duty to break even, and no option changes what commissioners pay.",
    "A workshop of 24 people from wards, clinics and offices scored each option on its own.",
    "Where the panel could not agree, both views are kept and the range is printed.",
    "Pensions of those who transfer are protected under the direction that was given in 2013.",
    "The largest single risk is VAT: a body outside the NHS recovers less than £1.4 million.",
    "Governors were asked twice, and their answers are set out beside those of the unions.",
    "Nothing here binds the board before the business case of the second stage is approved.",
    "An independent review of 2014 found that engaged teams make fewer mistakes.",
    "Savings of ≤ 2% are assumed \N{EN DASH} the lowest of the three cases that were tested.",
    "The lease of the north site ends in March, whichever option is chosen.",
    "The patients\N{RIGHT SINGLE QUOTATION MARK} panel asked that waits be reported as now.",
)
_WHAT = (
    "Keeps the foundation trust as it is, with more say for staff in each division",
    "A joint venture owned by staff and the trust in equal parts",
    "Community services leave together as a social enterprise",
    "A mutual of one clinical directorate, supplied under contract for three years",
    "The whole organisation becomes a body owned by its members",
)
_WHO = ("The board", "The commissioner, then the regulator", "Governors and members")
_COLUMNS = (
    Column("Option", 1.3),
    Column("What it means", 3),
    Column("Points", 0.8, Align.END),
    Column("Cost in £000", 1.0, Align.END),
    Column("Who could act", 2),
)


def twelve_pages() -> Paper:
    """Make the paper: a front sheet, and six sections of two pages with a table and a figure."""
    blocks = [_front_sheet()]
    for at, figure in enumerate(_figures()):
        blocks += [PageBreak()] if at else []
        blocks += _section(at, figure)
    return Paper("Whether to become a mutual", tuple(blocks), _META)


def annex(pages: int) -> Paper:
    """Make an annex of about so many pages: half numbered paragraphs, half of one long table."""
    words = _words()
    blocks: list[Block] = [Heading(1, "Annex A: all that was said", "annex")]
    blocks += (
        Paragraph((Run(" ".join(islice(words, 3))),), f"said-{at}", f"A.{at + 1}")
        for at in range(pages * 6)
    )
    blocks.append(Table("All that was scored", _COLUMNS, tuple(_rows(pages * 11)), "scored"))
    return Paper("All that was said and scored", tuple(blocks), _META)


def keep(paper: Paper, path: Path) -> None:
    """Write a paper to a file of Python's own, for other processes to load."""
    path.write_bytes(pickle.dumps(paper))


def _figures() -> Iterator[Figure]:
    catalogue = load_catalogue()
    for name in _DRAWN:
        appraisal = read_appraisal(sample(name))
        results = assess(appraisal, catalogue)
        for drawn in FIGURES:
            figure = drawn(results, appraisal, FIGURE_WIDTH)
            numbers = figure.table
            yield replace(figure, tabulate=partial(Numbers, numbers.header, numbers.rows))


def _front_sheet() -> FrontSheet:
    short = {"Meeting": "Board of directors", "Date": "15 January 2015", "Item": "7", "For": "Ask"}
    fields = [Field(label, text, short=True) for label, text in short.items()]
    fields.append(Field("Purpose", " ".join(_SENTENCES[:2])))
    return FrontSheet(_META.trust, "Whether to become a mutual", (_META.notice,), tuple(fields))


def _section(at: int, figure: Figure) -> Iterator[Block]:
    words = islice(_words(), 5 * at, None)
    number = at + 1
    after = f"section-{(at + 1) % len(SECTIONS)}"
    yield Heading(1, SECTIONS[at], f"section-{at}", str(number))
    for part in range(1, 4):
        text = " ".join(islice(words, 4))
        yield Paragraph(runs(strong(f"Finding {part}. "), text), f"{at}.{part}", f"{number}.{part}")
    yield Table(
        f"Table {number}: {SECTIONS[at].lower()}", _COLUMNS, tuple(_rows(ROWS[at], at)), f"t{at}"
    )
    yield Paragraph(
        runs(next(words), " More is said in ", Run("the section after this one", to=after), "."),
        f"{at}.4",
        f"{number}.4",
    )
    yield Heading(2, f"How figure {number} is read", f"reading-{at}")
    yield Paragraph(runs(" ".join(islice(words, 3))), f"{at}.5", f"{number}.5")
    yield FigureBlock(figure, f"Figure {number}: {figure.title.lower()}", f"figure-{at}")
    yield BulletList(tuple(runs(next(words)) for _ in range(4)))
    if at == len(SECTIONS) - 1:
        yield Callout("The board is asked to", tuple(runs(next(words)) for _ in range(3)), True)


def _words() -> Iterator[str]:
    return cycle(_SENTENCES)


def _rows(count: int, start: int = 0) -> Iterator[Row]:
    """Make rows of a table, the last a sum of them."""
    for at in range(start, start + count):
        what, who = _WHAT[at % len(_WHAT)], _WHO[at % len(_WHO)]
        yield Row((f"Option {at + 1}", what, str(at * 37 % 101), f"{at * 7919 % 9973:,}", who))
    yield Row(("All of them", "", "", f"{count * 4987:,}", ""), strong=True)
