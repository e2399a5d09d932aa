"""What the front answers by itself: how long a browser keeps it, and the headers that go with everything."""

import json
import urllib.request
from email.message import Message

import pytest
from support.office import Office

PROTECTING = ("X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy")
A_DAY, A_YEAR = "max-age=86400", "max-age=31536000"


def ask(office: Office, path: str) -> Message:
	with urllib.request.urlopen(office.url + path) as answer:
		return answer.headers


def find_bundle(office: Office) -> str:
	return json.loads((office.bench / "sites" / "assets" / "assets.json").read_text())["desk.bundle.js"]


@pytest.mark.parametrize(
	("path", "kept"),
	[
		(find_bundle, A_YEAR),
		("/assets/eoffice_app/images/logo.svg", A_DAY),
		("/assets/frappe/sounds/click.mp3", A_DAY),
		("/assets/eoffice_app/js/eoffice.bundle.js", "no-cache"),
	],
)
def test_files_are_kept_as_long_as_they_stay_the_same(office: Office, path, kept: str):
	headers = ask(office, path(office) if callable(path) else path)
	assert headers["Cache-Control"] == kept
	assert all(headers[name] for name in PROTECTING)


def test_pages_have_the_headers_that_protect(office: Office):
	headers = ask(office, "/login")
	assert all(headers[name] for name in PROTECTING)
