"""Units: of measure, of time, of money, before and behind a number."""
