"""All that car and phone reach over the network: identity, vehicles and the web pages people see."""
