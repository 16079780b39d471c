"""Appraiser: from the question of becoming a mutual to a board paper a trust can defend."""
