"""How a board goes into private session follows the law that holds for the trust on the day."""

from datetime import date

import pytest

from appraiser.catalogue.law import private_session
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.terms import TrustStatus


@pytest.mark.parametrize(
    ("status", "on", "entry"),
    [
        (TrustStatus.NHS_TRUST, date(1998, 2, 5), "nhs-trust"),
        (TrustStatus.NHS_TRUST, date(1998, 2, 4), "nhs-trust-before-1998"),
        (TrustStatus.FOUNDATION_TRUST, date(2026, 11, 1), "foundation-trust"),
    ],
)
def test_the_resolution_is_that_of_the_trusts_law(status: TrustStatus, on: date, entry: str):
    found = private_session(load_catalogue(), status, on)
    assert found is not None
    assert found.id == entry
    assert found.resolution.text.endswith(".")
