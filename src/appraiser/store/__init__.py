"""The .appraisal file: tables, reading, writing, journal and migrations."""
