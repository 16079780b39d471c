"""Which discount schedule an appraisal uses, and with which others it is tested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from appraiser.analysis.not_yet import NotYet
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Stage
from appraiser.domain.written import counted, long_date

if TYPE_CHECKING:
    from appraiser.catalogue.discounting import DiscountSchedule
    from appraiser.catalogue.loading import Catalogue


@dataclass(frozen=True, slots=True)
class ScheduleUsed:
    """A discount schedule as it is named wherever a present value is printed."""

    id: str
    name: str
    vintage: str
    """When its file of reference data was last looked over: a year, a month or a day."""
    pending: bool
    """It is a proposal and not in use; every print of what rests on it must say so."""
    since: date | None
    health: str
    """The id of the schedule that gains in health are discounted at beside it."""


def chosen_schedule(appraisal: Appraisal, catalogue: Catalogue) -> DiscountSchedule:
    """Give the schedule that the costing names; none is ever chosen by itself.

    Raises `NotYet` where it names none and `Problem` where there is none of that name.
    """
    name = appraisal.costing.schedule.strip()
    if not name:
        raise NotYet("no discount schedule is chosen", place="costing.schedule")
    return catalogue.schedule(name)


def health_schedule(schedule: DiscountSchedule, catalogue: Catalogue) -> DiscountSchedule:
    """Give the schedule for gains in health that goes with one: itself, where it names none."""
    return catalogue.schedules[schedule.for_health] if schedule.for_health else schedule


def sensitivity_schedules(
    appraisal: Appraisal, catalogue: Catalogue
) -> tuple[DiscountSchedule, ...]:
    """Give the schedules besides the chosen one that present values are tried at.

    They are those in force on the date of the appraisal's law, and proposals made by then. Left
    out are schedules for gains in health alone, and those meant for more years than are costed.
    There are none while none is chosen that is known.
    """
    chosen, on = appraisal.costing.schedule.strip(), appraisal.question.rules_date
    if chosen not in catalogue.schedules:
        return ()
    health = _for_health_alone(catalogue)
    return tuple(
        each
        for each in catalogue.schedules.values()
        if each.id != chosen
        and each.id not in health
        and _holds(each, on)
        and not _too_short(each, appraisal.costing.horizon)
    )


def described(schedule: DiscountSchedule, catalogue: Catalogue) -> ScheduleUsed:
    """Name a schedule with its vintage: that of the trust's own file where it stands there."""
    from appraiser.catalogue.subjects import DISCOUNT  # reads the catalogue, not yet at start

    files = catalogue.shelves.files(DISCOUNT)
    vintage = next(file.head.vintage for file in reversed(files) if schedule.id in file.entries)
    return ScheduleUsed(
        id=schedule.id,
        name=schedule.name,
        vintage=vintage,
        pending=schedule.pending,
        since=schedule.since,
        health=health_schedule(schedule, catalogue).id,
    )


def schedule_findings(
    appraisal: Appraisal, catalogue: Catalogue, schedule: DiscountSchedule
) -> Iterator[Finding]:
    """Find a chosen schedule that is a proposal, not in force, or meant for something else."""
    on, horizon = appraisal.question.rules_date, appraisal.costing.horizon
    if schedule.pending:
        words = f"{schedule.name} is a proposal and not in use; its rates may never be adopted."
        yield _finding("schedule-pending", words)
    elif on is not None and not schedule.holds(on):
        words = f"{schedule.name} was not in force on {long_date(on)}, the date of the law."
        yield _finding("schedule-not-in-force", words)
    if schedule.id in _for_health_alone(catalogue):
        words = f"{schedule.name} are for gains in health alone, and here discount everything."
        yield _finding("schedule-for-health", words)
    if _too_short(schedule, horizon):
        words = (
            f"{schedule.name} are meant for more than {schedule.longer_than} years, and "
            f"{counted(horizon, 'year')} are costed."
        )
        yield _finding("schedule-for-longer", words)


def _finding(code: str, words: str) -> Finding:
    return Finding(code, Severity.WARNING, Stage.COSTS, words, Ref("costing"), "schedule")


def _holds(schedule: DiscountSchedule, on: date | None) -> bool:
    """Tell whether a schedule was there on a day; with no day, only one without dates was."""
    if on is None:
        return schedule.since is None and schedule.until is None
    return schedule.holds(on)


def _for_health_alone(catalogue: Catalogue) -> set[str]:
    return {each.for_health for each in catalogue.schedules.values() if each.for_health}


def _too_short(schedule: DiscountSchedule, horizon: int) -> bool:
    return schedule.longer_than is not None and horizon <= schedule.longer_than
