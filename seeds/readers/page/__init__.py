"""Web pages: mark-up to paragraphs, the story told from what stands around it, and what the page says of itself."""
