"""The ledger of letters' numbers: the one place that gives a number to a letter or takes it out of use.

Every number stands in a line of Buku Nomor, written in the transaction that takes it. Call these functions as the last
act of that transaction, one number in each: the series stays locked until it ends, and a rollback gives the number back.
None of them asks whether the letter may have a number: that is known to the letter, which calls them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import frappe
from frappe import _
from frappe.utils import now

from eoffice_app.exceptions import NomorTidakSesuaiError
from eoffice_app.penomoran.baris import (
	BATAL,
	BUKU_NOMOR,
	NomorGandaError,
	compose_kunci,
	compose_line,
	require_alasan,
	set_nomor,
	write_line,
)
from eoffice_app.penomoran.deret import get_deret
from eoffice_app.penomoran.penghitung import (
	allocate_in_order,
	allocate_number,
	give_back_number,
	lock_counter,
	read_current,
)
from eoffice_app.penomoran.permintaan import PermintaanNomor
from eoffice_app.penomoran.tanggal import refuse_tanggal, require_in_order, require_not_ahead

TITIK_BALIK = "nomor_surat"


class SisipanTanpaHakError(frappe.PermissionError):
	"""A number in between, asked for by somebody without the role that the series names."""


@dataclass(frozen=True)
class NomorSurat:
	"""A number given: the line of the ledger, the number as it is written, the running number, and the how-manieth in
	between after it (0 for an ordinary one)."""

	baris: str
	nomor: str
	urut: int
	sub: int


def take_number(permintaan: PermintaanNomor) -> NomorSurat:
	"""Give a letter the next number of its series, in the year of the letter's date.

	Source: SOP 003 (surat keluar, "Membukukan surat keluar dan memberi nomor"): after approval, never to a draft.

	:raises TanggalMundurError: a later letter has a number; this one needs `take_sisipan`, or another date
	:raises TanggalSuratError: dated in the future
	:raises NomorGandaError: the letter has a number
	:raises CakupanNomorError: the letter lacks the value by which its series is divided
	:raises PolaNomorError: the pattern is wrong, or asks for what the letter has not
	"""
	require_not_ahead(permintaan.tanggal)
	line = compose_line(permintaan)
	urut, terakhir = allocate_in_order(line.seri, permintaan.tanggal)
	require_in_order(permintaan.tanggal, terakhir)
	set_nomor(line, permintaan, urut)
	try:
		write_line(line)
	except NomorGandaError:
		# Whoever goes on after an error, as with the next of twelve letters, must not leave a gap. A savepoint would say
		# the same, and cost every letter a fourth statement.
		give_back_number(line.seri, _read_latest_date(line.seri))
		raise
	return _describe(line)


def take_sisipan(permintaan: PermintaanNomor, alasan: str) -> NomorSurat:
	"""Give a back-dated letter a number in between: after the last number whose letter is not younger.

	:param alasan: why; it stays in the ledger
	:raises SisipanTanpaHakError: the present user has not the role that the series names
	:raises AlasanKosongError: no reason
	:raises TanggalSuratError: the letter is not back-dated, or older than the first number
	:raises NomorGandaError: the letter has a number
	"""
	require_sisipan_right(permintaan.deret)
	alasan = require_alasan(alasan)
	line = compose_line(permintaan)
	line.alasan = alasan
	with _given_back_on_error():
		urut = _find_place(line)
		sub = allocate_number(compose_seri_sisipan(line.seri, urut))
		set_nomor(line, permintaan, urut, sub)
		write_line(line)
	return _describe(line)


def may_insert(deret: str) -> bool:
	"""Whether the present user may ask for numbers in between in a series."""
	return get_deret(deret).peran_sisipan in frappe.get_roles()


def require_sisipan_right(deret: str) -> None:
	"""Check that the present user may ask for numbers in between.

	:raises SisipanTanpaHakError: names the role that may
	"""
	if not may_insert(deret):
		frappe.throw(
			_(
				"Nomor sisipan deret {0} hanya diberikan oleh {1}. Minta kepadanya, atau pakai tanggal hari ini."
			).format(frappe.bold(deret), frappe.bold(_(get_deret(deret).peran_sisipan))),
			SisipanTanpaHakError,
			title=_("Tidak berhak menyisipkan nomor"),
		)


def cancel_number(jenis_dokumen: str, dokumen: str, alasan: str) -> str:
	"""Take the number of a cancelled letter out of use; it stays in the ledger and is never given out again.

	:param alasan: why; it stays in the ledger
	:return: name of the ledger's line
	:raises AlasanKosongError: no reason
	:raises NomorTidakSesuaiError: the letter has no number
	"""
	alasan = require_alasan(alasan)
	kunci = compose_kunci(jenis_dokumen, dokumen)
	line = lock_line("kunci_dokumen = %(kunci)s", {"kunci": kunci})
	if not line:
		refuse_nomor(_("Surat ini tidak bernomor, sehingga tidak ada nomor yang dibatalkan."))
	frappe.db.set_value(BUKU_NOMOR, line.name, {"kunci_dokumen": None, **compose_void(alasan)})
	return line.name


def compose_void(alasan: str) -> dict:
	"""Return the values of a line whose number is taken out of use now."""
	return {
		"keadaan": BATAL,
		"dibatalkan_oleh": frappe.session.user,
		"dibatalkan_pada": now(),
		"alasan_batal": alasan,
	}


def compose_seri_sisipan(seri: str, urut: int) -> str:
	"""Return the name of the counter of the numbers in between after a number."""
	return f"{seri}#{urut}"


def lock_line(condition: str, values: dict) -> frappe._dict | None:
	"""Return name, sequence, number, state, date and reservation of the line for which a condition in SQL holds, locked."""
	rows = read_current(
		f"""select name, seri, nomor_urut, keadaan, tanggal_surat, pesanan
		from `tab{BUKU_NOMOR}` where {condition} for update""",
		values,
	)
	fields = ("name", "seri", "nomor_urut", "keadaan", "tanggal_surat", "pesanan")
	return frappe._dict(zip(fields, rows[0], strict=True)) if rows else None


def refuse_nomor(message: str) -> None:
	"""Say why a number is not for a letter.

	:raises NomorTidakSesuaiError: always
	"""
	frappe.throw(message, NomorTidakSesuaiError, title=_("Nomor tidak sesuai"))


@contextmanager
def _given_back_on_error() -> Iterator[None]:
	frappe.db.savepoint(TITIK_BALIK)
	try:
		yield
	except frappe.ValidationError:
		frappe.db.rollback(save_point=TITIK_BALIK)
		raise


def _read_latest_date(seri: str) -> date | None:
	latest = read_current(
		f"select max(tanggal_surat) from `tab{BUKU_NOMOR}` where seri = %(seri)s and sub = 0 lock in share mode",
		{"seri": seri},
	)[0][0]
	return latest or frappe.db.get_value("Lanjutan Deret", {"seri": seri}, "tanggal")


def _find_place(line: frappe._dict) -> int:
	# Locked, no number is added to the series meanwhile, so that both neighbours stay what they are.
	terakhir = lock_counter(line.seri)
	if not terakhir or terakhir <= line.tanggal_surat:
		refuse_tanggal(
			_("Surat ini tidak bertanggal mundur. Beri nomor biasa; nomor sisipan tidak diperlukan.")
		)
	rows = read_current(
		f"""select nomor_urut from `tab{BUKU_NOMOR}`
		where seri = %(seri)s and sub = 0 and tanggal_surat <= %(tanggal)s
		order by nomor_urut desc limit 1 lock in share mode""",
		{"seri": line.seri, "tanggal": line.tanggal_surat},
	)
	if not rows:
		refuse_tanggal(
			_(
				"Surat ini lebih tua dari nomor pertama deretnya, sehingga tidak ada tempat menyisipkannya. Pakai tanggal nomor pertama atau sesudahnya."
			)
		)
	return rows[0][0]


def _describe(line: frappe._dict) -> NomorSurat:
	return NomorSurat(line.name, line.nomor, line.nomor_urut, line.sub)
