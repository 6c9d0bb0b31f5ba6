"""Account association: the operator's OAuth authorization server, where a driver lets the car maker use their line."""
