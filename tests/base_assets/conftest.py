"""What the tests of the front end share."""

import secrets
from collections.abc import Callable, Iterator

import pytest
from support.office import Office
from support.rest import Rest

REGISTRY_BASE = "15.0.0-dev"


@pytest.fixture
def registry_base(office: Office) -> None:
	"""Skips a test about our own build and realtime server where Frappe brought its own."""
	source = office.bench / "apps" / "frappe" / "frappe" / "__init__.py"
	if f'__version__ = "{REGISTRY_BASE}"' not in source.read_text():
		pytest.skip("Frappe builds and serves this itself")


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
