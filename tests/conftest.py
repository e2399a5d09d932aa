"""Fixtures of all tests that look at the running system from outside."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright
from support.browser import close_windows, launch, new_page
from support.desk import open_route
from support.login import enter
from support.office import Office
from support.rest import Rest

# Some lines are slow on purpose, and the machine may be busy: the same for all, whichever of them are run.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def office() -> Office:
	"""The running office under test, as the environment describes it."""
	return Office.from_environment()


@pytest.fixture(scope="session")
def base_url(office: Office) -> str:
	"""Address of the office, without a slash at its end."""
	return office.url


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
	with sync_playwright() as playwright:
		yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
	"""One Chromium for all tests; each test opens its own windows in it."""
	browser = launch(playwright)
	yield browser
	browser.close()


@pytest.fixture
def open_page(browser: Browser, office: Office) -> Iterator[Callable[[], Page]]:
	"""Opens a page with cookies of its own, as a person with a computer of their own."""
	contexts = []

	def open_one() -> Page:
		page = new_page(browser, office)
		contexts.append(page.context)
		return page

	yield open_one
	for context in contexts:
		close_windows(context)


@pytest.fixture
def sign_in(open_page: Callable[[], Page], office: Office) -> Callable[..., Page]:
	"""Opens a page, signs a user in and shows `route`. For the login page itself see `support.login.login`."""

	def sign_one_in(email: str, password: str | None = None, route: str = "/app") -> Page:
		page = open_page()
		enter(page, email, password or office.password_of(email))
		open_route(page, route)
		return page

	return sign_one_in


@pytest.fixture(scope="session")
def rest(playwright: Playwright, office: Office) -> Iterator[Callable[..., Rest]]:
	"""Gives a signed-in HTTP client without a browser; who has signed in once stays signed in, unless the office has
	closed his account here because it was opened elsewhere."""
	clients: dict[tuple[str, str], Rest] = {}

	def open_client(email: str = "Administrator", password: str | None = None) -> Rest:
		key = email, password or office.password_of(email)
		if key not in clients or not clients[key].is_signed_in():
			clients[key] = Rest(playwright, office.url, *key)
		return clients[key]

	yield open_client
	for client in clients.values():
		client.close()
