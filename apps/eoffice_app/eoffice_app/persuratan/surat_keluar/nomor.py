"""The number of a Surat Keluar: which series its kind has, and in which of three ways a letter comes by its number."""

from dataclasses import dataclass
from datetime import date

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import cint, getdate, nowdate

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.penomoran.baris import compose_known, compose_pola, require_alasan
from eoffice_app.penomoran.buku_nomor import (
	NomorSurat,
	require_sisipan_right,
	take_number,
	take_sisipan,
)
from eoffice_app.penomoran.permintaan import PermintaanNomor
from eoffice_app.penomoran.pesanan import use_reserved_number
from eoffice_app.penomoran.pola_surat import require_values
from eoffice_app.penomoran.tanggal import TanggalMundurError, require_not_ahead


class DeretBelumDiisiError(frappe.ValidationError):
	"""A kind of naskah that says no series of numbers."""


@dataclass(frozen=True)
class CaraNomor:
	"""How a letter comes by its number: the next one of today unless told otherwise.

	`tanggal` is a back date, given deliberately and with an `alasan`; `pesanan` and `urut` name a reserved number.
	"""

	tanggal: date | None = None
	alasan: str = ""
	pesanan: str = ""
	urut: int = 0

	def get_tanggal(self) -> date:
		"""Return the letter's date: today in the office's zone unless told otherwise."""
		return self.tanggal or getdate(nowdate())

	def is_back_dated(self) -> bool:
		"""Whether the letter is dated before today."""
		return self.get_tanggal() < getdate(nowdate())


def read_cara_nomor(
	tanggal_surat: str | None = None, alasan: str = "", pesanan: str = "", nomor_urut: int = 0
) -> CaraNomor:
	"""Return how a letter is to be numbered, from what a dialog asked.

	:raises AlasanKosongError: a back date without a reason
	:raises TanggalSuratError: dated in the future
	"""
	tanggal = getdate(tanggal_surat) if tanggal_surat else None
	cara = CaraNomor(tanggal, (alasan or "").strip(), pesanan or "", cint(nomor_urut))
	require_not_ahead(cara.get_tanggal())
	if cara.is_back_dated() and not cara.pesanan:
		require_alasan(cara.alasan)
	return cara


def give_number(surat: Document, cara: CaraNomor) -> NomorSurat:
	"""Give a Surat Keluar its number: a reserved one, the next of its series, or one in between.

	A back-dated letter gets the next number of its year as long as that keeps the order of dates, as one of the old
	year in January, and one in between otherwise; either is for those whom the series names.
	Source: SOP 003 (surat keluar, "memberi nomor").

	:raises DeretBelumDiisiError: its kind has no series
	:raises SisipanTanpaHakError: back-dated by somebody without the right
	:raises frappe.ValidationError: see `take_number`, `take_sisipan` and `use_reserved_number`
	"""
	permintaan = compose_permintaan(surat, cara.get_tanggal())
	if cara.pesanan:
		return use_reserved_number(permintaan, cara.pesanan, cara.urut)
	if not cara.is_back_dated():
		return take_number(permintaan)
	require_sisipan_right(permintaan.deret)
	try:
		return take_number(permintaan)
	except TanggalMundurError:
		frappe.clear_last_message()
		return take_sisipan(permintaan, cara.alasan)


def check_numberable(surat: Document) -> None:
	"""Check that a draft holds what its number is made of, so that its drafter hears of it and not its signer.

	:raises DeretBelumDiisiError: its kind has no series
	:raises CakupanNomorError: it lacks the value by which the series is divided
	:raises PolaNomorError: it lacks what the pattern asks for
	"""
	permintaan = compose_permintaan(surat, getdate(nowdate()))
	require_values(compose_pola(permintaan, compose_known(permintaan)), permintaan)


def compose_permintaan(surat: Document, tanggal: date) -> PermintaanNomor:
	"""Return what a Surat Keluar says when it asks for its number.

	:raises DeretBelumDiisiError: its kind has no series
	"""
	jenis, deret = surat.get_jenis(), get_deret(surat)
	if not deret:
		_refuse_without_deret(jenis.name)
	return PermintaanNomor(
		deret,
		tanggal,
		surat.doctype,
		surat.name or "",
		jenis=jenis.kode,
		unit=_get_kode_unit(surat.unit_penyusun),
		jabatan=surat.penanda_tangan,
		buku=jenis.buku_nomor or "",
		klasifikasi=surat.klasifikasi or "",
		sifat=surat.sifat,
		pola=jenis.pola_nomor or "",
	)


def get_deret(surat: Document) -> str | None:
	"""Return the series in which a Surat Keluar is numbered; None where its kind names none."""
	jenis = surat.get_jenis()
	# Secret letters count for themselves, so that to nobody else a number seems to be missing.
	return (surat.sifat in SIFAT_RAHASIA and jenis.deret_nomor_rahasia) or jenis.deret_nomor


def _refuse_without_deret(jenis: str) -> None:
	frappe.throw(
		_(
			"Jenis naskah {0} belum mempunyai deret nomor. Minta Pengelola E-Office mengisi Deret Nomor pada Jenis Naskah."
		).format(frappe.bold(jenis)),
		DeretBelumDiisiError,
		title=_("Deret nomor belum diisi"),
	)


def _get_kode_unit(unit: str | None) -> str:
	return frappe.get_cached_value("Unit Kerja", unit, "kode") if unit else ""
