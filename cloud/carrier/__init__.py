"""The mobile operator: lines, d ACCOUNTs, contracts, orders; a server of its own with a database of its own."""
