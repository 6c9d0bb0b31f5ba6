"""The car maker's side of account association: links to drivers' lines, and the client that speaks to the operator."""
