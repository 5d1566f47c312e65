"""Times: dates and clocks in the text, and the time that a figure speaks of."""
