"""The Messages app: SMS by sender, security codes recognised."""
