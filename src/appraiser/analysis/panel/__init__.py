"""Where the people who score agree, and whose scores decide."""
