"""Things: what a number counts, and what happened to it."""
