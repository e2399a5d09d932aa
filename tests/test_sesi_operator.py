"""An operator's account is open in one place at a time; an official's may be open in several."""

from playwright.sync_api import expect
from support.rest import Rest
from support.surat import KEPALA, OPERATOR


def test_a_second_sign_in_of_an_operator_ends_the_first(playwright, office):
	first, second = (Rest(playwright, office.url, OPERATOR, office.password_of(OPERATOR)) for _ in range(2))
	assert not first.is_signed_in()
	assert first.get("/api/resource/Surat Masuk").status == 403
	assert second.is_signed_in()


def test_an_official_works_in_two_places(playwright, office):
	first, second = (Rest(playwright, office.url, KEPALA, office.password_of(KEPALA)) for _ in range(2))
	assert first.is_signed_in()
	assert second.is_signed_in()


def test_the_first_place_is_told_why_it_was_closed(sign_in):
	first = sign_in(OPERATOR)
	second = sign_in(OPERATOR)
	expect(first.locator(".msgprint-dialog.show")).to_contain_text("dibuka di komputer atau peramban lain")
	expect(second.locator(".msgprint-dialog.show")).to_have_count(0)
