"""Signing in, as a person does and the short way."""

import re

from playwright.sync_api import Page


def login(page: Page, email: str, password: str) -> None:
	"""Fill in the login page and wait until the user is inside.

	Raises TimeoutError when the office does not let the user in.
	"""
	page.goto("/login")
	fill_in(page, email, password)
	page.wait_for_url(re.compile(r"/(app|desk|me)\b"))


def fill_in(page: Page, email: str, password: str) -> None:
	"""Fill in the login page that is shown, or about to be, and send it."""
	# Until its scripts have come, the browser would send the form as an empty one.
	page.wait_for_url(re.compile(r"/login\b"), wait_until="load")
	page.fill("#login_email", email)
	page.fill("#login_password", password)
	page.click(".form-login .btn-login")


def enter(page: Page, email: str, password: str) -> None:
	"""Sign in without the login page, which is quicker. Raises AssertionError when the office refuses."""
	response = page.request.post("/api/method/login", form={"usr": email, "pwd": password})
	assert response.ok, f"{email}: {response.text()}"
