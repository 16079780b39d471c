"""The paper as one accessible web page."""
