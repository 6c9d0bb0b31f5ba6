"""The mobile network: registrations, packet sessions, calls, short messages and service codes of one operator."""
