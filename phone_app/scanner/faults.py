"""The camera's fault port and what can go wrong there; known before any camera is opened."""

PORT = "phone.camera"
KINDS = ("missing", "lost", "dark", "blurred")
