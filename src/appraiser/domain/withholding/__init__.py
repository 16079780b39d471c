"""What the public paper leaves out: private items are masked, and what was left out is counted.

Numbers are worked out from an appraisal whose private items have lost their words alone, so that
totals, ranks and the verdict are the same in both Parts. What is printed has lost their amounts
too. So no private word can reach the public paper, not even by way of a result.
"""
