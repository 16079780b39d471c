"""Item models over snapshots and results."""
