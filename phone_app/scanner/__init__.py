"""The phone's camera and what it reads: sources of pictures, simulated optics, QR decoding and the scan session."""
