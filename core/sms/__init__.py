"""Short messages as octets: alphabets, addresses, transfer PDUs and texts in parts (TS 23.038, TS 23.040)."""
