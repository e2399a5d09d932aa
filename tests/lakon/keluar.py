"""The play of an outgoing letter, from the draft to the citizen who checks it."""

from dataclasses import dataclass

from lakon import babak_keluar as babak
from lakon.babak_keluar import Konsep
from lakon.panggung import Panggung


@dataclass(frozen=True)
class HasilKeluar:
	"""What is left when the curtain falls: the draft, its address in the desk, its number, its code, the two papers."""

	konsep: Konsep
	alamat: str
	nomor: str
	kode: str
	surat: bytes
	buku: bytes

	@property
	def name(self) -> str:
		"""The letter's name in the database."""
		return self.alamat.rpartition("/")[2]


def play_keluar(panggung: Panggung) -> HasilKeluar:
	"""Act the whole play. Raises AssertionError or TimeoutError at the first thing that is not as it should be."""
	konsep = babak.write_konsep()
	alamat = _draft(panggung, konsep)
	nomor = _sign(panggung, alamat)
	operator = panggung.enter("operator")
	panggung.say("Operator menyerahkan surat kepada caraka")
	babak.choose_caraka(operator, alamat)
	ekspedisi = babak.hand_to_caraka(operator, nomor)
	panggung.say("Caraka mengantar surat, penerima menandatangani di ponsel")
	caraka = panggung.enter("caraka", telepon=True)
	babak.bring(caraka, nomor)
	caraka.leave()
	panggung.say("Operator menutup ekspedisi, mencetak bukunya dan mengarsipkan surat")
	buku = babak.close_run(operator, ekspedisi)
	kode = babak.file_letter(operator, alamat)
	surat = operator.page.request.get(operator.page.evaluate("cur_frm.doc.berkas_bertanda")).body()
	panggung.keep_paper(surat, "surat-bertanda-tangan")
	operator.leave()
	panggung.say("Warga memeriksa surat itu melalui alamat pada kode QR")
	_verify(panggung, kode, surat)
	panggung.assert_silent()
	return HasilKeluar(konsep, alamat, nomor, kode, surat, buku)


def _draft(panggung: Panggung, konsep: Konsep) -> str:
	panggung.say("Staf menyusun konsep surat keluar")
	penyusun = panggung.enter("staf.aplikasi")
	alamat = babak.draft(penyusun, konsep)
	penyusun.leave()
	for akun, siapa in (("kasi.aplikasi", "Kepala Seksi"), ("kabid.aptika", "Kepala Bidang")):
		panggung.say(f"{siapa} memberi paraf")
		pemeriksa = panggung.enter(akun)
		babak.give_paraf(pemeriksa, alamat, f"paraf-{akun}")
		pemeriksa.leave()
	return alamat


def _sign(panggung: Panggung, alamat: str) -> str:
	panggung.say("Kepala menandatangani surat, yang mendapat nomornya")
	kepala = panggung.enter("kadis")
	nomor = babak.sign(kepala, alamat, panggung.password)
	kepala.leave()
	return nomor


def _verify(panggung: Panggung, kode: str, surat: bytes) -> None:
	warga = panggung.open_phone()
	babak.verify_as_guest(warga.page, kode, surat)
	warga.keep_picture("verifikasi-surat")
	warga.leave()
