"""Registering in the browser: what the form proposes never gets into the clerk's way."""

import json
import re
import time
from datetime import date, datetime, timedelta

import pytest
from lakon import isian
from playwright.sync_api import expect
from support.surat import OPERATOR, make_pdf


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


def test_scans_dropped_at_once_stand_in_order_and_are_dragged_into_another(sign_in, rest):
	page = sign_in(OPERATOR, route="/app/surat-masuk/new")
	drop_files(page, ["lembar-10-pindai.pdf", "lembar-2-pindai.pdf", "lembar-1-pindai.pdf"])
	rows = page.locator("[data-fieldname='scan'] .grid-body .grid-row:visible")
	links = rows.locator("a.tautan-scan:visible")
	expect(links).to_have_text([re.compile(f"lembar-{number}-") for number in (1, 2, 10)])
	drag(rows.nth(2).locator(".sortable-handle").first, rows.nth(0).locator(".sortable-handle").first)
	expect(links).to_have_text([re.compile(f"lembar-{number}-") for number in (10, 1, 2)])
	fill_in(page)
	isian.save(page)
	name = page.evaluate("cur_frm.docname")
	saved = rest(OPERATOR).get(f"/api/resource/Surat Masuk/{name}").json()["data"]["scan"]
	assert [re.search(r"lembar-(\d+)-", row["berkas"])[1] for row in saved] == ["10", "1", "2"]


def test_a_new_sender_is_entered_without_leaving_the_letter(sign_in, rest):
	page = sign_in(OPERATOR, route="/app/surat-masuk/new")
	isian.type_text(page, "nomor_surat", "005/BARU/2026")
	nama = f"Instansi Baru {datetime.now():%H%M%S%f}"
	field = isian.get_field(page, "pengirim")
	field.locator("input").first.press_sequentially(nama, delay=15)
	field.locator(".awesomplete ul > *", has_text="Buat").first.click()
	dialog = page.locator(".modal.show")
	expect(dialog.locator("[data-fieldname='nama_instansi'] input")).to_have_value(nama)
	dialog.locator(".btn-modal-primary").click()
	dialog.wait_for(state="detached")
	expect(field.locator("input").first).to_have_value(nama)
	expect(isian.get_field(page, "nomor_surat").locator("input")).to_have_value("005/BARU/2026")
	assert (
		rest(OPERATOR)
		.get("/api/resource/Instansi", filters=json.dumps([["nama_instansi", "=", nama]]))
		.json()["data"]
	)


def fill_in(page):
	"""Fill in what a letter must have beside its scans."""
	isian.type_link(page, "pengirim", "Badan Perencanaan Pembangunan Daerah")
	isian.type_text(page, "nomor_surat", f"005/{datetime.now():%H%M%S%f}/2026")
	isian.type_text(page, "tanggal_surat", f"{date.today() - timedelta(days=1):%d-%m-%Y}")
	isian.type_text(page, "perihal", "Permohonan data")
	isian.type_link(page, "tujuan", "Kepala Dinas Komunikasi")


def drop_files(page, names: list[str]):
	"""Drop PDF files onto the form in one grip, in the order given."""
	content = [list(make_pdf() + f"%{name}{time.time_ns()}\n".encode()) for name in names]
	transfer = page.evaluate_handle(
		"""([names, content]) => {
			const transfer = new DataTransfer();
			names.forEach((name, at) =>
				transfer.items.add(new File([new Uint8Array(content[at])], name, { type: "application/pdf" })));
			return transfer;
		}""",
		[names, content],
	)
	form = page.locator(".form-page:visible").first
	form.dispatch_event("dragover", {"dataTransfer": transfer})
	form.dispatch_event("drop", {"dataTransfer": transfer})


def drag(source, target):
	"""Take hold of one place with the mouse and let go a little above another."""
	source.hover()
	source.page.mouse.down()
	box = target.bounding_box()
	for step in range(6):
		source.page.mouse.move(box["x"] + 5, box["y"] + box["height"] / 2 - 2 * step)
	source.page.mouse.up()
