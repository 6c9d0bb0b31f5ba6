"""Top floor: composes a bench from its parts and offers it as commands, journeys and reports."""
