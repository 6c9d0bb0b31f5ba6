"""Figures, always beside a baseline measured in the same run, since machines are noisy (`make benchmark`)."""
