"""The preview of a paper: the very bytes of a PDF as sheets to scroll, search, point at and print.

`view` holds the widget and `printing` the way to a printer; all else is theirs.
"""
