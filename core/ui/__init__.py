"""What both windows share of Qt: application, themes, controls, translations, and touches on elements by id."""
