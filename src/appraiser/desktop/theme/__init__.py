"""Colours, type and spacing, light and dark."""
