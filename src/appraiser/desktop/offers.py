"""What may be chosen from the catalogue for the text fields that name an entry of it."""

from __future__ import annotations

from appraiser.catalogue.loading import Catalogue
from appraiser.desktop.widgets.field_editor import Choices
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import COLLECTIONS, entities
from appraiser.domain.board_paper import BoardPaper
from appraiser.domain.fields import Kind, specs

NOT_CHOSEN = ("", "Not chosen")

_NOTES = {"part_marks", "citations", "written_paragraphs", "front_sheet_fields"}
"""Collections that say something of other things, or of the paper's own form."""


class Offers:
    """Lists of ids and names, read from the catalogue when a form is filled."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._catalogue: Catalogue = workspace.catalogue

    def forms(self) -> Choices:
        """Give the forms of the library."""
        return NOT_CHOSEN, *((each.id, each.name) for each in self._catalogue.forms.values())

    def programmes(self) -> Choices:
        """Give the programmes."""
        return NOT_CHOSEN, *((each.id, each.name) for each in self._catalogue.programmes.values())

    def schedules(self) -> Choices:
        """Give the discount schedules."""
        return NOT_CHOSEN, *((each.id, each.name) for each in self._catalogue.schedules.values())

    def optimism(self) -> Choices:
        """Give the categories of optimism bias."""
        return NOT_CHOSEN, *((each.id, each.name) for each in self._catalogue.optimism.values())

    def random_indices(self) -> Choices:
        """Give the tables of the random index of pairwise comparison."""
        return NOT_CHOSEN, *((each.id, each.name) for each in self._catalogue.random_index.values())

    def barriers(self) -> Choices:
        """Give the kinds of barrier that others met."""
        return NOT_CHOSEN, *((each.id, each.title) for each in self._catalogue.barriers.values())

    def definitions(self) -> Choices:
        """Give the definitions of a public service mutual."""
        found = self._catalogue.definitions.values()
        return NOT_CHOSEN, *((each.id, f"{each.name} ({each.dated})") for each in found)

    def tests(self) -> Choices:
        """Give the tests of the definitions; one that several share is given once."""
        found = (test for each in self._catalogue.definitions.values() for test in each.tests)
        questions = {test.id: test.question for test in reversed(tuple(found))}
        return NOT_CHOSEN, *reversed(questions.items())

    def places(self) -> Choices:
        """Give what can be kept private: every item by its name, and the fields of the paper."""
        from appraiser.paper.about_words import about_words

        appraisal = self._workspace.appraisal
        found = [
            f"{name}/{each.id}"
            for name in COLLECTIONS
            if name not in _NOTES
            for each in entities(appraisal, name)
        ]
        fields = (spec for spec in specs(BoardPaper).values() if spec.kind is Kind.TEXT)
        found += (f"paper.{spec.name}" for spec in fields)
        named = ((place, about_words(appraisal, place)) for place in found)
        return NOT_CHOSEN, *sorted(named, key=lambda each: each[1].casefold())
