"""AT commands as a sans-IO engine: bytes in, answers and unsolicited codes out."""
