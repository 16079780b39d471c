"""What the scores of people come to: the totals and the ranks."""
