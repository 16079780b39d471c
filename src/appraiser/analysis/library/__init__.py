"""What the library says of an appraisal's options: pure functions over reference data."""
