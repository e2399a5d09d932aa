"""Helpers of the tests that look at the running system from outside."""
