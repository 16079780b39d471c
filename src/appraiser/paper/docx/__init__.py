"""The paper as a Word document: the only part of the program that knows python-docx."""
