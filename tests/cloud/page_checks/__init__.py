"""Checks that every page of the sites must pass in a real browser: accessibility, valid HTML, no script errors."""
