"""The local profile assistant: it brings profiles from an SM-DP+ to the card and reports what was done with them."""
