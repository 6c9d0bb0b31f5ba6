"""The apps of the brands, one code for all: sign in with the ID, keep it behind an app PIN, let a car sign in by its QR code (BMW-JP-SP-01…10)."""
