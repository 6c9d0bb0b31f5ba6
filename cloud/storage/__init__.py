"""What the cloud remembers: one SQL database, SQLite unless a URL says otherwise."""
