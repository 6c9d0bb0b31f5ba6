"""The apps of the brands, one code for all: sign in with the ID, let a car in by its QR code, activate the eSIM."""
