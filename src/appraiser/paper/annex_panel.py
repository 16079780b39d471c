"""The annex on the panel: who scored, by role and never by name, and what each gave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from appraiser.domain.criteria_tree import leaves
from appraiser.domain.ids import CriterionId, OptionId, Ref, ScorerId
from appraiser.domain.naming import roles_of
from appraiser.domain.scores import Cell, Interest, ScoreSheet, SheetKey
from appraiser.domain.terms import Round, ScoringPhase
from appraiser.domain.written import date_and_time, plain_number, short_date
from appraiser.paper.annexes import key_of
from appraiser.paper.blocks import Align, Block, Column, Heading, Row, Table, paragraph
from appraiser.paper.material import NOT_HERE, Material, name
from appraiser.paper.plain_text import one_line
from appraiser.paper.wording import NOT_GIVEN, WITHHELD, given, sentence, yes_no

_SCORERS_A_TABLE = 8


def annex_panel(matter: Material) -> Iterator[Block]:
    """Give the annex on who scored."""
    appraisal = matter.appraisal
    yield Heading(1, "Who scored, and what each gave", key_of("panel"))
    if not appraisal.scorers:
        yield paragraph("annex-panel.none", "Nobody has been named to score yet.")
        return
    roles = roles_of(appraisal.scorers)
    yield _scorers(matter, roles)
    if appraisal.interests:
        yield _interests(matter, roles)
    else:
        words = matter.none_of("interests", "No interest has been declared.")
        yield paragraph("annex-panel.interests", words)
    if appraisal.attendances:
        yield _attendances(matter, roles)
    if matter.hides("sheets"):
        yield paragraph("annex-panel.private", NOT_HERE)
        return
    if appraisal.scoring.phase is ScoringPhase.ALONE:
        yield paragraph(
            "annex-panel.hidden",
            "Individual scores are not shown until everybody has scored alone.",
        )
        return
    yield paragraph(
        "annex-panel.reading",
        "Each column is one scorer, by the number in the first table of this annex. Where there "
        "are two figures, the first was given alone and the second again after talking about it.",
    )
    for option in appraisal.shortlist:
        yield Heading(2, matter.option(option.id), f"individual-{option.id}")
        for at in range(0, len(appraisal.scorers), _SCORERS_A_TABLE):
            yield _scores(matter, option.id, at)


def _scorers(matter: Material, roles: Mapping[ScorerId, str]) -> Table:
    groups = {group.id: name(group, "A group without a name") for group in matter.appraisal.groups}
    return Table(
        "Who scored",
        (Column("Scorer", 4), Column("Group", 3), Column("Counted", 1.2)),
        tuple(
            Row(
                (
                    f"{at}. {roles[each.id]}",
                    groups[each.group] if each.group else "None",
                    yes_no(each.counted),
                )
            )
            for at, each in enumerate(matter.appraisal.scorers, start=1)
        ),
        "scorers",
    )


def _interests(matter: Material, roles: Mapping[ScorerId, str]) -> Table:
    return Table(
        "Interests declared, and what was decided",
        (Column("Scorer", 2.4), Column("Interest", 4), Column("Decision", 3)),
        tuple(
            Row((WITHHELD,) * 3)
            if matter.is_withheld(Ref("interests", each.id))
            else Row(
                (roles[each.scorer], sentence(each.description) or "Not described", _decided(each))
            )
            for each in matter.appraisal.interests
        ),
        "interests",
    )


def _attendances(matter: Material, roles: Mapping[ScorerId, str]) -> Table:
    return Table(
        "Who attended, and when",
        (Column("Session", 3), Column("Scorer", 3), Column("Arrived", 2), Column("Left", 2)),
        tuple(
            Row(
                (
                    given(each.session),
                    roles[each.scorer],
                    date_and_time(each.arrived) if each.arrived else NOT_GIVEN,
                    date_and_time(each.left) if each.left else NOT_GIVEN,
                )
            )
            for each in matter.appraisal.attendances
        ),
        "attendances",
    )


def _decided(interest: Interest) -> str:
    by = f" by {one_line(interest.decided_by)}" if interest.decided_by.strip() else ""
    when = f"Declared {short_date(interest.declared_on)}" if interest.declared_on else ""
    decided = f"{interest.decision.label}{f', decided{by}' if by else ''}"
    return f"{decided}\n{when}"


def _scores(matter: Material, option: OptionId, at: int) -> Table:
    some = matter.appraisal.scorers[at : at + _SCORERS_A_TABLE]
    return Table(
        "",
        (
            Column("Criterion", 3),
            *(Column(str(number), 1, Align.END) for number, _ in enumerate(some, start=at + 1)),
        ),
        tuple(
            Row(
                (
                    name(leaf, "A criterion without a name"),
                    *(_given(matter, each.id, option, leaf.id) for each in some),
                )
            )
            for leaf in leaves(matter.appraisal.criteria)
        ),
        f"individual-{option}-{at}",
    )


def _given(matter: Material, scorer: ScorerId, option: OptionId, criterion: CriterionId) -> str:
    found = []
    for each in (Round.ALONE, Round.AGAIN):
        sheet = matter.appraisal.sheets.get(SheetKey(each, scorer), ScoreSheet())
        score = sheet.cells.get(Cell(option, criterion))
        if score is not None and score.value is not None:
            found.append(plain_number(score.value))
        elif score is not None and score.performance is not None:
            found.append(plain_number(score.performance))
    return ", ".join(found) or "None"
