"""Whether the forms that an appraisal names are in the library of forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from appraiser.catalogue.nearest import nearest
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue

FormNames = Mapping[str, tuple[str, ...]]
"""The names people know each form by, by its id."""


def form_names(catalogue: Catalogue | None = None) -> FormNames:
    """Give the names of all forms of a catalogue, by default the one that is shipped."""
    if catalogue is None:
        from appraiser.catalogue.loading import load_catalogue

        catalogue = load_catalogue()
    return {form: each.aliases for form, each in catalogue.forms.items()}


def check_forms(appraisal: Appraisal, known: FormNames) -> None:
    """Raise `Problem` at the first form that is not known; an option may have none as yet."""
    for collection in ("options", "form_notes"):
        for at, each in enumerate(getattr(appraisal, collection)):
            if each.form and each.form not in known:
                close = nearest_form(each.form, known)
                hint = f'; did you mean "{close}"?' if close else ""
                raise Problem(
                    f'no form called "{_short(each.form)}"{hint}', place=f"{collection}[{at}].form"
                )


def nearest_form(word: str, known: FormNames) -> str:
    """Give the id of the form most likely meant, by id, name or initials; empty if none is."""
    ids = {form: form for form in known}
    return nearest(word, {**ids, **{name: form for form in known for name in known[form]}})


def _short(word: str) -> str:
    return word if len(word) <= 40 else f"{word[:40]}…"  # noqa: PLR2004
