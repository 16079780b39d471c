"""What goes out: the editions of an appraisal, private and public, written to files."""
