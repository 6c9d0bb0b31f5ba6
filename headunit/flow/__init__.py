"""The head unit's statechart and its rules: plain Python that knows no Qt."""
