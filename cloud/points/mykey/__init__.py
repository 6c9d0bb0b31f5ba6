"""The Mynapoint platform: people log in with their card, reserve (MyKey ID) and apply for points at one service."""
