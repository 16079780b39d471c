"""Charts as geometry, alt text and a data table, with no painter."""
