"""Aeon Bank's side: registers cards, issues payment service IDs with security codes, and knows who may see them."""
