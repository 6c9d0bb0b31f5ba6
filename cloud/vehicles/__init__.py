"""Cars and their users: mapping, driver profiles, terms and the state of each driver's personal eSIM."""
