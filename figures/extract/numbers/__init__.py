"""Numbers: what is written, its value, its ends and its bound."""
