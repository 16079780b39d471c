"""The ten stages of the journey, a page each."""
