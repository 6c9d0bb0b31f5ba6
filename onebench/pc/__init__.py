"""The driver's PC: a plain browser window that opens the same pages as any other browser."""
