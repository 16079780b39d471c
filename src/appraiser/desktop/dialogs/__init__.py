"""Questions the program asks."""
