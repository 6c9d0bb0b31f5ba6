"""My BMW: sign in with a BMW ID, keep it behind an app PIN, let a car sign in by its QR code (BMW-JP-SP-01…10)."""
