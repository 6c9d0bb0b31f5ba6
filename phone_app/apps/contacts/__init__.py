"""Contacts: the phone book that its owner sees and the car may read (BMW-JP-CAR-13a)."""
