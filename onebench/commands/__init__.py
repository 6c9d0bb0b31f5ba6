"""One module a command of the command line; each is a thin face."""
