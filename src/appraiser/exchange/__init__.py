"""JSON and spreadsheets, in and out."""
