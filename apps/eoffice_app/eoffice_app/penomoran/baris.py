"""Lines of the ledger: composed from what a letter says, written once their number is known."""

from collections.abc import Iterator
from contextlib import contextmanager

import frappe
from frappe import _
from frappe.utils import now

from eoffice_app.exceptions import AlasanKosongError
from eoffice_app.penomoran.deret import compose_seri, get_cakupan, get_deret, get_periode
from eoffice_app.penomoran.permintaan import PermintaanNomor
from eoffice_app.penomoran.pola_kantor import find_pola
from eoffice_app.penomoran.pola_surat import check_pola_surat, format_nomor_surat, require_values

BUKU_NOMOR = "Buku Nomor"
TERPAKAI, DIPESAN, BATAL = "Terpakai", "Dipesan", "Batal"
# What a line keeps of the letter beside its number.
NILAI_SURAT = ("jenis", "unit", "jabatan", "buku", "klasifikasi", "sifat")


class NomorGandaError(frappe.ValidationError):
	"""A second number for a letter that has one."""


def compose_line(permintaan: PermintaanNomor) -> frappe._dict:
	"""Return the values of a letter's line, all but the number: that is taken when everything else is ready.

	:raises CakupanNomorError: the letter lacks the value by which its series is divided
	:raises PolaNomorError: the pattern is wrong, or asks for what the letter has not
	"""
	known = compose_known(permintaan)
	pola = compose_pola(permintaan, known)
	require_values(pola, permintaan)
	moment, user = now(), frappe.session.user
	return frappe._dict(
		**known,
		**{"name": frappe.generate_hash(length=10), "owner": user, "modified_by": user},
		**{"creation": moment, "modified": moment, "diambil_oleh": user, "diambil_pada": moment},
		keadaan=TERPAKAI,
		pola_nomor=pola,
		jenis_dokumen=permintaan.jenis_dokumen,
		dokumen=permintaan.dokumen,
		kunci_dokumen=compose_kunci(permintaan.jenis_dokumen, permintaan.dokumen),
	)


def compose_known(permintaan: PermintaanNomor) -> dict:
	"""Return the values of a line that say in which sequence a letter is numbered, and what is known of it.

	:raises CakupanNomorError: the letter lacks the value by which its series is divided
	"""
	deret = get_deret(permintaan.deret)
	cakupan, periode = get_cakupan(deret, permintaan), get_periode(deret, permintaan.tanggal)
	return {
		"deret": deret.name,
		"cakupan": cakupan,
		"periode": periode,
		"seri": compose_seri(deret.name, cakupan, periode),
		"tanggal_surat": permintaan.tanggal,
		**{field: getattr(permintaan, field) for field in NILAI_SURAT},
	}


def compose_pola(permintaan: PermintaanNomor, known: dict) -> str:
	"""Return the pattern for a letter: the office's Server Script's, otherwise that of its kind, otherwise the series'.

	:raises PolaNomorError: it is wrong
	"""
	return check_pola_surat(find_pola(known) or permintaan.pola or get_deret(permintaan.deret).pola)


def set_nomor(line: frappe._dict, permintaan: PermintaanNomor, urut: int, sub: int = 0) -> None:
	"""Put the number into a composed line."""
	gaya = get_deret(line.deret).gaya_sisipan
	line.update(
		nomor_urut=urut, sub=sub, nomor=format_nomor_surat(line.pola_nomor, permintaan, urut, sub, gaya)
	)


def write_line(line: frappe._dict) -> None:
	"""Write a line that has its number, past the framework's insert, which takes no lines.

	:raises NomorGandaError: the letter has a number
	"""
	filled = {column: value for column, value in line.items() if value != ""}
	with one_number_for_each():
		frappe.db.sql(
			f"insert into `tab{BUKU_NOMOR}` ({', '.join(filled)}) values ({', '.join(['%s'] * len(filled))})",
			tuple(filled.values()),
		)


@contextmanager
def one_number_for_each() -> Iterator[None]:
	"""Say in words what the database says of a second line for one letter.

	:raises NomorGandaError: there is one
	"""
	try:
		yield
	except Exception as error:
		if not (frappe.db.is_unique_key_violation(error) and "kunci_dokumen" in str(error)):
			raise
		frappe.throw(
			_("Surat ini sudah bernomor. Muat ulang halaman untuk melihat nomornya."),
			NomorGandaError,
			title=_("Sudah bernomor"),
		)


def compose_kunci(jenis_dokumen: str, dokumen: str) -> str:
	"""Return what makes sure that a letter has one number at a time."""
	return f"{jenis_dokumen}/{dokumen}"


def require_alasan(alasan: str) -> str:
	"""Return the reason without blanks around it.

	:raises AlasanKosongError: there is none
	"""
	alasan = (alasan or "").strip()
	if not alasan:
		frappe.throw(
			_("Tulis alasannya lebih dulu: alasan tetap tercatat di buku nomor."),
			AlasanKosongError,
			title=_("Alasan kosong"),
		)
	return alasan
