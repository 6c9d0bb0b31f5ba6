"""What the car reaches beyond its screen: the cloud, the modem, the air. Plain Python; blocking calls say so."""
