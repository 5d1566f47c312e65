"""Places: where a figure belongs."""
