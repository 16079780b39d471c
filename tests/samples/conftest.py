import pytest

from appraiser.catalogue.loading import load_catalogue
from appraiser.exchange.reading import read_appraisal
from appraiser.resources import sample

NAMES = ("leicester", "fenmarsh", "northcliff")


@pytest.fixture(scope="session")
def catalogue():
    return load_catalogue()


@pytest.fixture(scope="session")
def samples():
    return {name: read_appraisal(sample(name)) for name in NAMES}


@pytest.fixture(params=NAMES)
def name(request):
    return request.param


@pytest.fixture
def each(samples, name):
    return samples[name]


@pytest.fixture
def leicester(samples):
    return samples["leicester"]


@pytest.fixture
def fenmarsh(samples):
    return samples["fenmarsh"]


@pytest.fixture
def northcliff(samples):
    return samples["northcliff"]
