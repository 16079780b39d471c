import pytest

from appraiser.catalogue.loading import Catalogue, load_catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The reference data as it is shipped."""
    return load_catalogue()
