"""What the phone's web views need of Qt WebEngine; imported when a page is first opened."""
