"""Mynapoint: the bank that issues payment service IDs (`aeon`) and the platform that takes applications (`mykey`)."""
