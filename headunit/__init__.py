"""The car's head unit: a touch screen whose every screen is a state of one statechart."""
