"""How often each option leads over all the weights and scores that people could mean."""
