"""How far one input must move, all others fixed, before the answer changes."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.money.costed import (
    MILLION,
    X,
    Y,
    Z,
    benefit,
    cost,
    costed,
    costing,
    once,
    rates,
    results,
    vat,
)
from tests.analysis.money.test_npsv import green_book

from appraiser.analysis.money.discounting import Discounting
from appraiser.analysis.money.npsv import net_present_value, weight_of
from appraiser.analysis.money.optimism import adjusted
from appraiser.analysis.money.option_money import case_of
from appraiser.analysis.money.pence import to_pence
from appraiser.analysis.money.streams import Stream
from appraiser.analysis.money.switching_values import (
    Contender,
    Line,
    Ratio,
    Switch,
    SwitchingValue,
    contenders,
    line_of,
    rivals,
    switching_values,
)
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import OptionId
from appraiser.domain.money_terms import CostCategory


def switching(
    appraisal: Appraisal, catalogue: Catalogue, option: OptionId = X
) -> dict[str, SwitchingValue]:
    found = results(appraisal, catalogue).of[option].switching
    return {each.about.id if each.about else each.category.value: each for each in found}


def in_millions(switch: Switch | None) -> tuple[float, float]:
    assert switch is not None
    assert switch.change is not None
    return round(switch.value / MILLION, 4), round(switch.change, 1)


def test_the_switching_values_of_the_green_book(catalogue: Catalogue) -> None:
    """Method.md 6A-2: A's benefit 2.7225 (+8.9 %) and 2.8613 (+14.5 %); capital 9.1827 (-8.2 %)."""
    found = switching(green_book(), catalogue)

    assert in_millions(found["benefit-a"].zero) == (2.7225, 8.9)
    assert in_millions(found["benefit-a"].order) == (2.8613, 14.5)
    assert in_millions(found["capital-a"].zero) == (9.1827, -8.2)
    assert found["benefit-a"].against == Y
    assert found["benefit-a"].base == 250_000_000


def test_the_best_option_is_held_against_the_next(catalogue: Catalogue) -> None:
    """B, y, is ahead; business as usual, at nought, comes next and A, at -0.82, last."""
    found = switching(green_book(), catalogue, Y)["capital-b"]

    assert found.against == Z
    assert found.zero == found.order
    assert in_millions(found.zero) == (5.5096, 10.2)


def test_all_costs_of_a_category_move_together(catalogue: Catalogue) -> None:
    appraisal = costed(
        cost(100, "one", category=CostCategory.ESTATE),
        cost(50, "two", category=CostCategory.ESTATE),
        benefit(450),
        costing=costing(1),
    )
    found = switching(appraisal, catalogue)["estate"]

    assert (found.about, found.category, found.base) == (None, CostCategory.ESTATE, 150)
    assert found.zero == Switch(450, 200.0)
    assert found.order == Switch(450, 200.0)
    assert found.against == Z


def test_a_benefit_both_bring_never_changes_their_order(catalogue: Catalogue) -> None:
    appraisal = costed(
        cost(100), cost(60, "cheap", Y), benefit(70, options=(X, Y)), costing=costing(1)
    )
    found = switching(appraisal, catalogue)

    assert found["gain"].zero == Switch(100, 100 * 30 / 70)
    assert found["gain"].order is None
    assert found["gain"].against == Y
    assert found["cost"].order == Switch(60, -40.0)


def test_what_falls_in_no_year_costed_has_no_switching_value(catalogue: Catalogue) -> None:
    appraisal = costed(cost(5), once(7, first_year=9, category=CostCategory.ESTATE))

    assert set(switching(appraisal, catalogue)) == {"cost", "running"}


def test_an_amount_of_nought_has_no_per_cent(catalogue: Catalogue) -> None:
    found = switching(costed(cost(0), benefit(8), costing=costing(1)), catalogue)

    assert found["cost"].zero == Switch(8, None)
    assert found["running"].zero == Switch(8, None)


def test_vat_and_tax_have_none_in_the_economic_view(catalogue: Catalogue) -> None:
    assert set(switching(costed(cost(5), vat(3)), catalogue)) == {"cost", "running"}


def test_a_cost_with_bias_switches_at_what_is_typed(catalogue: Catalogue) -> None:
    """With all of a bias of 200 % a benefit of 300 is used up by a cost of 100."""
    biased = {"optimism_category": "equipment"}
    found = switching(costed(cost(40, **biased), benefit(300), costing=costing(1)), catalogue)

    assert found["cost"].zero == Switch(100, 150.0)
    assert (found["running"].base, found["running"].zero) == (120, Switch(300, 150.0))


