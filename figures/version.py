"""Which extractor this is."""

#: Goes up whenever the extractor finds other figures in the same text, or says something else of them.
EXTRACTOR_VERSION = 1
