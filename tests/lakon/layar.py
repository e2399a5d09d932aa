"""What each role sees, for the guides: a letter that waits for the head, and the pages that are opened every morning."""

from dataclasses import dataclass

from playwright.sync_api import expect

from lakon import babak
from lakon.panggung import Panggung, Pemeran


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
	Layar("kadis", "/app/meja", ".meja-lembar .kertas", "meja-pimpinan"),
	Layar("kadis", "/app/meja", ".meja-baris li", "meja-telepon", telepon=True),
	Layar("kadis", "/app/ringkasan-pimpinan", ".layout-main-section h2", "ringkasan-pimpinan"),
	Layar("kadis", "/app/query-report/Rekapitulasi Surat", ".dt-row", "laporan-rekapitulasi"),
	Layar("sekretaris", "/app/pemantauan", ".angka-pantau", "pemantauan"),
	Layar("operator", "/app", ".penghitung", "beranda-operator"),
	Layar("kabid.aptika", "/app", ".penghitung", "beranda-pejabat"),
	Layar("pengelola", "/app", ".penghitung", "beranda-pengelola"),
	Layar("pengelola", "/app/penyiapan-kantor", ".layout-main-section h3", "penyiapan-kantor"),
)


def show_layar(panggung: Panggung, alamat: str) -> None:
	"""Bring a registered letter before the head, and take a picture of each page."""
	panggung.say("Verifikator meneruskan surat loket kepada Kepala")
	verifikator = panggung.enter("verifikator")
	babak.verify(verifikator, alamat)
	verifikator.leave()
	for layar in LAYAR:
		panggung.say(f"{layar.akun} membuka {layar.gambar}")
		_take(panggung.enter(layar.akun, layar.telepon), layar)


def _take(pemeran: Pemeran, layar: Layar) -> None:
	pemeran.open(layar.alamat)
	expect(pemeran.page.locator(layar.tanda).locator("visible=true").first).to_be_visible()
	pemeran.settle()
	pemeran.keep_picture(layar.gambar)
	pemeran.leave()
