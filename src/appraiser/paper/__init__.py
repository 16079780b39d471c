"""The board paper as neutral blocks, then its writers."""
