"""A room of people who score, for tests of who agrees and whose scores decide."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tests.analysis.making import Row, by, panel, sheet

from appraiser.analysis.panel.whole_panel import Panel, panel_of
from appraiser.analysis.weighting.weights import model_weights
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import GroupId, InterestId, OptionId, ScorerId
from appraiser.domain.scores import CONSENSUS, Group, Interest, Scorer, Scoring
from appraiser.domain.terms import InterestDecision, Round, ScoreFeed, ScoringPhase

Table = Mapping[str, Row]


def room(
    weights: Sequence[float],
    tables: Mapping[str, Table],
    *,
    agreed: Table | None = None,
    again: Mapping[str, Table] | None = None,
    feed: ScoreFeed = ScoreFeed.MEAN,
    **changes: Any,
) -> Appraisal:
    """Make an appraisal of what each person gave alone, then again, and what the room agreed.

    A person's group is what stands after a slash in their name.
    """
    names = tuple(f"c{at}" for at in range(1, len(weights) + 1))
    options = next(iter(tables.values()), agreed or {})
    nothing = {option: [None] * len(weights) for option in options}
    people = [person.partition("/") for person in tables]
    sheets = {by(name): sheet(names, tables[f"{name}{s}{g}"]) for name, s, g in people}
    sheets |= {by(name, Round.AGAIN): sheet(names, rows) for name, rows in (again or {}).items()}
    made = panel(weights, nothing)
    scoring = Scoring(feed=feed, phase=ScoringPhase.CLOSED)
    made = replace(
        made,
        groups=tuple(Group(id=GroupId(g), name=g.title()) for g in dict.fromkeys(_groups(people))),
        scorers=tuple(
            Scorer(id=ScorerId(name), group=GroupId(group) if group else None)
            for name, _, group in people
        ),
        scoring=scoring,
        sheets={CONSENSUS: sheet(names, agreed or {}), **sheets},
    )
    return replace(made, **changes)


def _groups(people: Sequence[tuple[str, str, str]]) -> list[str]:
    return [group for _, _, group in people if group]


def asked(appraisal: Appraisal, *barred: str) -> Panel:
    """Gather the panel under the weights that feed the totals."""
    weights, findings = model_weights(appraisal)
    assert weights is not None, findings
    return panel_of(appraisal, weights, tuple(map(OptionId, barred)))


def interest(
    scorer: str, decision: InterestDecision = InterestDecision.TAKE_PART, *options: str
) -> Interest:
    """Make an interest that a scorer declared."""
    return Interest(
        id=InterestId(f"{scorer}-interest"),
        scorer=ScorerId(scorer),
        decision=decision,
        options=tuple(map(OptionId, options)),
    )
