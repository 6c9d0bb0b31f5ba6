"""The head unit's statecharts and rules: plain Python that knows no Qt, opens no sockets and reads no clock."""
