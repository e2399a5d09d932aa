"""What a letter says when it asks for its number: plain values, so that the rules know no DocType of letters."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PermintaanNomor:
	"""A letter that earns a number.

	`deret` is the series, `tanggal` the letter's date, `jenis_dokumen` and `dokumen` the DocType and name of the letter;
	the others are codes for the pattern and for the series' scope, and `sifat` the letter's as it is written in full.
	`pola` is the pattern of the letter's kind; "" where it has none of its own.
	"""

	deret: str
	tanggal: date
	jenis_dokumen: str
	dokumen: str
	jenis: str = ""
	unit: str = ""
	jabatan: str = ""
	buku: str = ""
	klasifikasi: str = ""
	sifat: str = ""
	pola: str = ""
