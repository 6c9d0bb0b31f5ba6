"""What the operator allows, in plain Python: contracts, orders, names and numbers that people type."""
