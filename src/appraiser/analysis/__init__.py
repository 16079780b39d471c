"""What follows from an appraisal: pure functions over arrays and domain values."""
