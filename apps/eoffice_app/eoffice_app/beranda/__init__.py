"""The desk that people open first: what waits for whom, the menu that each role sees, and the first run of an office."""
