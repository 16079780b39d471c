"""The library and an appraisal to say things of."""

import pytest

from appraiser.catalogue.loading import Catalogue, load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.starting import new_appraisal
from appraiser.domain.terms import Scope
from appraiser.exchange.reading import read_appraisal
from appraiser.resources import sample


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def leicester() -> Appraisal:
    return read_appraisal(sample("leicester"))


@pytest.fixture
def fresh() -> Appraisal:
    """Give an appraisal that has only been begun."""
    return new_appraisal("Fenmarsh Community Health", Scope.WHOLE_ORGANISATION)
