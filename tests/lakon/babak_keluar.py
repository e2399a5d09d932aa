"""The acts of an outgoing letter, from the draft to the receipt."""

import re
from dataclasses import dataclass
from datetime import datetime

from playwright.sync_api import expect

from lakon import isian
from lakon.panggung import Pemeran


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
