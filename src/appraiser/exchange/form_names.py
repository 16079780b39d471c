"""Whether the forms that an appraisal names are in the library of forms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem


def check_forms(appraisal: Appraisal, known: Mapping[str, str]) -> None:
    """Raise `Problem` at the first form that is not known; an option may have none as yet.

    `known` holds the name of each form by its id.
    """
    for collection in ("options", "form_notes"):
        for at, each in enumerate(getattr(appraisal, collection)):
            if each.form and each.form not in known:
                close = nearest_form(each.form, known)
                hint = f'; did you mean "{close}"?' if close else ""
                raise Problem(
                    f'no form called "{_short(each.form)}"{hint}', place=f"{collection}[{at}].form"
                )


def nearest_form(word: str, known: Mapping[str, str]) -> str:
    """Give the id of the form most likely meant, by id, name or initials; empty if none is."""
    aliases: dict[str, str] = {}
    for form, name in known.items():
        for alias in (form, name, form.partition("-")[0], _initials(name)):
            aliases.setdefault(alias.lower(), form)
    close = get_close_matches(word.lower()[:80], aliases, n=1)
    return aliases[close[0]] if close else ""


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", name))


def _short(word: str) -> str:
    return word if len(word) <= 40 else f"{word[:40]}…"  # noqa: PLR2004
