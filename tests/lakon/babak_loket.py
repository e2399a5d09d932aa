"""The acts of the play of the counter, in their order."""

import re
from dataclasses import dataclass
from datetime import datetime

from playwright.sync_api import expect

from lakon.naskah import create_scan, write_surat
from lakon.panggung import Pemeran


@dataclass(frozen=True)
class Kiriman:
	"""What a citizen writes into the form, with a scan."""

	nama: str
	surel: str
	perihal: str
	scan: bytes


def write_kiriman() -> Kiriman:
	"""Return a letter of a citizen whose subject no earlier play has used."""
	perihal = f"Permohonan kunjungan belajar ke ruang kendali {datetime.now():%d-%m %H.%M.%S}"
	return Kiriman("Bunga Contoh", "bunga@sekolah.example", perihal, create_scan(write_surat()))


def send(warga: Pemeran, kiriman: Kiriman) -> str:
	"""The citizen fills the form, adds the scan and sends it; returns the code that it can be followed by."""
	page = warga.page
	page.goto("/loket/kirim-surat")
	page.get_by_label("Nama Anda").fill(kiriman.nama)
	page.get_by_label("Surel").fill(kiriman.surel)
	page.get_by_label("Perihal").fill(kiriman.perihal)
	page.get_by_label("Ditujukan kepada").fill("Kepala Dinas")
	scan = {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": kiriman.scan}
	page.get_by_label("Pilih berkas").set_input_files(scan)
	expect(page.get_by_role("listitem")).to_contain_text("Selesai")
	page.get_by_label("Perihal").scroll_into_view_if_needed()
	warga.keep_picture("loket-formulir")
	page.get_by_role("button", name="Kirim Surat").click()
	expect(page.get_by_role("heading", name="Surat Anda sudah kami terima")).to_be_visible()
	warga.keep_picture("loket-diterima")
	return page.locator("#kode").inner_text()


def accept(operator: Pemeran, kiriman: Kiriman) -> str:
	"""The operator opens it from the list and registers it; returns the letter's address in the desk."""
	page = operator.page
	# As the shortcut of the desk opens it; the list alone keeps what its reader last looked for.
	operator.open("/app/pengajuan-surat?keadaan=Baru")
	page.locator(".list-row", has_text=kiriman.perihal).locator(".list-subject a").first.click()
	expect(page.locator(".pratinjau-scan iframe")).to_be_visible()
	# The browser's PDF viewer tells nobody when it has drawn.
	page.wait_for_timeout(3000)
	operator.keep_picture("pengajuan-surat")
	page.get_by_role("button", name="Terima sebagai Surat Masuk").click()
	operator.settle()
	operator.keep_picture("pengajuan-diterima")
	page.locator(".modal.show").get_by_role("button", name="Daftarkan").click()
	page.wait_for_url(re.compile(r"/surat-masuk/(?!new)"))
	operator.settle()
	return page.url


def find(operator: Pemeran, kiriman: Kiriman) -> None:
	"""The operator finds the letter by some of its words."""
	page = operator.page
	operator.open("/app/cari-surat")
	page.locator(".halaman-cari input[type=search]").fill("berkunjung belajar ruang kendali")
	expect(page.locator(".halaman-cari li", has_text=kiriman.perihal)).to_be_visible()
	operator.keep_picture("cari-surat")


def follow(warga: Pemeran, kode: str) -> None:
	"""The citizen asks by the code how far the letter is."""
	page = warga.page
	page.goto(f"/lacak/{kode}")
	expect(page.locator("#keadaan")).to_contain_text("Surat Anda")
	warga.keep_picture("lacak-surat")
