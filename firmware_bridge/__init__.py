"""The serial line: AT commands, the eUICC behind them, real modems and a virtual one."""
