"""The acts of the play, in their order. Each person does one thing and leaves a picture of it."""

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from lakon import isian
from lakon.naskah import Surat, create_scan
from lakon.panggung import Pemeran

BATAS_KEPALA = date.today() + timedelta(days=3)
BATAS_KABID = date.today() + timedelta(days=2)
INSTRUKSI_KEPALA = ("Koordinasikan/konfirmasikan", "Hadiri/wakili")
INSTRUKSI_KABID = ("Siapkan bahan",)
CATATAN_KEPALA = "Pastikan data aplikasi kita siap dibahas. Laporkan hasil rapat."
CATATAN_KABID = "Siapkan paparan integrasi data sebelum rapat."
LAPORAN_KASI = "Bahan paparan integrasi data sudah siap, sepuluh halaman."
LAPORAN_KABID = "Rapat dihadiri. Disepakati pertukaran data melalui satu layanan."
LAPORAN_SEKRETARIS = "Surat tugas peserta rapat sudah disiapkan."


def register_surat(operator: Pemeran, surat: Surat) -> str:
	"""The operator types the letter in, adds its scan and saves; returns the letter's address in the desk."""
	page = operator.page
	operator.keep_picture("meja-operator")
	operator.open("/app/surat-masuk/new")
	isian.type_link(page, "pengirim", surat.pengirim)
	isian.type_text(page, "nomor_surat", surat.nomor)
	isian.type_text(page, "tanggal_surat", f"{surat.tanggal:%d-%m-%Y}")
	isian.type_text(page, "perihal", surat.perihal)
	isian.type_link(page, "tujuan", surat.tujuan)
	isian.type_link(page, "derajat", "Segera")
	isian.type_link(page, "klasifikasi", surat.klasifikasi)
	isian.type_text(page, "lampiran", surat.lampiran)
	_show(operator, "bagian_surat")
	operator.keep_picture("isian-surat-masuk")
	_upload_scan(operator, surat)
	isian.save(page)
	page.wait_for_url(re.compile(r"/surat-masuk/(?!new)"))
	_show(operator, "bagian_penerimaan")
	operator.keep_picture("surat-terdaftar")
	return page.url


def print_bukti(operator: Pemeran) -> bytes:
	"""The operator prints what the one who brought the letter takes home."""
	return _print(operator, "Cetak Bukti Registrasi", "bukti-registrasi")


def verify(verifikator: Pemeran, surat: str) -> None:
	"""The verifikator checks the letter and passes it on to its addressee."""
	verifikator.open(surat)
	_open_menu(verifikator)
	verifikator.keep_picture("verifikasi")
	verifikator.page.keyboard.press("Escape")
	isian.take_action(verifikator.page, "Verifikasi")
	_tick_checklist(verifikator)
	_expect_state(verifikator, "Diverifikasi")
	isian.take_action(verifikator.page, "Teruskan")
	_expect_state(verifikator, "Menunggu Disposisi")
	verifikator.keep_picture("diteruskan-ke-kepala")


def dispose_as_kepala(kepala: Pemeran, surat: str) -> None:
	"""The head tells one Kabid and the Sekretaris what to do, in one go."""
	kepala.open(surat)
	write_disposisi(
		kepala, ["SEKDIN", "KABID-APTIKA"], INSTRUKSI_KEPALA, CATATAN_KEPALA, BATAS_KEPALA, "dialog-disposisi"
	)
	_show(kepala, "bagian_disposisi")
	kepala.keep_picture("disposisi-kepala")


def dispose_as_kabid(kabid: Pemeran, surat: str) -> None:
	"""The Kabid passes it on to a Kasi."""
	kabid.open(surat)
	write_disposisi(kabid, ["KASI-APLIKASI"], INSTRUKSI_KABID, CATATAN_KABID, BATAS_KABID, "dialog-kabid")
	_show(kabid, "bagian_disposisi")
	kabid.keep_picture("disposisi-kabid")


def write_disposisi(
	pejabat: Pemeran, kepada: list[str], instruksi: tuple[str, ...], catatan: str, batas: date, picture: str
) -> None:
	"""Tick posts and instructions in the dialog, add note and deadline, and send."""
	page = pejabat.page
	page.get_by_role("button", name="Disposisi", exact=True).locator("visible=true").first.click()
	dialog = page.locator(".modal.show")
	for jabatan in kepada:
		dialog.locator(f"[name=kepada][value='{jabatan}']").check()
	for name in instruksi:
		dialog.locator(f"[name=instruksi][value='{name}']").check()
	dialog.locator("[data-fieldname='catatan'] textarea").fill(catatan)
	deadline = dialog.locator("[data-fieldname='batas_waktu'] input")
	deadline.fill(f"{batas:%d-%m-%Y}")
	deadline.press("Tab")
	pejabat.keep_picture(picture)
	page.keyboard.press("Control+Enter")
	dialog.wait_for(state="detached")
	pejabat.settle()


