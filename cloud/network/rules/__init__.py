"""What the network decides, in plain Python: who may register, which device rings, who gets a message."""
