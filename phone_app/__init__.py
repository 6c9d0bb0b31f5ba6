"""The driver's phone: a handset with apps that do their part of the guides, its camera and its side of the air."""
