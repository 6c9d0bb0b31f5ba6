"""The identity provider's rules in plain Python: no framework, no socket, no wall clock."""
