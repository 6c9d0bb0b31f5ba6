"""AT commands without input or output: the client's engine and the modem's grammar, fed with bytes and instants."""
