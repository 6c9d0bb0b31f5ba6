"""The SM-DP+: profiles are ordered (ES2+), bound to one card and handed out to its LPA (ES9+), by SGP.22 v2."""
