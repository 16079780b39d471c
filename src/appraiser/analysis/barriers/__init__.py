"""The register of barriers: who can remove each, and which matter most."""
