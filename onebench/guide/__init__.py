"""What the start-up guides print, row by row, with the labels they quote and the rows that journeys covered."""
