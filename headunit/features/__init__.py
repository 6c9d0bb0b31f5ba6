"""What the car does when its charts move: one file a feature, each a listener with guards and actions by name."""
