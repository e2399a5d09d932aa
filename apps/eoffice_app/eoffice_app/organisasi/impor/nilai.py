"""From a cell to a value: what people type into spreadsheets, and what spreadsheets make of it."""

import re
from datetime import date, datetime

from babel.dates import get_month_names
from frappe import _
from openpyxl.utils.datetime import from_excel

from eoffice_app.organisasi.impor.lembar import ANGKA, CENTANG, KODE, NIP, PILIHAN, SUREL, TANGGAL, Kolom
from eoffice_app.organisasi.nip import clean_nip, is_nip

# Typed into an optional cell to empty the field of an existing record; an empty cell leaves it as it is.
KOSONGKAN = "-"
YA = {"ya", "y", "1", "true", "benar", "aktif"}
TIDAK = {"tidak", "t", "0", "false", "salah", "nonaktif", "tidak aktif"}
# What a field of the office takes, and the name of a record.
TEKS_PALING_PANJANG = 140
# A number outside these days of a spreadsheet (1 January 1950 to 31 December 2099) is no day of an office.
HARI_PERTAMA, HARI_TERAKHIR = 18264, 73050
BULAN = {
	name.casefold().rstrip("."): number
	for width in ("wide", "abbreviated")
	for number, name in get_month_names(width, locale="id").items()
}


class NilaiTidakTerbaca(Exception):
	"""A cell whose content is not what its column wants; the text says what to do."""


def read_nilai(kolom: Kolom, isi: object, epoch: datetime) -> object:
	"""Return the value of a cell: None where it is empty, "" where it asks to empty the field.

	:param epoch: the workbook's first day, from which it counts days
	:raises NilaiTidakTerbaca: with what is wrong and what to do
	"""
	teks = read_teks(isi)
	if teks is None:
		return None
	if teks == KOSONGKAN and not kolom.wajib:
		return ""
	if kolom.jenis == TANGGAL:
		return read_tanggal(isi, epoch)
	readers = {KODE: read_kode, NIP: read_nip, SUREL: read_surel, CENTANG: read_centang, ANGKA: read_angka}
	if kolom.jenis in readers:
		return readers[kolom.jenis](isi)
	if kolom.jenis == PILIHAN:
		return read_pilihan(teks, kolom.pilihan)
	if len(teks) > TEKS_PALING_PANJANG:
		raise NilaiTidakTerbaca(
			_("Isi terlalu panjang. Paling banyak {0} huruf.").format(TEKS_PALING_PANJANG)
		)
	return teks


def read_teks(isi: object) -> str | None:
	"""Return the text of a cell without outer and double spaces; a whole number without decimals."""
	if isi is None:
		return None
	if isinstance(isi, float) and isi.is_integer():
		isi = int(isi)
	return re.sub(r"\s+", " ", str(isi)).strip() or None


def read_kode(isi: object) -> str:
	"""Return a code. Raises NilaiTidakTerbaca for one that is longer than a name of a record may be."""
	teks = read_teks(isi)
	if len(teks) > TEKS_PALING_PANJANG or re.search(r"[<>]", teks):
		raise NilaiTidakTerbaca(_("Kode terlalu panjang atau memuat tanda < >. Pakai kode yang pendek."))
	return teks


def read_nip(isi: object) -> str:
	"""Return a NIP, or the address of an account, which holders without a NIP are known by."""
	teks = read_teks(isi)
	if isinstance(isi, float) or re.fullmatch(r"\d([.,]\d+)?E\+?\d+", teks, re.IGNORECASE):
		# Spreadsheets keep 15 digits of a number: the rest of the NIP is lost.
		raise NilaiTidakTerbaca(
			_(
				"NIP tersimpan sebagai angka, sehingga angka terakhirnya hilang. Ubah format sel menjadi Teks, lalu ketik ulang NIP itu."
			)
		)
	if "@" in teks:
		return teks.casefold()
	nip = clean_nip(teks.lstrip("'"))
	if not is_nip(nip):
		raise NilaiTidakTerbaca(_("NIP {0} tidak benar: NIP terdiri atas 18 angka.").format(teks))
	return nip


def read_surel(isi: object) -> str:
	"""Return the address of an account, which Frappe keeps in small letters."""
	return read_teks(isi).casefold()


def read_tanggal(isi: object, epoch: datetime) -> date:
	"""Return a day from a date cell, a number of days, or a text that begins with the day."""
	if isinstance(isi, datetime):
		return isi.date()
	if isinstance(isi, date):
		return isi
	if isinstance(isi, int | float) and not isinstance(isi, bool):
		if HARI_PERTAMA <= isi <= HARI_TERAKHIR:
			return from_excel(isi, epoch).date()
		raise NilaiTidakTerbaca(_("{0} bukan tanggal. Ketik misalnya 31/01/2026.").format(read_teks(isi)))
	return _read_tanggal_teks(read_teks(isi))


def read_centang(isi: object) -> int:
	"""Return 1 for yes and 0 for no."""
	teks = read_teks(isi).casefold()
	if teks in YA | TIDAK:
		return int(teks in YA)
	raise NilaiTidakTerbaca(_("{0} tidak dikenal. Isi Ya atau Tidak.").format(read_teks(isi)))


def read_angka(isi: object) -> int:
	"""Return a whole number."""
	teks = read_teks(isi)
	if not re.fullmatch(r"\d{1,6}", teks):
		raise NilaiTidakTerbaca(_("{0} bukan angka bulat. Isi misalnya 10.").format(teks))
	return int(teks)


def read_pilihan(teks: str, pilihan: tuple[str, ...]) -> str:
	"""Return the choice that a text means, whatever its case and final dot."""
	for nama in pilihan:
		if teks.casefold().rstrip(".") == nama.casefold().rstrip("."):
			return nama
	raise NilaiTidakTerbaca(_("{0} tidak dikenal. Pilih salah satu: {1}.").format(teks, ", ".join(pilihan)))


def _read_tanggal_teks(teks: str) -> date:
	year_first = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})(?: 00:00:00)?", teks)
	day_first = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2}|[A-Za-z]+)\.?[-/. ](\d{4})", teks)
	if not year_first and not day_first:
		raise NilaiTidakTerbaca(
			_("{0} bukan tanggal yang dikenal. Ketik hari/bulan/tahun, misalnya 31/01/2026.").format(teks)
		)
	year, month, day = year_first.groups() if year_first else reversed(day_first.groups())
	number = int(month) if month.isdigit() else BULAN.get(month.casefold(), 0)
	try:
		return date(int(year), number, int(day))
	except ValueError:
		raise NilaiTidakTerbaca(
			_("Tanggal {0} tidak ada dalam kalender. Periksa hari dan bulannya.").format(teks)
		) from None
