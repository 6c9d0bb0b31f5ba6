"""The phone's contactless reader and the cards that a person can lay on it, all simulated."""
