"""A modem without hardware: AT commands on a pseudo-terminal, a radio that registers, a card with an eUICC."""
