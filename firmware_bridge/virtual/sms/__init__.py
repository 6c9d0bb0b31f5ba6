"""The modem's own places for short messages, and how AT commands show them."""
