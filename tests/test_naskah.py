"""Writing a letter in the browser: its pages beside the form, and a letter written in a word processor."""

import re
from datetime import datetime

import pytest
from lakon import isian
from playwright.sync_api import Page, expect
from support.desk import call, settle
from support.docx import WITH_MACROS, make_docx

PENYUSUN = "staf.aplikasi@eoffice.example"
PENANDA_TANGAN = "Kepala Dinas Komunikasi dan Informatika"
PHONE = {"width": 390, "height": 844}
# The worker may have other work first.
UNTIL_CONVERTED = 120_000
# A picture has its width once the browser has read it.
WIDTH_OF_PICTURE = "async (image) => { await image.decode(); return image.naturalWidth; }"
BINDING = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_the_pages_are_shown_before_the_first_save_and_follow_what_is_typed(sign_in):
	page = sign_in(PENYUSUN, route="/app/surat-keluar/new")
	expect(state_of(page)).to_have_text("Pilih jenis naskah untuk melihat pratinjau.")
	isian.type_link(page, "jenis_naskah", "Surat Undangan")
	expect(pages_of(page)).to_have_count(1)
	assert pages_of(page).first.evaluate(WIDTH_OF_PICTURE) > 500
	shown = pages_of(page).first.get_attribute("src")
	isian.type_text(page, "perihal", "Undangan yang terbaca pada pratinjau")
	expect(pages_of(page).first).not_to_have_attribute("src", shown)
	assert "new" in page.url


def test_what_is_wrong_is_said_beside_the_text_and_the_writer_goes_on(sign_in):
	page = sign_in(PENYUSUN, route="/app/surat-keluar/new")
	isian.type_link(page, "jenis_naskah", "Surat Undangan")
	expect(pages_of(page)).to_have_count(1)
	page.route(re.compile("make_pratinjau"), lambda route: route.abort("connectionfailed"))
	isian.type_text(page, "perihal", "Undangan tanpa sambungan")
	expect(state_of(page)).to_contain_text("Periksa sambungan")
	assert not page.locator(".modal.show").count()
	page.unroute(re.compile("make_pratinjau"))
	isian.type_text(page, "lampiran", "1 berkas")
	expect(state_of(page)).to_be_empty()


def test_on_the_phone_the_pages_wait_behind_a_button(sign_in):
	page = sign_in(PENYUSUN, route="/app/surat-keluar/new")
	page.set_viewport_size(PHONE)
	isian.type_link(page, "jenis_naskah", "Surat Undangan")
	page.get_by_role("button", name="Lihat Pratinjau").click()
	expect(pages_of(page)).to_have_count(1)
	pages_of(page).first.evaluate(WIDTH_OF_PICTURE)
	box = pages_of(page).first.bounding_box()
	assert 250 < box["width"] <= PHONE["width"]


@pytest.mark.timeout(300)
def test_a_letter_written_in_a_word_processor(sign_in):
	page = sign_in(PENYUSUN, route="/app/surat-keluar/new")
	isian.type_link(page, "jenis_naskah", "Surat Undangan")
	isian.type_text(page, "perihal", f"Undangan dari pengolah kata {datetime.now():%H%M%S%f}")
	isian.type_link(page, "penanda_tangan", PENANDA_TANGAN)
	isian.choose(page, "cara_menulis", "Berkas")
	expect(isian.get_field(page, "isi")).to_be_hidden()
	upload(page, make_docx("{{nomor}}", "Makro", kind=WITH_MACROS))
	expect(page.locator(".modal.show", has_text="makro").first).to_be_visible()
	close_dialogs(page)
	upload(page, make_docx("Nomor: {{nomor}}", "Kami mengundang Saudara.", "{{tanda_tangan}}"))
	expect(isian.get_field(page, "berkas_konsep").locator("a.attached-file-link")).to_be_visible()
	expect(pages_of(page)).to_have_count(0)
	add_tujuan(page)
	isian.save(page)
	page.wait_for_url(re.compile(r"/surat-keluar/(?!new)"))
	expect(state_of(page)).to_be_empty(timeout=UNTIL_CONVERTED)
	expect(pages_of(page)).to_have_count(1)
	name = page.evaluate("cur_frm.docname")
	saved = call(page, "frappe.client.get", doctype="Surat Keluar", name=name)
	assert saved["keadaan_naskah"] == "Siap"
	assert "Kami mengundang Saudara." in saved["isi"]


def pages_of(page: Page):
	"""The pages of the letter that the preview shows."""
	return page.locator(".pratinjau-naskah:visible .halaman-naskah img")


def state_of(page: Page):
	"""What the preview says in words."""
	return page.locator(".pratinjau-naskah:visible .keadaan-naskah")


def upload(page: Page, content: bytes) -> None:
	"""Attach a .docx with the dialog of the desk."""
	isian.get_field(page, "berkas_konsep").locator("button.btn-attach").click()
	dialog = page.locator(".modal.show")
	file = {"name": f"surat-{datetime.now():%H%M%S%f}.docx", "mimeType": BINDING, "buffer": content}
	dialog.locator("input[type=file]").first.set_input_files(file)
	dialog.locator(".btn-modal-primary").click()
	settle(page)


def close_dialogs(page: Page) -> None:
	"""Close what lies over the form, the last opened first."""
	while page.locator(".modal.show").count():
		page.evaluate("window.cur_dialog?.hide()")
		settle(page)
		page.wait_for_timeout(400)


def add_tujuan(page: Page) -> None:
	"""Address the letter to the first office there is."""
	page.evaluate(
		"""async () => {
			const row = cur_frm.doc.tujuan[0] || cur_frm.add_child("tujuan");
			const [found] = await frappe.db.get_list("Instansi", { limit: 1 });
			await frappe.model.set_value(row.doctype, row.name, "penerima", found.name);
			cur_frm.refresh_field("tujuan");
		}"""
	)
