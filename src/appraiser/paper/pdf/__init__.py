"""The board paper written as tagged PDF."""
