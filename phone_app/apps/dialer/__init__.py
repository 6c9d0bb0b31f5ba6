"""The telephone: key pad, calls, calls before, service codes."""
