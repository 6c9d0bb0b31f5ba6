"""Short messages: the transfer-layer codec in both directions (TS 23.040, TS 23.038) and the modem's two stores."""
