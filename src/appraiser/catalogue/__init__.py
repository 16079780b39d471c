"""Typed, dated reference data read from the resources folder."""
