"""GSMA TS.43 ODSA documents for companion devices, as both the operator and the car maker read and write them."""