def test_a_cost_that_would_have_to_save_switches_at_the_smaller_saving(
    catalogue: Catalogue,
) -> None:
    """A bias of 24 % is added to a cost and taken off a saving: -50 / 0.76 is needed for -50."""
    biased = {"optimism_category": "standard-buildings"}
    appraisal = costed(cost(100, "biased", **biased), cost(50, "other"), costing=costing(1))

    assert switching(appraisal, catalogue)["biased"].zero == Switch(
        to_pence(Fraction(-5000, 76)), 100 * -(5000 / 76 + 100) / 100
    )


def test_no_saving_is_enough_where_bias_takes_it_all(catalogue: Catalogue) -> None:
    biased = {"optimism_category": "equipment"}
    appraisal = costed(cost(-100, "biased", **biased), cost(50, "other"), costing=costing(1))

    assert switching(appraisal, catalogue)["biased"].zero is None
    paid = costed(cost(-100, "biased", **biased), benefit(60), costing=costing(1))
    assert switching(paid, catalogue)["biased"].zero == Switch(20, -120.0)


def test_a_level_line_is_nought_at_no_value() -> None:
    assert Line(5, 0, 0).crossing(7) is None
    assert Line(5, 2, 2).crossing(10) == Ratio(0, 2)
    assert Ratio(3, 6).exact == Fraction(1, 2)


def test_of_equals_the_first_stands_first_and_one_alone_has_no_rival() -> None:
    def at(name: str, npsv: int) -> Contender:
        return Contender(OptionId(name), (), npsv, 1, 1)

    a, b, c = at("a", 5), at("b", 9), at("c", 9)
    assert rivals([a, b, c]) == {"a": b, "b": c, "c": b}
    assert rivals([a]) == {"a": None}
    assert rivals([]) == {}


def test_an_option_alone_changes_places_with_nobody(catalogue: Catalogue) -> None:
    appraisal = costed(cost(5), benefit(8), costing=costing(1))
    alone = replace(appraisal, options=appraisal.options[:1])
    found = results(alone, catalogue).of[X].switching

    assert {each.order for each in found} == {None}
    assert {each.against for each in found} == {None}
    assert all(each.zero for each in found)


def moved(stream: Stream, to: Fraction) -> Stream:
    """Give a stream with another amount typed, which may be part of a penny."""
    yearly = to if stream.category is None else -adjusted(to, stream.bias)
    return stream._replace(typed=to, yearly=yearly)


def crossings(contender: Contender, tables: Discounting, difference: int):
    for place, stream in enumerate(contender.streams):
        line = line_of(stream, weight_of(stream, tables), contender.unit)
        found = line.crossing(difference)
        if found is not None:
            changed = moved(stream, found.exact)
            yield found, [*contender.streams[:place], changed, *contender.streams[place + 1 :]]


COSTS = st.lists(
    st.tuples(st.integers(-(10**9), 10**9), st.integers(0, 20), st.booleans()),
    min_size=1,
    max_size=5,
)


@given(COSTS, COSTS, st.integers(-(10**9), 10**9), st.integers(-(10**9), 10**9))
@settings(max_examples=40, deadline=None)
def test_at_a_switching_value_the_answer_changes_exactly(
    catalogue: Catalogue, ours: list, theirs: list, gain: int, health: int
) -> None:
    def lines(drawn: list, option: OptionId) -> list:
        return [
            cost(
                amount,
                f"{option}-{place}",
                option,
                first_year=first,
                optimism_category="outsourcing" if biased else "",
                mitigation=12.5 if biased else None,
            )
            for place, (amount, first, biased) in enumerate(drawn)
        ]

    appraisal = costed(
        *lines(ours, X),
        *lines(theirs, Y),
        benefit(gain, first_year=2),
        benefit(health, "health", health=True),
        costing=costing(40),
    )
    tables = rates(catalogue, horizon=40)
    streams = {
        each.id: case_of(appraisal, each, catalogue).streams for each in appraisal.options[:2]
    }
    one, two = contenders(streams, tables)
    other = net_present_value(two.streams, tables)

    assert Fraction(one.npsv, one.whole) == net_present_value(one.streams, tables)
    for _, changed in crossings(one, tables, one.npsv):
        assert net_present_value(changed, tables) == 0
    for _, changed in crossings(one, tables, one.npsv - two.npsv):
        assert net_present_value(changed, tables) == other
    for found, (ratio, _) in zip(
        [each for each in switching_values(one, two, tables) if each.about and each.zero],
        crossings(one, tables, one.npsv),
        strict=True,
    ):
        assert found.zero is not None
        assert found.zero.value == to_pence(ratio.exact)
