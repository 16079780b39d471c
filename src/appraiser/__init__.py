"""Appraiser: from the question of becoming a mutual to a board paper a trust can defend."""

import os

VERSION = "0.1.0"

for _name in ("OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "MKL_NUM_THREADS"):
    # The arrays here are small: more threads only hand locks to one another. Said before NumPy.
    os.environ.setdefault(_name, "1")
