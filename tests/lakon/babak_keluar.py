"""The acts of an outgoing letter, from the draft to the receipt."""

import re
from dataclasses import dataclass
from datetime import datetime

from playwright.sync_api import Page, expect
from support.ekspedisi import sign_by_finger

from lakon import isian
from lakon.panggung import Pemeran

PENERIMA = "Penerima Contoh"


@dataclass(frozen=True)
class Konsep:
	"""What the drafter types."""

	jenis: str
	perihal: str
	tujuan: str
	penanda_tangan: str
	klasifikasi: str
	isi: str


def write_konsep() -> Konsep:
	"""The invitation of this play; its subject differs each time."""
	return Konsep(
		jenis="Surat Undangan",
		perihal=f"Undangan bimbingan teknis aplikasi layanan, angkatan {datetime.now():%d%H%M%S}",
		tujuan="Dinas Kesehatan",
		penanda_tangan="Kepala Dinas Komunikasi dan Informatika",
		klasifikasi="500.12.6",
		isi="Kami mengundang Saudara menghadiri bimbingan teknis aplikasi layanan pada hari Senin pukul 09.00.",
	)


def draft(penyusun: Pemeran, konsep: Konsep) -> str:
	"""The drafter fills in the form, saves and sends the draft up; returns its address in the desk."""
	page = penyusun.page
	penyusun.open("/app/surat-keluar/new")
	isian.type_link(page, "jenis_naskah", konsep.jenis)
	isian.type_text(page, "perihal", konsep.perihal)
	isian.type_link(page, "klasifikasi", konsep.klasifikasi)
	_add_tujuan(penyusun, konsep.tujuan)
	isian.get_field(page, "isi").locator(".ql-editor[contenteditable=true]").fill(konsep.isi)
	isian.type_link(page, "penanda_tangan", konsep.penanda_tangan)
	isian.save(page)
	page.wait_for_url(re.compile(r"/surat-keluar/(?!new)"))
	penyusun.keep_picture("konsep-surat-keluar")
	isian.take_action(page, "Kirim")
	expect_state(penyusun, "Menunggu Paraf")
	return page.url


def give_paraf(pemeriksa: Pemeran, surat: str, picture: str) -> None:
	"""One of the line reads the draft and gives his paraf."""
	pemeriksa.open(surat)
	isian.take_action(pemeriksa.page, "Beri Paraf")
	pemeriksa.keep_picture(picture)
	dialog = pemeriksa.page.locator(".modal.show")
	dialog.locator(".btn-modal-primary").click()
	dialog.wait_for(state="detached")
	pemeriksa.settle()


def sign(kepala: Pemeran, surat: str, passphrase: str) -> str:
	"""The head reads the letter and signs it with his certificate; returns the number that it has then."""
	kepala.open(surat)
	kepala.keep_picture("kepala-membaca-konsep")
	isian.take_action(kepala.page, "Tanda Tangani")
	dialog = kepala.page.locator(".modal.show")
	dialog.locator(".passphrase").fill(passphrase)
	kepala.keep_picture("dialog-tanda-tangan")
	dialog.locator(".btn-modal-primary").click()
	expect_state(kepala, "Bernomor")
	kepala.settle()
	kepala.keep_picture("surat-bertanda-tangan")
	return isian.get_field(kepala.page, "nomor").locator(".control-value").inner_text()


def choose_caraka(operator: Pemeran, surat: str) -> None:
	"""The operator looks to whom the letter goes and lets it go by caraka."""
	operator.open(surat)
	page = operator.page
	button = page.locator("[data-langkah='ubah cara']:visible").first
	button.scroll_into_view_if_needed()
	operator.keep_picture("pengiriman-surat")
	button.click()
	dialog = page.locator(".modal.show")
	dialog.locator("[data-fieldname='saluran'] select").select_option("Caraka")
	dialog.locator(".btn-modal-primary").click()
	dialog.wait_for(state="detached")
	expect(page.locator(".kiriman-cara", has_text="Caraka").first).to_be_visible()


