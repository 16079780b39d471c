"""Draft the SQL of the tables, to begin a migration from.

`python -m appraiser.store.drafting` prints it. What stands in `migrations/` once a version has
been given out is never changed; a change to the tables is the next numbered file.
"""

from __future__ import annotations

import sys

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from appraiser.store.identity import APPLICATION_ID
from appraiser.store.tables import TRIGGERS, metadata


def draft() -> str:
    """Give the statements that make every table, index and trigger."""
    dialect = sqlite.dialect()
    statements = [f"PRAGMA application_id = {APPLICATION_ID}"]
    for table in metadata.sorted_tables:
        statements.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        statements.extend(
            str(CreateIndex(index).compile(dialect=dialect)).strip() for index in table.indexes
        )
    statements.extend(TRIGGERS)
    return "\n\n".join(f"{_tidy(each)};" for each in statements) + "\n"


def _tidy(statement: str) -> str:
    text = "\n".join(line.rstrip().replace("\t", "  ") for line in statement.splitlines())
    return text.replace("\n)\n ", "\n) ").replace("WITHOUT ROWID,\n ", "WITHOUT ROWID, ")


if __name__ == "__main__":
    sys.stdout.write(draft())
