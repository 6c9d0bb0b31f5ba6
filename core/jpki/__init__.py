"""What the simulated My Number card and the Mynapoint platform share: user certificates and what a card signs."""
