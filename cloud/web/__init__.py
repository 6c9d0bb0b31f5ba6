"""What all HTTP end points share: events, faults, headers, bearer tokens, errors."""
