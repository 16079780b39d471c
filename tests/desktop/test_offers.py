"""What may be chosen from the catalogue is what the catalogue has, by name."""

import pytest

from appraiser.desktop.offers import NOT_CHOSEN, Offers


@pytest.mark.parametrize(
    ("offer", "known"),
    [
        ("forms", "forms"),
        ("programmes", "programmes"),
        ("schedules", "schedules"),
        ("optimism", "optimism"),
        ("random_indices", "random_index"),
        ("barriers", "barriers"),
    ],
)
def test_every_entry_is_offered_after_none(opened, fresh, catalogue, offer, known):
    first, *others = getattr(Offers(opened(fresh)), offer)()
    assert first == NOT_CHOSEN
    assert [key for key, _ in others] == list(getattr(catalogue, known))
    assert all(name for _, name in others)
