"""Read the list of the classification: a text file of code and name, however a spreadsheet saved it. No database here."""

import base64
import binascii
import csv
import re
from dataclasses import dataclass, field

import frappe
from frappe import _

KODE = re.compile(r"\d{3}(?:\.\d{1,3}){0,5}")
# What a spreadsheet makes of codes: dates, numbers without their zeros, decimals.
TANGGAL = re.compile(r"\d{1,4}[/-](?:\d{1,2}|[A-Za-z]{3})(?:[/-]\d{1,4})?|\d{1,2}:\d{2}(?::\d{2})?")
ANGKA = re.compile(r"\d{1,2}|\d{1,2}\.\d.*|\d+,\d+|\d[.,]?\d*E[+-]?\d+", re.IGNORECASE)
PEMISAH = ";\t,|"
JUDUL_KODE = ("kode", "kode klasifikasi", "no", "nomor")
PANJANG_NAMA = 1000
UKURAN_PALING_BESAR = 2 * 1024 * 1024
BARIS_PALING_BANYAK = 20_000


class DaftarTidakTerbacaError(frappe.ValidationError):
	"""A file that is no list of the classification, as a whole."""


@dataclass(frozen=True)
class Butir:
	"""One line of the list: its number in the file, the code and the name."""

	baris: int
	kode: str
	nama: str


@dataclass
class Daftar:
	"""What a file holds: its lines, and what is wrong as pairs of line and words."""

	butir: list[Butir] = field(default_factory=list)
	kesalahan: list[tuple[int, str]] = field(default_factory=list)


def read_daftar(isi: str) -> Daftar:
	"""Return the lines of a file with everything in it that cannot be read.

	:param isi: the file in Base64
	:raises DaftarTidakTerbacaError: too large, no text, or without the two columns
	"""
	text = _decode(_read_bytes(isi))
	delimiter = _find_delimiter(text)
	daftar = Daftar()
	for baris, cells in _read_rows(text, delimiter, daftar):
		_read_row(daftar, baris, cells)
	if not daftar.butir and not daftar.kesalahan:
		_refuse(_("Berkas ini tidak berisi kode. Isinya dua kolom, kode dan nama, satu kode sebaris."))
	return daftar


def find_parent(kode: str) -> str | None:
	"""Return the code above a code: 000.8 for 000.8.3, None for a head group."""
	return kode.rpartition(".")[0] or None


def _read_bytes(isi: str) -> bytes:
	try:
		content = base64.b64decode(isi, validate=True)
	except (binascii.Error, ValueError):
		_refuse(_("Berkas ini tidak terbaca. Pilih berkasnya sekali lagi."))
	if len(content) > UKURAN_PALING_BESAR:
		_refuse(_("Berkas ini lebih besar dari 2 MB. Daftar klasifikasi nasional hanya sekitar 200 KB."))
	return content


def _decode(content: bytes) -> str:
	if content.startswith((b"\xff\xfe", b"\xfe\xff")):
		return content.decode("utf-16", errors="replace")
	if b"\x00" in content or content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
		_refuse(
			_("Berkas ini bukan teks. Di Excel pilih Simpan Sebagai, lalu CSV UTF-8, dan unggah hasilnya.")
		)
	try:
		return content.decode("utf-8-sig")
	except UnicodeDecodeError:
		# What a spreadsheet on Windows writes unless told otherwise; every byte has a meaning there or is left out.
		return content.decode("cp1252", errors="replace")


def _find_delimiter(text: str) -> str:
	lines = [line for line in text.splitlines() if line.strip()][:20]
	counted = {sign: sum(sign in line for line in lines) for sign in PEMISAH}
	delimiter = max(PEMISAH, key=lambda sign: counted[sign])
	if not lines or not counted[delimiter]:
		_refuse(
			_(
				"Kode dan nama tidak terpisah. Pisahkan keduanya dengan titik koma, misalnya {0}; sebagai CSV Excel melakukannya sendiri."
			).format("000.1;Ketatausahaan")
		)
	return delimiter


def _read_rows(text: str, delimiter: str, daftar: Daftar):
	reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
	begin = 1
	try:
		for number, cells in enumerate(reader):
			if number >= BARIS_PALING_BANYAK:
				_refuse(_("Berkas ini mempunyai lebih dari {0} baris.").format(BARIS_PALING_BANYAK))
			if any(cell.strip() for cell in cells) and not (begin == 1 and _is_heading(cells)):
				yield begin, cells
			begin = reader.line_num + 1
	except csv.Error:
		daftar.kesalahan.append(
			(begin, _("Tanda kutip tidak ditutup atau salah tempat. Hapus tanda kutip pada baris ini."))
		)


def _is_heading(cells: list[str]) -> bool:
	return cells[0].strip().strip('"').casefold() in JUDUL_KODE


def _read_row(daftar: Daftar, baris: int, cells: list[str]) -> None:
	kode, *rest = (" ".join(cell.split()) for cell in cells)
	names = [cell for cell in rest if cell]
	kode = kode.lstrip("'")
	fault = _find_fault(kode, names, cells)
	if fault:
		daftar.kesalahan.append((baris, fault))
	else:
		daftar.butir.append(Butir(baris, kode, names[0]))


def _find_fault(kode: str, names: list[str], cells: list[str]) -> str | None:
	if not KODE.fullmatch(kode):
		return _describe_kode(kode)
	if not names:
		return _("Kode {0} belum bernama.").format(kode)
	if len(names) > 1:
		return _("Ada {0} kolom. Isi yang memuat pemisah harus diapit tanda kutip.").format(len(names) + 1)
	if any(KODE.match(line.strip()) for cell in cells[1:] for line in cell.splitlines()[1:]):
		return _("Tanda kutip tidak ditutup, sehingga baris berikutnya ikut terbaca sebagai nama.")
	if len(names[0]) > PANJANG_NAMA:
		return _("Nama lebih panjang dari {0} huruf.").format(PANJANG_NAMA)
	if "<" in names[0] or ">" in names[0] or "\ufffd" in names[0]:
		return _("Nama memuat tanda yang tidak dapat dipakai. Perbaiki nama ini di berkasnya.")
	return None


def _describe_kode(kode: str) -> str:
	if not kode:
		return _("Kode belum diisi.")
	if TANGGAL.fullmatch(kode):
		return _(
			"Kode berubah menjadi tanggal atau jam: {0}. Di Excel jadikan kolom kode berformat Teks sebelum data ditempel."
		).format(kode)
	if ANGKA.fullmatch(kode):
		return _(
			"Kode kehilangan angka nol atau titiknya: {0}. Di Excel jadikan kolom kode berformat Teks sebelum data ditempel."
		).format(kode)
	if kode.count(".") > 5:
		return _("Kode {0} lebih dari enam tingkat.").format(kode)
	return _("Kode tidak dikenal: {0}. Kode berbentuk 000 atau 000.1.2.").format(kode[:60])


def _refuse(message: str) -> None:
	frappe.throw(message, DaftarTidakTerbacaError, title=_("Berkas tidak terbaca"))
