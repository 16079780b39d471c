"""What would change the answer, worked out exactly."""
