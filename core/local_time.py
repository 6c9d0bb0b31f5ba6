"""The time of day on the screens: the bench stands in Japan, where the service is, wherever its machine is."""

from datetime import timedelta, timezone

LOCAL_TIME = timezone(timedelta(hours=9), "JST")
"""Japan Standard Time; Japan has no summer time."""
