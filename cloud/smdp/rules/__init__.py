"""The SM-DP+'s rules in plain Python: life of an order, of a session, and the standard's words for each refusal."""
