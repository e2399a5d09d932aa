"""Every letter under way: on whose desk, since when, until when."""