def hand_to_caraka(operator: Pemeran, nomor: str) -> str:
	"""The operator makes a run of the letter and hands it to the caraka; returns its address in the desk."""
	page = operator.page
	operator.open("/app/ekspedisi/new")
	isian.type_link(page, "caraka", "Merpati Contoh")
	isian.save(page)
	page.wait_for_url(re.compile(r"/ekspedisi/(?!new)"))
	page.get_by_role("button", name="Tambah Surat").locator("visible=true").click()
	dialog = page.locator(".modal.show")
	dialog.locator("label", has_text=nomor).last.locator("[type=checkbox]").check()
	operator.keep_picture("ekspedisi-pilih-surat")
	dialog.locator(".btn-modal-primary").click()
	dialog.wait_for(state="detached")
	page.get_by_role("button", name="Serahkan kepada Caraka").locator("visible=true").click()
	page.locator(".modal.show").get_by_role("button", name=re.compile("Ya|Yes")).click()
	expect_state(operator, "Berjalan")
	operator.settle()
	operator.keep_picture("ekspedisi-berjalan")
	return page.url


def bring(caraka: Pemeran, nomor: str) -> None:
	"""The caraka's phone shows the letter; whoever takes it signs with a finger."""
	page = caraka.page
	page.goto("/caraka")
	letter = page.locator("a.surat", has_text=nomor)
	expect(letter).to_be_visible()
	caraka.keep_picture("ponsel-daftar-surat")
	letter.click()
	page.locator("[data-pilih=diterima]").click()
	page.fill("#nama_penerima", PENERIMA)
	page.fill("#jabatan_penerima", "Pengelola Surat")
	sign_by_finger(page, page.locator("canvas"))
	caraka.keep_picture("ponsel-tanda-terima")
	page.get_by_role("button", name="Simpan Tanda Terima").click()
	expect(letter).to_contain_text("catatan terkirim")
	caraka.keep_picture("ponsel-terkirim")


def close_run(operator: Pemeran, ekspedisi: str) -> bytes:
	"""The operator takes the run back, closes it and prints its page of the book; returns that PDF."""
	page = operator.page
	operator.open(ekspedisi)
	page.get_by_role("button", name="Terima Kembali").locator("visible=true").click()
	expect_state(operator, "Diserahkan Kembali")
	operator.settle()
	page.get_by_role("button", name="Tutup Ekspedisi").locator("visible=true").click()
	dialog = page.locator(".modal.show")
	dialog.locator(".btn-modal-primary").click()
	dialog.wait_for(state="detached")
	expect_state(operator, "Ditutup")
	operator.settle()
	operator.keep_picture("ekspedisi-ditutup")
	return _print_buku(operator)


def file_letter(operator: Pemeran, surat: str) -> str:
	"""The operator sees in the letter who signed for it and files it; returns the letter's verification code."""
	page = operator.page
	operator.open(surat)
	expect_state(operator, "Terkirim")
	received = page.locator(".kiriman-rincian", has_text=PENERIMA).first
	received.scroll_into_view_if_needed()
	operator.keep_picture("surat-terkirim")
	kode = page.evaluate("cur_frm.doc.kode_verifikasi")
	page.get_by_role("button", name="Arsipkan").locator("visible=true").click()
	expect_state(operator, "Diarsipkan")
	return kode


def verify_as_guest(page: Page, kode: str, pdf: bytes) -> None:
	"""A citizen opens the address of the QR and has the file checked that he got."""
	page.goto(f"/verifikasi/{kode}")
	berkas = {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": pdf}
	page.get_by_label("Periksa berkas surat ini").set_input_files(berkas)
	page.get_by_role("button", name="Periksa Berkas", exact=True).click()
	expect(page.get_by_role("heading", name="Berkas asli dan utuh")).to_be_visible()


def expect_state(pemeran: Pemeran, state: str) -> None:
	"""Wait until the form shows the letter in a state."""
	expect(pemeran.page.locator(".page-head:visible .indicator-pill").first).to_have_text(state)


def _add_tujuan(penyusun: Pemeran, tujuan: str) -> None:
	page = penyusun.page
	grid = isian.get_field(page, "tujuan")
	row = grid.locator(".grid-body .grid-row").first
	box = row.locator("[data-fieldname='penerima'] input")
	if not box.count():
		row.locator("[data-fieldname='penerima']").click()
	box.fill("")
	box.press_sequentially(tujuan, delay=15)
	row.locator(".awesomplete ul > *", has_text=tujuan).first.click()
	expect(box).to_have_value(re.compile(re.escape(tujuan)))


def _print_buku(operator: Pemeran) -> bytes:
	page = operator.page
	with page.expect_popup() as popup, page.context.expect_event("response", isian.is_pdf) as response:
		page.get_by_role("button", name="Cetak Buku Ekspedisi").locator("visible=true").click()
	content = page.request.get(response.value.url).body()
	popup.value.close()
	operator.panggung.keep_paper(content, "buku-ekspedisi")
	return content
