"""The document worker: reads workbooks, and makes papers, charts and workbooks.

It speaks frames on standard input and output (see `frames`), keeps nothing between two requests, and knows nothing of
what the documents are about.
"""
