import pytest

from appraiser.domain.appraisal import Appraisal
from appraiser.exchange.reading import read_appraisal
from appraiser.resources import sample


@pytest.fixture(scope="session")
def leicester() -> Appraisal:
    return read_appraisal(sample("leicester"))
