"""An open appraisal: edits in; snapshots, findings and results out."""
