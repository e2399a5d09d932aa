"""The assistant of an office's first days: what is to be set up, what is still missing, and what was left out on purpose.

It keeps nothing but what was left out: each step looks at the office itself, so it may be left and taken up again, by
another person too, and what was entered elsewhere counts.
"""

from collections.abc import Callable
from dataclasses import dataclass

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import getdate, nowdate

from eoffice_app.beranda import kelengkapan
from eoffice_app.persuratan.lanjutan_buku import get_deret_buku

PENGATURAN = "Pengaturan E-Office"
SELESAI, KURANG, DILEWATI = "selesai", "kurang", "dilewati"
# What the assistant's own dialogs may change; the rest of the settings has its form.
KOLOM = ("nama_pemerintah", "nama_instansi", "alamat", "kota", "telepon", "surel", "laman")
KOLOM_BOLEH = {*KOLOM, *kelengkapan.KOLOM_ALUR, "paraf_sekretaris"}


@dataclass(frozen=True)
class Langkah:
	"""One step: its key, title, why it is asked, and what finds the sentences that say what is missing."""

	kunci: str
	judul: str
	penjelasan: str
	cari_kurang: Callable[[], list[str]]


LANGKAH = (
	Langkah(
		"kop",
		"Nama kantor dan kop surat",
		"Tercetak di kepala setiap lembar, bukti dan surat.",
		kelengkapan.find_missing_kop,
	),
	Langkah(
		"organisasi",
		"Unit kerja dan jabatan",
		"Surat ditujukan kepada jabatan. Isi satu per satu, atau impor sekaligus dari spreadsheet.",
		kelengkapan.find_missing_organisasi,
	),
	Langkah(
		"peran",
		"Akun dan peran",
		"Setiap orang masuk dengan akunnya sendiri. Peran menentukan apa yang boleh dikerjakannya.",
		kelengkapan.find_missing_peran,
	),
	Langkah(
		"pejabat",
		"Pegawai dan pemangku jabatan",
		"Surat sampai kepada orang yang memangku jabatannya hari ini.",
		kelengkapan.find_missing_pejabat,
	),
	Langkah(
		"alur",
		"Pimpinan dan sekretaris",
		"Menentukan siapa yang diingatkan, dan siapa yang memberi paraf sebelum surat sampai ke pimpinan.",
		kelengkapan.find_missing_alur,
	),
	Langkah(
		"buku",
		"Nomor buku agenda",
		"Kantor yang beralih di tengah tahun melanjutkan nomor buku kertasnya.",
		kelengkapan.find_missing_buku,
	),
	Langkah(
		"deret",
		"Nomor surat keluar di kertas",
		"Surat keluar melanjutkan nomor terakhir yang sudah diberikan di kertas.",
		kelengkapan.find_missing_deret,
	),
	Langkah(
		"nomor",
		"Pola nomor surat keluar",
		"Contoh nomor tampil selama Anda mengetik.",
		kelengkapan.find_missing_nomor,
	),
	Langkah(
		"surel",
		"Surel kantor",
		"Untuk mengirim pemberitahuan dan surat.",
		kelengkapan.find_missing_surel,
	),
)


@frappe.whitelist()
def get_penyiapan() -> list[dict]:
	"""Return the steps of setting up the office, in their order.

	:return: dicts of `kunci`, `judul`, `penjelasan`, `keadaan` (SELESAI, KURANG or DILEWATI) and `kurang`, sentences that
	        say what is missing, also of a step left out
	:raises frappe.PermissionError: the user does not manage the office
	"""
	skipped = _read_skipped(_get_pengaturan())
	return [_describe(langkah, skipped) for langkah in LANGKAH]


def count_unfinished() -> int:
	"""Return how many steps still lack something and were not left out."""
	skipped = _read_skipped(frappe.get_doc(PENGATURAN))
	return sum(bool(langkah.cari_kurang()) for langkah in LANGKAH if langkah.kunci not in skipped)


