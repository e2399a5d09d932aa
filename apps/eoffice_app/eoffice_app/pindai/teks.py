"""The text of a letter's scans, page by page: as visible as the letter, and never kept of a secret one."""

from collections.abc import Sequence
from typing import NamedTuple

import frappe
from frappe.utils import now

from eoffice_app.pencarian.antrean import queue_letter

# Frappe's 10 hexadecimal digits meet each other by chance among millions of rows.
PANJANG_NAMA = 20
# Far more than stands on a page; a PDF may carry any amount of text that nobody sees.
HURUF_SEHALAMAN = 20_000


class HalamanTeks(NamedTuple):
	"""One page: its number in the one PDF of the letter, from 1, and its words."""

	nomor: int
	teks: str


def read_teks(surat_masuk: str) -> list[HalamanTeks]:
	"""Return the pages of a letter that bear text, in their order. Asks nobody's permission: the caller does.

	:param surat_masuk: name of a Surat Masuk
	"""
	rows = frappe.db.sql(
		"select halaman, teks from `tabTeks Scan` where surat_masuk = %s order by halaman", (surat_masuk,)
	)
	return [HalamanTeks(*row) for row in rows]


def store_teks(surat_masuk: str, berkas: str, pages: Sequence[HalamanTeks]) -> None:
	"""Store pages of a letter in the place of what was known of them; pages without words leave no row.

	:param berkas: address of the file in which they were read
	"""
	if pages:
		numbers = tuple(page.nomor for page in pages)
		frappe.db.sql(
			"delete from `tabTeks Scan` where surat_masuk = %s and halaman in %s", (surat_masuk, numbers)
		)
	rows = [(page.nomor, page.teks.strip()[:HURUF_SEHALAMAN]) for page in pages if page.teks.strip()]
	moment, user = now(), frappe.session.user
	for nomor, teks in rows:
		name = frappe.generate_hash(length=PANJANG_NAMA)
		frappe.db.sql(
			"""
			insert into `tabTeks Scan`
				(name, creation, modified, owner, modified_by, surat_masuk, berkas, halaman, teks)
			values (%s, %s, %s, %s, %s, %s, %s, %s, %s)
			""",
			(name, moment, moment, user, user, surat_masuk, berkas, nomor, teks),
		)


def forget_teks(surat_masuk: str) -> None:
	"""Remove all text of a letter, and have it looked for in the index no more."""
	frappe.db.delete("Teks Scan", {"surat_masuk": surat_masuk})
	queue_letter(surat_masuk)
