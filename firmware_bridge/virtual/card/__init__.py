"""The card in the virtual modem: files, logical channels and an eUICC, reached by APDUs only."""
