"""How often a sheet was printed: from the second time on it says so itself.

Only paper counts: a sheet is counted where a PDF is made (`counted_prints`), not where the screen shows it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import frappe
from frappe.model.document import Document
from frappe.utils import get_fullname, now_datetime

from eoffice_app.organisasi.pemangku import list_posts_of_user
from eoffice_app.persuratan.cetak.bersama import shared
from eoffice_app.persuratan.cetak.tanggal import write_time


@contextmanager
def counted_prints() -> Iterator[list[str]]:
	"""Count every sheet composed inside as printed.

	:return: the agenda numbers of the sheets counted, filled as they are composed
	"""
	frappe.flags.lembar_dihitung = counted = []
	try:
		yield counted
	finally:
		frappe.flags.lembar_dihitung = None


def count_print(surat: Document, naskah: str) -> str:
	"""Record that a sheet of a letter is printed, if prints are counted at present.

	:return: what the sheet says of it; nothing the first time, and nothing where prints are not counted
	"""
	if frappe.flags.lembar_dihitung is None:
		return ""
	frappe.flags.lembar_dihitung.append(surat.nomor_agenda)
	# Who prints the same letter at the same moment waits here: no two sheets bear one number.
	frappe.db.get_value("Surat Masuk", surat.name, "name", for_update=True)
	number = frappe.db.count("Riwayat Cetak", {"surat_masuk": surat.name, "naskah": naskah}) + 1
	row = _record(surat.name, naskah)
	if number == 1:
		return ""
	return f"CETAK ULANG (cetakan ke-{number}), {write_time(row.waktu)}, oleh {row.nama_pencetak}"


def name_user(user: str, tanggal: date | None = None) -> str:
	"""Return the name of a user, as an employee where the account belonged to one on that day."""
	held = list_posts_of_user(user, tanggal)
	return held[0].nama_lengkap if held else get_fullname(user)


def _record(surat: str, naskah: str) -> Document:
	user = frappe.session.user
	values = {
		"doctype": "Riwayat Cetak",
		"name": frappe.generate_hash(length=20),
		"surat_masuk": surat,
		"naskah": naskah,
		"pencetak": user,
		"nama_pencetak": shared(("nama", user), lambda: name_user(user)),
		"waktu": now_datetime(),
	}
	row = frappe.get_doc(values)
	# All of it is ours, so there is nothing to validate, which would take longer than the rest of the sheet.
	row.db_insert()
	return row
