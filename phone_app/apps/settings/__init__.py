"""Settings: network, Bluetooth with pairing (BMW-JP-CAR-13), the phone's name, language and appearance."""