def open_from_bell(kasi: Pemeran, surat: str) -> None:
	"""The Kasi, who has the desk open all the time, sees what the bell rang for and opens the letter from there."""
	kasi.page.locator(".dropdown-notifications > .notifications-icon").click()
	# Earlier letters may bear the same subject: the notice of this one leads to it.
	notice = kasi.page.locator(
		f".dropdown-notifications .notification-item[href$='{surat.rpartition('/')[2]}']"
	)
	expect(notice).to_be_visible()
	kasi.keep_picture("lonceng-kasi")
	notice.click()
	kasi.page.wait_for_url(surat)
	kasi.settle()


def report_back(pejabat: Pemeran, text: str, picture: str) -> None:
	"""Report to the post above what has been done."""
	pejabat.settle()
	button = pejabat.page.get_by_role("button", name="Beri Umpan Balik")
	button.scroll_into_view_if_needed()
	pejabat.keep_picture(f"{picture}-membaca")
	button.click()
	pejabat.page.locator(".modal.show textarea").fill(text)
	pejabat.keep_picture(f"{picture}-umpan-balik")
	isian.answer_dialog(pejabat.page, "umpan_balik", text)
	expect(pejabat.page.locator(".umpan-balik", has_text=text)).to_be_visible()


def accept_report(pejabat: Pemeran, picture: str, waiting: int = 1) -> None:
	"""Take the first of the reports that wait, of which there are so many."""
	pejabat.settle()
	buttons = pejabat.page.get_by_role("button", name="Terima Umpan Balik")
	expect(buttons).to_have_count(waiting)
	buttons.first.scroll_into_view_if_needed()
	pejabat.keep_picture(picture)
	buttons.first.click()
	expect(buttons).to_have_count(waiting - 1)
	pejabat.settle()


def finish(operator: Pemeran) -> None:
	"""The operator sees that the letter has finished with the last report accepted, and files it."""
	operator.page.reload()
	operator.settle()
	_show(operator, "bagian_disposisi")
	operator.keep_picture("pohon-disposisi")
	_expect_state(operator, "Selesai")
	isian.take_action(operator.page, "Arsipkan")
	_expect_state(operator, "Diarsipkan")
	operator.keep_picture("diarsipkan")


def print_lembar(operator: Pemeran) -> bytes:
	"""The operator prints the sheet that bears the whole chain."""
	return _print(operator, "Cetak Lembar Disposisi", "lembar-disposisi")


def look_in_vain(orang_luar: Pemeran, surat: str) -> None:
	"""Somebody whom the letter does not concern finds neither it nor any trace of it."""
	orang_luar.open("/app/surat-masuk")
	orang_luar.keep_picture("daftar-orang-luar")
	assert not orang_luar.page.locator(".list-row-container:visible").count()
	orang_luar.open(surat)
	expect(orang_luar.page.get_by_role("dialog")).to_contain_text(
		re.compile("tidak (ditemukan|diperbolehkan)", re.I)
	)
	assert not orang_luar.page.locator(".form-page:visible").count()
	orang_luar.keep_picture("surat-orang-luar")


def _tick_checklist(verifikator: Pemeran) -> None:
	dialog = verifikator.page.locator(".modal.show")
	boxes = dialog.locator(".butir-periksa [type=checkbox]")
	# All are drawn together, once the server has named them.
	expect(boxes.first).to_be_visible()
	for box in boxes.all():
		box.check()
	verifikator.keep_picture("daftar-periksa")
	dialog.locator(".btn-modal-primary").click()
	dialog.wait_for(state="detached")
	verifikator.settle()


def _upload_scan(operator: Pemeran, surat: Surat) -> None:
	path = operator.panggung.folder / "scan-surat.pdf"
	path.write_bytes(create_scan(surat))
	_show(operator, "bagian_scan")
	isian.upload_scan(operator.page, path)
	operator.page.locator(
		"[data-fieldname='scan'] .grid-row [data-fieldname='berkas']", has_text=".pdf"
	).wait_for()
	operator.keep_picture("scan-terunggah")


def _print(operator: Pemeran, label: str, name: str) -> bytes:
	content = isian.print_paper(operator.page, label)
	operator.panggung.keep_paper(content, name)
	return content


def _open_menu(pemeran: Pemeran) -> None:
	pemeran.page.locator(".page-actions:visible .actions-btn-group > button").click()


def _show(pemeran: Pemeran, section: str) -> None:
	pemeran.page.locator(f".form-page:visible [data-fieldname='{section}']").first.evaluate(
		"(e) => window.scrollTo(0, Math.max(0, e.getBoundingClientRect().top + window.scrollY - 140))"
	)


def _expect_state(pemeran: Pemeran, state: str) -> None:
	expect(pemeran.page.locator(".page-head:visible .indicator-pill").first).to_have_text(state)
