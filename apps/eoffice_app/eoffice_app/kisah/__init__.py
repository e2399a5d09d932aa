"""The history of a letter as a story that anybody can read."""
