"""What a term of a fixed list is: a stored value and the label people read."""

from __future__ import annotations

from enum import Enum


class Term(str, Enum):
    """One term of a fixed list: its value is stored, its label is read by people."""

    label: str

    def __new__(cls, value: str, label: str) -> Term:
        """Make the term from what is stored and what is shown."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        return term

    def __str__(self) -> str:
        """Give what is stored."""
        return str(self.value)

    @property
    def inline(self) -> str:
        """The label as it reads inside a sentence."""
        return in_sentence(self.label)


def in_sentence(label: str) -> str:
    """Give a label a small first letter, unless it begins with an abbreviation."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
