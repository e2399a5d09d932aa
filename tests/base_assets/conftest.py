"""What the tests of the front end share."""

import secrets
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from support.browser import close_windows, new_page
from support.console import watch
from support.desk import open_route
from support.login import enter
from support.office import Office
from support.rest import Rest

REGISTRY_BASE = "15.0.0-dev"


@pytest.fixture
def registry_base(office: Office) -> None:
	"""Skips a test about our own build and realtime server where Frappe brought its own."""
	source = office.bench / "apps" / "frappe" / "frappe" / "__init__.py"
	if f'__version__ = "{REGISTRY_BASE}"' not in source.read_text():
		pytest.skip("Frappe builds and serves this itself")


@pytest.fixture(scope="session")
def administrator(browser: Browser, office: Office) -> Iterator[BrowserContext]:
	"""The signed-in administrator's browser, whose cache need not be filled again for each page."""
	page = new_page(browser, office)
	enter(page, "Administrator", office.admin_password)
	yield page.context
	close_windows(page.context)


@pytest.fixture
def open_desk(administrator: BrowserContext) -> Iterator[Callable[[str], Page]]:
	"""Opens an address of the desk as the administrator and waits until the page is complete."""
	pages = []

	def open_one(route: str) -> Page:
		page = administrator.new_page()
		pages.append(page)
		watch(page)
		open_route(page, route)
		return page

	yield open_one
	for page in pages:
		page.close()


@pytest.fixture
def todo(rest: Callable[..., Rest]) -> Iterator[dict]:
	"""A ToDo of the administrator."""
	client = rest()
	document = client.insert("ToDo", description="Menyusun laporan triwulan")
	yield document
	client.delete(f"/api/resource/ToDo/{document['name']}")


@pytest.fixture
def colleague(rest: Callable[..., Rest]) -> Iterator[dict]:
	"""A desk user who may do little; `password` is among the fields."""
	client = rest()
	password = secrets.token_urlsafe(16)
	user = client.insert(
		"User",
		email=f"rekan-{secrets.token_hex(4)}@eoffice.example",
		first_name="Rekan",
		last_name=secrets.token_hex(4),
		user_type="System User",
		send_welcome_email=0,
		new_password=password,
		roles=[{"role": "Inbox User"}],
	)
	yield {**user, "password": password}
	client.delete(f"/api/resource/User/{user['name']}")


@pytest.fixture
def letter(rest: Callable[..., Rest]) -> dict:
	"""A letter of the demo office."""
	return rest().call("frappe.client.get_list", doctype="Surat Masuk", limit_page_length=1)[0]
