"""Registering in the browser: what the form proposes never gets into the clerk's way."""

import pytest
from lakon import isian
from playwright.sync_api import expect
from support.surat import OPERATOR


@pytest.mark.parametrize("milliseconds", [80, 250])
def test_a_proposal_that_comes_late_leaves_what_is_being_typed(sign_in, milliseconds):
	page = sign_in(OPERATOR, route="/app/surat-masuk/new")
	page.context.new_cdp_session(page).send(
		"Network.emulateNetworkConditions",
		{"offline": False, "latency": milliseconds, "downloadThroughput": -1, "uploadThroughput": -1},
	)
	isian.type_link(page, "pengirim", "Badan Perencanaan Pembangunan Daerah")
	isian.type_link(page, "tujuan", "Sekretaris Dinas")
	page.keyboard.press("Tab")
	isian.settle(page)
	expect(isian.get_field(page, "tujuan").locator("input")).to_have_value("Sekretaris Dinas")
