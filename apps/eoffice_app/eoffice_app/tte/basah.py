"""Signing in ink: the letter was printed, signed and scanned, and the scan is what is kept."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from eoffice_app.persuratan.berkas.scan import check_berkas
from eoffice_app.tte.permintaan import HasilTandaTangan, PermintaanTandaTangan, compose_hasil


@dataclass(frozen=True)
class Basah:
	"""The way to sign in ink. `pindaian` is the scan of the signed letter, `nama_berkas` its name."""

	pindaian: bytes = field(repr=False)
	nama_berkas: str

	def sign(self, permintaan: PermintaanTandaTangan) -> HasilTandaTangan:
		"""Take the scan as the signed letter, as it is; nobody issued a certificate for it.

		Source: SOP 003, surat keluar: the letter is signed by hand and its scan is kept.

		:raises BerkasTidakSahError: the scan is too large, broken, locked, or neither PDF nor JPG nor PNG
		"""
		check_berkas(self.pindaian, self.nama_berkas)
		return compose_hasil(permintaan.isi, self.pindaian, penerbit="")

	def together(self) -> AbstractContextManager["Basah"]:
		"""Give the way to sign several letters: each by itself."""
		return nullcontext(self)
