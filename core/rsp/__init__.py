"""Remote SIM provisioning: the messages of SGP.22, declared once for the card, the LPA and the SM-DP+."""
