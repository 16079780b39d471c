"""The three samples' papers, composed and set once for all tests."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from tests.paper.reading import Pages, pages_of

from appraiser.analysis.assessing import assess
from appraiser.catalogue.loading import Catalogue, load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.journal import How, JournalLine
from appraiser.domain.terms import Part
from appraiser.domain.withholding.public import public
from appraiser.exchange.reading import read_appraisal
from appraiser.paper.blocks import Paper
from appraiser.paper.composing import compose
from appraiser.paper.material import Material
from appraiser.paper.pdf.writer import write_pdf
from appraiser.resources import sample

Matter = Callable[[Appraisal], Material]
Compose = Callable[[Appraisal], Paper]
ComposePublic = Callable[[Appraisal], Paper]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def matter(catalogue: Catalogue) -> Matter:
    """Gives what a paper is written from, for an appraisal."""
    return lambda appraisal: Material(appraisal, assess(appraisal, catalogue), catalogue)


@pytest.fixture(scope="session")
def composed(catalogue: Catalogue) -> Compose:
    """Composes the paper of an appraisal."""
    return lambda appraisal: compose(appraisal, assess(appraisal, catalogue), catalogue)


@pytest.fixture(scope="session")
def published(catalogue: Catalogue) -> ComposePublic:
    """Composes the public paper of an appraisal."""

    def composed(appraisal: Appraisal) -> Paper:
        found = public(appraisal)
        return compose(appraisal, assess(found.counted, catalogue), catalogue, public=found)

    return composed


@pytest.fixture(scope="session")
def leicester() -> Appraisal:
    return read_appraisal(sample("leicester"))


@pytest.fixture(scope="session")
def paper(leicester: Appraisal, composed: Compose) -> Paper:
    """The paper of the Leicester sample."""
    return composed(leicester)


@pytest.fixture(scope="session")
def pdf(paper: Paper) -> bytes:
    """The bytes of that paper as PDF."""
    return write_pdf(paper)


@pytest.fixture(scope="session")
def pages(pdf: bytes) -> Pages:
    """Its pages read back."""
    return pages_of(pdf)


@pytest.fixture
def line() -> JournalLine:
    """A line of a journal."""
    return JournalLine(
        number=1,
        at=datetime(2014, 12, 12, 14, 2, tzinfo=UTC),
        who="Secretary",
        how=How.DID,
        words="name of the trust",
        touched=Part.TRUST,
        edit='{"edit":"set-field"}',
        inverse="null",
        hash="0123456789abcdef" * 4,
    )
