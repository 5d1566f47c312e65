"""Sources: who says a figure, and the wording that hedges it."""
