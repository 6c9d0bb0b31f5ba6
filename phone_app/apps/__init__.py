"""One folder an app: plain-Python state that takes events by `send` and tells its state as a dictionary."""
