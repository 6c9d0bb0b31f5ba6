"""What the bank takes and refuses: cards, passwords, numbers; plain Python."""
