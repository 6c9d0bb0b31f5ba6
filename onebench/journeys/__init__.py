"""Journeys: the guide's steps as data, walked on the real windows, checked against the guide and told as a report."""
