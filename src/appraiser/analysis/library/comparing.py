"""Forms of the library side by side, cell by cell, with the trust's own judgements in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.domain.options import FormNote
from appraiser.domain.problem import Problem
from appraiser.domain.sources import Standing

if TYPE_CHECKING:
    from appraiser.catalogue.facts import Cell, Fact
    from appraiser.catalogue.forms import Form
    from appraiser.catalogue.loading import Catalogue


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """What one cell says of one form, how far it may be relied on, and on what it rests.

    Where the appraisal judges otherwise, `ours` is true, `text` is the trust's own with its
    `reason`, and `library` keeps what the library says.
    """

    text: str
    standing: Standing
    sources: tuple[str, ...] = ()
    """Ids of the catalogue's sources."""
    note: str = ""
    answer: str = ""
    """The library's short answer, where the cell has one, such as "In part"."""
    of_class: str = ""
    """The class of inheritance it comes from, where it is not the form's own."""
    ours: bool = False
    reason: str = ""
    library: str = ""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One thing that is said of every form.

    A form that passes through two classes has two cells, and as many examples and cautions as
    the library knows.
    """

    name: str
    label: str
    inherited: bool
    """The cells come from the forms' classes and not from the forms."""
    cells: tuple[tuple[ComparedCell, ...], ...]
    """For each form, all that is said of it here."""

    @property
    def differs(self) -> bool:
        """Whether the forms do not all say the same here."""
        return len({tuple(each.text for each in cells) for cells in self.cells}) > 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """Forms side by side: their ids and names, and a row for everything that is said of them."""

    forms: tuple[str, ...]
    names: tuple[str, ...]
    rows: tuple[ComparedRow, ...]


def compare(
    catalogue: Catalogue, forms: Sequence[str], notes: Iterable[FormNote] = ()
) -> Comparison:
    """Lay forms of the library side by side: their own cells, then those of their classes.

    Examples and cautions stand between the two.

    `notes` are the appraisal's own judgements, put in place of the library's text and marked.
    Raises `Problem` where a form is not in the library, or is named twice.
    """
    if len(set(forms)) < len(forms):
        raise Problem("the same form is chosen twice")
    found = [catalogue.form(each) for each in forms]
    own = own_judgements(notes)
    by_form = [tuple(_lines(catalogue, form, own)) for form in found]
    first = by_form[0] if by_form else ()
    rows = tuple(
        ComparedRow(name, label, inherited, tuple(lines[at][-1] for lines in by_form))
        for at, (name, label, inherited, _) in enumerate(first)
    )
    return Comparison(tuple(each.id for each in found), tuple(each.name for each in found), rows)


def cell_of(form: Form, name: str, notes: Iterable[FormNote] = ()) -> ComparedCell:
    """Give one of a form's own labelled cells by its name, with the trust's judgement in place."""
    from appraiser.catalogue.facts import cells  # reads the catalogue, not yet at start

    cell = next(each for each in cells(form) if each.name == name)
    return _compared(cell, own_judgements(notes).get((form.id, name)))


def own_judgements(notes: Iterable[FormNote]) -> dict[tuple[str, str], FormNote]:
    """Give the appraisal's judgements by form and field; the last one on a field holds.

    A field may be named as the library stores it or by its label. One without words is left out.
    """
    return {(note.form, _field(note.field)): note for note in notes if note.text.strip()}


def fields_to_judge() -> tuple[tuple[str, str], ...]:
    """Give the name and the label of every cell that an appraisal may judge otherwise.

    The form's own come first; a name that its class has too stands for the form's.
    """
    from appraiser.catalogue.facts import cell_labels
    from appraiser.catalogue.forms import Form
    from appraiser.catalogue.inheritance import InheritanceClass

    return tuple({**cell_labels(Form), **cell_labels(InheritanceClass)}.items())


Line = tuple[str, str, bool, tuple[ComparedCell, ...]]


def _lines(
    catalogue: Catalogue, form: Form, own: dict[tuple[str, str], FormNote]
) -> Iterator[Line]:
    from appraiser.catalogue.facts import cells

    names = set()
    for cell in cells(form):
        names.add(cell.name)
        yield cell.name, cell.label, False, (_compared(cell, own.get((form.id, cell.name))),)
    yield "examples", "Examples", False, tuple(map(_plain, form.examples))
    yield "cautions", "To mind", False, tuple(map(_plain, form.cautions))
    classes = [catalogue.inheritance[each] for each in form.classes]
    for at, (name, label, _) in enumerate(cells(classes[0])):
        judged = None if name in names else own.get((form.id, name))
        alike = [(each.name, cells(each)[at]) for each in classes]
        found = tuple(_compared(cell, judged, of_class=body) for body, cell in alike)
        yield name, label, True, found[:1] if judged else found


def _plain(fact: Fact) -> ComparedCell:
    return ComparedCell(fact.text, fact.standing, fact.sources, fact.note)


def _compared(cell: Cell, judged: FormNote | None, *, of_class: str = "") -> ComparedCell:
    fact = cell.fact
    answer = getattr(getattr(fact, "answer", None), "label", "")
    if judged is None:
        return ComparedCell(
            fact.text, fact.standing, fact.sources, fact.note, answer=answer, of_class=of_class
        )
    return ComparedCell(
        judged.text.strip(),
        Standing.JUDGEMENT,
        answer=answer,
        of_class=of_class,
        ours=True,
        reason=judged.reason.strip(),
        library=fact.text,
    )


def _field(named: str) -> str:
    from appraiser.catalogue.facts import cell_labels
    from appraiser.catalogue.forms import Form
    from appraiser.catalogue.inheritance import InheritanceClass

    wanted = named.strip()
    labels = {**cell_labels(InheritanceClass), **cell_labels(Form)}
    by_label = {label.lower(): name for name, label in labels.items()}
    return by_label.get(wanted.lower(), wanted)
