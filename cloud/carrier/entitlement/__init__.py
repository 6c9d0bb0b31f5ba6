"""The entitlement server: GSMA TS.43 ODSA for companion devices, asked by the car maker with an association's token."""
