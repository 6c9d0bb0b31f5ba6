"""What is said to an eUICC: TLV, APDUs and the ES10 functions of SGP.22."""
