"""What an appraisal is: frozen dataclasses, enums, edits and findings."""
