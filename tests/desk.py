"""Files and documents for the tests of the store and the session."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.edits import SetField
from appraiser.domain.ids import Ref
from appraiser.domain.starting import new_appraisal
from appraiser.domain.terms import Scope
from appraiser.session.document import Document
from appraiser.session.opening import create, open_document
from appraiser.store.beginning import make_file
from appraiser.store.connecting import connect
from appraiser.store.folders import Folders

BEGAN = datetime(2014, 12, 1, 9, 0, tzinfo=UTC)


class TestClock:
    """A clock that stands still until it is put forward."""

    __test__ = False

    def __init__(self) -> None:
        self.now = BEGAN

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


def started(trust: str = "Made-up Trust") -> Appraisal:
    return new_appraisal(trust, Scope.WHOLE_ORGANISATION)


def trust_name(name: str) -> SetField:
    return SetField(Ref("trust"), "name", name)


@contextmanager
def connected(path: Path) -> Iterator[Connection]:
    connection = connect(path)
    try:
        yield connection
    finally:
        connection.close()


def file_of(path: Path, appraisal: Appraisal) -> Path:
    make_file(path, appraisal)
    return path


class Desk:
    """A person at a computer, with folders, a clock and a share of files."""

    def __init__(self, folder: Path, who: str = "Secretary") -> None:
        self.who = who
        self.clock = TestClock()
        self.folders = Folders.under(folder / f"computer of {who}")
        self.share = folder / "share"
        self.share.mkdir(exist_ok=True)
        self.path = self.share / "Made-up Trust é.appraisal"

    def new(self, path: Path | None = None, appraisal: Appraisal | None = None) -> Document:
        path = path or self.path
        return create(path, appraisal or started(), **self.common)

    def unnamed(self) -> Document:
        return create(None, started(), **self.common)

    def open(self, path: Path | None = None, **how: bool) -> Document:
        return open_document(path or self.path, **self.common, **how)

    @property
    def common(self) -> dict[str, object]:
        return {"who": self.who, "clock": self.clock, "folders": self.folders}

    def working_copies(self) -> list[Path]:
        working = self.folders.working
        return sorted(working.iterdir()) if working.exists() else []
