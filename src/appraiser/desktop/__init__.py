"""The desktop program, the only part that knows Qt."""