@frappe.whitelist(methods=["POST"])
def skip_langkah(kunci: str, dilewati: bool) -> None:
	"""Leave a step out, or take it up again.

	:raises frappe.DoesNotExistError: no such step
	:raises frappe.PermissionError: the user does not manage the office
	"""
	pengaturan = _get_pengaturan()
	if kunci not in [langkah.kunci for langkah in LANGKAH]:
		frappe.throw(
			_("Langkah ini tidak ditemukan. Muat ulang halaman."),
			frappe.DoesNotExistError,
			title=_("Tidak ditemukan"),
		)
	skipped = _read_skipped(pengaturan) - {kunci} | ({kunci} if dilewati else set())
	pengaturan.langkah_dilewati = "\n".join(sorted(skipped))
	pengaturan.save()


@frappe.whitelist(methods=["POST"])
def save_pengaturan(nilai: dict | str) -> None:
	"""Save what a dialog of the assistant asked of the office's settings; other settings are left as they are.

	:param nilai: values by field, of KOLOM_BOLEH; as JSON where a browser sends them
	:raises frappe.PermissionError: the user does not manage the office
	"""
	pengaturan = _get_pengaturan()
	pengaturan.update(
		{field: value for field, value in frappe.parse_json(nilai).items() if field in KOLOM_BOLEH}
	)
	pengaturan.save()


@frappe.whitelist()
def get_buku() -> dict:
	"""Return the active agenda books with the last paper number of this year.

	:return: dict of `tahun`, and `buku`: dicts of `name`, `nama_buku`, `nomor` and `terkunci` (it has entered a letter)
	:raises frappe.PermissionError: the user does not manage the office
	"""
	_get_pengaturan()
	tahun = getdate(nowdate()).year
	books = frappe.get_list(
		"Buku Agenda",
		filters={"aktif": 1},
		fields=["name", "nama_buku", "jenis", "nomor_lanjutan", "tahun_lanjutan"],
		order_by="kode asc",
	)
	return {"tahun": tahun, "buku": [_describe_book(book, tahun) for book in books]}


@frappe.whitelist(methods=["POST"])
def save_buku(nomor: dict | str) -> None:
	"""Let agenda books go on after their last paper number of this year; those that stay as they are are not touched.

	:param nomor: the last number by name of the Buku Agenda; as JSON where a browser sends them
	:raises LanjutanBukuError: a book has entered a letter of this year already
	:raises frappe.PermissionError: the user does not manage the office
	"""
	tahun = getdate(nowdate()).year
	for name, terakhir in frappe.parse_json(nomor).items():
		book = frappe.get_doc("Buku Agenda", name)
		if _get_last_on_paper(book, tahun) != int(terakhir or 0):
			book.update({"nomor_lanjutan": int(terakhir or 0), "tahun_lanjutan": tahun})
			book.save()


def _get_pengaturan() -> Document:
	pengaturan = frappe.get_doc(PENGATURAN)
	pengaturan.check_permission("write")
	return pengaturan


def _read_skipped(pengaturan: Document) -> set[str]:
	return set((pengaturan.langkah_dilewati or "").split())


def _describe(langkah: Langkah, skipped: set[str]) -> dict:
	missing = langkah.cari_kurang()
	left_out = DILEWATI if langkah.kunci in skipped else KURANG
	return {
		"kunci": langkah.kunci,
		"judul": _(langkah.judul),
		"penjelasan": _(langkah.penjelasan),
		"keadaan": left_out if missing else SELESAI,
		"kurang": missing,
	}


def _describe_book(book: frappe._dict, tahun: int) -> dict:
	on_paper = _get_last_on_paper(book, tahun)
	last = frappe.db.get_value("Penghitung Nomor", get_deret_buku(book, tahun), "nilai") or 0
	return {
		"name": book.name,
		"nama_buku": book.nama_buku,
		"nomor": max(last, on_paper),
		"terkunci": last > on_paper,
	}


def _get_last_on_paper(book: Document | frappe._dict, tahun: int) -> int:
	return book.nomor_lanjutan or 0 if book.tahun_lanjutan == tahun else 0
