"""The fault sweep: the set-up is done again and again, each time with one fault at one request, by a driver who goes on
with what the screen offers. Nothing may get stuck, and nothing may go wrong without words."""
