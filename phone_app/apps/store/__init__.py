"""The phone's app store: get an app, see it come, open it, take it off (BMW-JP-PREP-04, 05)."""
