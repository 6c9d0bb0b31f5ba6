"""The browser: a start page with the bench's sites and one page at a time."""
