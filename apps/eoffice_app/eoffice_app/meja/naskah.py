"""The pages of a draft as pictures, each drawn when somebody looks at it, as those of a scan are."""

import hashlib
from io import BytesIO

import pikepdf
from frappe.model.document import Document

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.meja.halaman import Halaman, draw_or_reuse
from eoffice_app.naskah.pratinjau import make_naskah_terbaca, say_why_not
from eoffice_app.program_luar import working_folder


def count_halaman_naskah(surat: Document) -> dict:
	"""Return how many pages a draft has.

	:param surat: a Surat Keluar that the user may see
	:return: dict of `halaman`; or of `menunggu` or `galat`, which say in words why there are none
	:raises: see `say_why_not`
	"""
	return say_why_not(lambda: {"halaman": _count(make_naskah_terbaca(surat.name))})


def draw_halaman_naskah(surat: Document, nomor: int, lebar: int) -> bytes:
	"""Return a page of a draft as JPEG, with what stands for number and date until they are given.

	:param surat: a Surat Keluar that the user may see
	:param nomor: of the page, from 1
	:param lebar: wished width: see `draw_halaman`
	:raises HalamanTidakTerbacaError: no such page, or it cannot be drawn
	:raises NaskahDisiapkanError: its file is still being made into a PDF
	"""
	isi = make_naskah_terbaca(surat.name)
	with working_folder("naskah-meja-") as folder:
		path = folder / "naskah.pdf"
		path.write_bytes(isi)
		parts = (surat.name, hashlib.sha256(isi).hexdigest())
		return draw_or_reuse(Halaman(path, nomor), lebar, parts, secret=surat.sifat in SIFAT_RAHASIA)


def _count(isi: bytes) -> int:
	with pikepdf.open(BytesIO(isi)) as pdf:
		return len(pdf.pages)
