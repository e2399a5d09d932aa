"""Letters to sign and certificates to sign them with, for the tests of `tte`."""

import subprocess
import tempfile
from functools import cache
from pathlib import Path

from eoffice_app.tests.dasar import make_pdf
from eoffice_app.tte.otoritas_uji import OtoritasUji, make_otoritas_uji
from eoffice_app.tte.permintaan import Passphrase, PenandaTangan, PermintaanTandaTangan

PASSPHRASE = "Passphrase-Uji-7"
TAUTAN = "https://kantor.example/verifikasi/ABCD-EFGH-JKLM"


@cache
def get_otoritas() -> OtoritasUji:
	"""Return the test authority of this run; making a key takes a while."""
	return make_otoritas_uji("Dinas Uji")


@cache
def get_pkcs12(nama: str = "Penanda Tangan") -> bytes:
	"""Return the certificate of `get_otoritas` for a signer, one for all tests of this run, opened by PASSPHRASE."""
	return get_otoritas().issue(nama, PASSPHRASE)


def make_permintaan(
	isi: bytes | None = None, passphrase: str = PASSPHRASE, **values
) -> PermintaanTandaTangan:
	"""Return a letter to be signed, a new one unless told otherwise; `nik` is the signer's."""
	siapa = PenandaTangan(
		"Drs. BUDI SANTOSO, M.Si.",
		"Kepala Dinas Komunikasi, Informatika dan Statistik",
		"Pembina Utama Muda (IV/c)",
		"19700101 199503 1 001",
		values.pop("nik", ""),
	)
	values = {"tautan": TAUTAN, "alasan": "Surat dinas", "lokasi": "Kota Uji", **values}
	return PermintaanTandaTangan(isi or make_pdf(), siapa, passphrase=Passphrase(passphrase), **values)


def ask_poppler(program: str, isi: bytes, *options: str) -> str:
	"""Return what a program of poppler says about a PDF: the proof by a stranger's tools."""
	with tempfile.TemporaryDirectory() as folder:
		path = Path(folder) / "surat.pdf"
		path.write_bytes(isi)
		return subprocess.run(
			[program, *options, str(path), *(["-"] if program == "pdftotext" else [])],
			capture_output=True,
			text=True,
			timeout=60,
		).stdout
