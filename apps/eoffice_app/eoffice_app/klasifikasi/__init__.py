"""The classification of archives: the national list read from a file, and found by code or by words."""
