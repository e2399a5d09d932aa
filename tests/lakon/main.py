"""The whole play, from the counter to the archive."""

from dataclasses import dataclass

from lakon import babak
from lakon.naskah import Surat, write_surat
from lakon.panggung import DOMAIN, Panggung


@dataclass(frozen=True)
class Hasil:
	"""What is left when the curtain falls: the letter, its address in the desk, the two papers, the Kasi's mail."""

	surat: Surat
	alamat: str
	bukti: bytes
	lembar: bytes
	surel: str | None

	@property
	def name(self) -> str:
		"""The letter's name in the database."""
		return self.alamat.rpartition("/")[2]


def play(panggung: Panggung) -> Hasil:
	"""Act the whole play. Raises AssertionError or TimeoutError at the first thing that is not as it should be."""
	surat = write_surat()
	operator = panggung.enter("operator")
	panggung.say(f"Operator mendaftarkan surat {surat.nomor}")
	alamat = babak.register_surat(operator, surat)
	panggung.say("Operator mencetak Bukti Registrasi")
	bukti = babak.print_bukti(operator)
	_verify(panggung, alamat)
	surel = _dispose(panggung, alamat)
	_report(panggung, alamat)
	panggung.say("Operator melihat surat selesai dengan sendirinya dan mengarsipkannya")
	babak.finish(operator)
	panggung.say("Operator mencetak Lembar Disposisi")
	lembar = babak.print_lembar(operator)
	panggung.assert_silent()
	_look_from_outside(panggung, alamat)
	return Hasil(surat, alamat, bukti, lembar, surel)


def _verify(panggung: Panggung, alamat: str) -> None:
	panggung.say("Verifikator memeriksa dan meneruskan surat")
	verifikator = panggung.enter("verifikator")
	babak.verify(verifikator, alamat)
	verifikator.leave()


def _dispose(panggung: Panggung, alamat: str) -> str | None:
	"""Down two levels; returns the e-mail the Kasi got, None where no mail is read."""
	kasi = panggung.enter("kasi.aplikasi")
	panggung.say("Kepala mendisposisikan surat kepada Sekretaris dan Kepala Bidang")
	kepala = panggung.enter("kadis")
	babak.dispose_as_kepala(kepala, alamat)
	kepala.leave()
	panggung.say("Kepala Bidang meneruskan disposisi kepada Kepala Seksi")
	kabid = panggung.enter("kabid.aptika")
	babak.dispose_as_kabid(kabid, alamat)
	kabid.leave()
	panggung.say("Kepala Seksi melihat lonceng berbunyi dan membuka tautannya")
	babak.open_from_bell(kasi, alamat)
	kasi.leave()
	if not panggung.read_mail:
		return None
	return panggung.read_mail(f"kasi.aplikasi@{DOMAIN}", alamat.rpartition("/")[2])


def _report(panggung: Panggung, alamat: str) -> None:
	panggung.say("Kepala Seksi memberi umpan balik dari telepon")
	kasi = panggung.enter("kasi.aplikasi", telepon=True)
	kasi.open(alamat)
	babak.report_back(kasi, babak.LAPORAN_KASI, "kasi")
	kasi.leave()
	panggung.say("Kepala Bidang menerima umpan balik itu, lalu ia dan Sekretaris memberi umpan balik")
	kabid = panggung.enter("kabid.aptika")
	kabid.open(alamat)
	babak.accept_report(kabid, "kabid-menerima")
	babak.report_back(kabid, babak.LAPORAN_KABID, "kabid")
	kabid.leave()
	sekretaris = panggung.enter("sekretaris")
	sekretaris.open(alamat)
	babak.report_back(sekretaris, babak.LAPORAN_SEKRETARIS, "sekretaris")
	sekretaris.leave()
	panggung.say("Kepala menerima kedua umpan balik")
	kepala = panggung.enter("kadis")
	kepala.open(alamat)
	babak.accept_report(kepala, "kepala-menerima", waiting=2)
	babak.accept_report(kepala, "kepala-menerima-terakhir")
	kepala.leave()


def _look_from_outside(panggung: Panggung, alamat: str) -> None:
	panggung.say("Staf bidang lain tidak menemukan surat itu")
	orang_luar = panggung.enter("staf.media")
	babak.look_in_vain(orang_luar, alamat)
	orang_luar.leave()
