"""What each role sees in the morning, for the guides."""

from dataclasses import dataclass

from playwright.sync_api import expect

from lakon.lembar_organisasi import spoil_template
from lakon.panggung import Panggung, Pemeran

TEMPLAT = "/api/method/eoffice_app.organisasi.impor.templat.download_template"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Charts of reports rise slowly.
DRAWN = 2500


@dataclass(frozen=True)
class Layar:
	"""A page that a person opens, what is on it when it is there, and the name of its picture."""

	akun: str
	alamat: str
	tanda: str
	gambar: str
	telepon: bool = False


# The address "/app" is what one sees after signing in.
LAYAR = (
	Layar("kadis", "/app/meja", ".meja-gulungan img", "meja-pimpinan"),
	Layar("kadis", "/app/meja", ".baris-meja", "ponsel-meja", telepon=True),
	Layar("kadis", "/app/ringkasan-pimpinan", ".ringkasan svg", "ringkasan-pimpinan"),
	Layar("kadis", "/app/query-report/Rekapitulasi Surat", ".frappe-chart", "rekapitulasi"),
	Layar("kadis", "/app/query-report/Waktu Mutu Baku", ".dt-row", "waktu-mutu-baku"),
	Layar("sekretaris", "/app/pemantauan", ".angka-pantau", "pemantauan"),
	Layar("operator", "/app", ".penghitung", "beranda-operator"),
	Layar("pengelola", "/app/penyiapan-kantor", ".layout-main-section h3", "penyiapan-kantor"),
)


def show_layar(panggung: Panggung) -> None:
	"""Take a picture of each page, and of an import whose sheet has faults."""
	for layar in LAYAR:
		panggung.say(f"{layar.akun} membuka {layar.gambar}")
		pemeran = panggung.enter(layar.akun, layar.telepon)
		_take(pemeran, layar)
		pemeran.leave()
	panggung.say("Pengelola memeriksa spreadsheet yang salah")
	pengelola = panggung.enter("pengelola")
	_check_sheet(pengelola)
	pengelola.leave()
	panggung.assert_silent()


def _take(pemeran: Pemeran, layar: Layar) -> None:
	pemeran.open(layar.alamat)
	expect(pemeran.page.locator(layar.tanda).locator("visible=true").first).to_be_visible()
	pemeran.settle()
	pemeran.page.wait_for_timeout(DRAWN)
	pemeran.keep_picture(layar.gambar)


def _check_sheet(pengelola: Pemeran) -> None:
	page = pengelola.page
	pengelola.open("/app/impor-organisasi/new")
	sheet = spoil_template(page.request.get(TEMPLAT).body())
	page.locator("[data-fieldname='berkas'] .btn-attach:visible").click()
	with page.expect_file_chooser() as chooser:
		page.locator(".modal.show .btn-file-upload").first.click()
	chooser.value.set_files({"name": "organisasi.xlsx", "mimeType": SPREADSHEET, "buffer": sheet})
	page.locator(".modal.show .btn-modal-primary").click()
	page.locator(".modal.show").wait_for(state="hidden")
	pengelola.settle()
	page.get_by_role("button", name="Periksa").click()
	pengelola.settle()
	expect(page.get_by_text("Yang harus diperbaiki")).to_be_visible()
	pengelola.keep_picture("impor-organisasi")
