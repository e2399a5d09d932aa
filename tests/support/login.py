"""Signing in, as a person does and the short way."""

import re

from playwright.sync_api import Page


def login(page: Page, email: str, password: str) -> None:
	"""Fill in the login page and wait until the user is inside.

	Raises TimeoutError when the office does not let the user in.
	"""
	page.goto("/login")
	page.fill("#login_email", email)
	page.fill("#login_password", password)
	page.click(".form-login .btn-login")
	page.wait_for_url(re.compile(r"/(app|desk|me)\b"))


def enter(page: Page, email: str, password: str) -> None:
	"""Sign in without the login page, which is quicker. Raises AssertionError when the office refuses."""
	response = page.request.post("/api/method/login", form={"usr": email, "pwd": password})
	assert response.ok, f"{email}: {response.text()}"
