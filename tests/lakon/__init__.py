"""The play: one letter goes its whole way through the office, acted by its people in a real browser."""
