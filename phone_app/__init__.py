"""The driver's phone: status bar, home screen, apps and a camera that reads QR codes."""
