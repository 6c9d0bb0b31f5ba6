"""The desk beside the car: what a person at the bench does to the car itself, by a key or from another terminal."""
