"""Simulated accessories with the phone's number: Apple Watch and ON01, each a small window and a radio of its own."""
