"""What shows these results need not load NumPy for it."""

import subprocess
import sys

MODULES = (
    "critical_weights",
    "dominance",
    "one_at_a_time",
    "potential_optimality",
    "rank_order_dominance",
    "rank_stability",
    "score_switching",
    "tornado",
    "value_cost",
)


def test_the_result_types_come_without_numpy_and_scipy() -> None:
    names = ", ".join(f"appraiser.analysis.sensitivity.{each}" for each in MODULES)
    program = f"import sys, {names}; print({{'numpy', 'scipy'}} & sys.modules.keys())"

    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == "set()"
