"""An operator's account is open in one place at a time; an official's may be open in several."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect
from support.akun import operator_account
from support.rest import Rest
from support.surat import KEPALA

DITUTUP = "dibuka di komputer atau peramban lain"


@pytest.fixture
def operator_baru(rest, office) -> Iterator[str]:
	"""An operator whose account nobody else uses meanwhile."""
	with operator_account(rest(), office.demo_password, "Operator Baru") as email:
		yield email


def test_a_second_sign_in_of_an_operator_ends_the_first(playwright, office, operator_baru):
	first, second = (Rest(playwright, office.url, operator_baru, office.demo_password) for _ in range(2))
	assert not first.is_signed_in()
	assert first.get("/api/resource/Surat Masuk").status == 403
	assert second.is_signed_in()


def test_an_official_works_in_two_places(playwright, office):
	first, second = (Rest(playwright, office.url, KEPALA, office.demo_password) for _ in range(2))
	assert first.is_signed_in()
	assert second.is_signed_in()


def test_the_first_place_is_told_why_it_was_closed(sign_in, operator_baru):
	first = sign_in(operator_baru)
	# He is told by the live connection, which the desk makes when all else is there.
	first.wait_for_function("frappe.realtime.socket?.connected")
	second = sign_in(operator_baru)
	expect(first.get_by_text(DITUTUP)).to_be_visible()
	expect(second.get_by_text(DITUTUP)).to_have_count(0)


def test_the_administrator_has_every_role_and_is_no_operator(playwright, office):
	first, second = (Rest(playwright, office.url, "Administrator", office.admin_password) for _ in range(2))
	assert first.is_signed_in()
	assert second.is_signed_in()
