"""Where pictures come from: a webcam, a video file, still pictures, or the virtual scene of the car's display."""
