"""The questions that are asked of a list every day, as filters shared by all: created once, then the office's own to change.

What needs the present moment, such as what is late, Frappe's filters cannot express: that is asked by the list's script.
"""

import frappe

from eoffice_app.persuratan.keadaan import (
	DISPOSISI_DILAPORKAN,
	DISPOSISI_TERKIRIM,
	DISPOSISI_TERTUTUP,
	DITERIMA,
	KEADAAN_TUNTAS,
)
from eoffice_app.persuratan.keadaan_keluar import (
	BERNOMOR,
	DIKEMBALIKAN,
	DITANDATANGANI,
	KEADAAN_AKHIR,
	MENUNGGU_PARAF,
	MENUNGGU_TANDA_TANGAN,
	TERKIRIM,
)
from eoffice_app.saluran.keadaan import MENUNGGU, TERBUKA, TIDAK_TERKIRIM

DOCTYPE = "List Filter"
BELUM_SELESAI = ("workflow_state", "not in", KEADAAN_TUNTAS)
DISPOSISI_TERBUKA = ("status", "not in", DISPOSISI_TERTUTUP)
HARI_INI = ("Timespan", "today")
# List → name of a filter → its conditions, in the order in which they are shown.
SARINGAN = {
	"Surat Masuk": {
		"Belum selesai": [BELUM_SELESAI],
		"Belum diverifikasi": [("workflow_state", "=", DITERIMA)],
		"Diterima hari ini": [("tanggal_terima", *HARI_INI)],
		"Undangan": [("undangan", "=", 1)],
		"Segera dan sangat segera": [BELUM_SELESAI, ("derajat", "!=", "Biasa")],
	},
	"Surat Keluar": {
		"Dalam proses": [("workflow_state", "not in", (TERKIRIM, *KEADAAN_AKHIR))],
		"Dikembalikan": [("workflow_state", "=", DIKEMBALIKAN)],
		"Menunggu paraf": [("workflow_state", "=", MENUNGGU_PARAF)],
		"Menunggu tanda tangan": [("workflow_state", "=", MENUNGGU_TANDA_TANGAN)],
		"Belum dikirim": [("workflow_state", "in", (DITANDATANGANI, BERNOMOR))],
	},
	"Disposisi": {
		"Belum selesai": [DISPOSISI_TERBUKA],
		"Jatuh tempo hari ini": [DISPOSISI_TERBUKA, ("batas_waktu", *HARI_INI)],
		"Belum dibaca": [("status", "=", DISPOSISI_TERKIRIM)],
		"Menunggu diterima": [("status", "=", DISPOSISI_DILAPORKAN)],
	},
	"Pengiriman Surat": {
		"Belum sampai": [("keadaan", "in", TERBUKA)],
		"Belum dikirim": [("keadaan", "=", MENUNGGU)],
		"Tidak terkirim": [("keadaan", "=", TIDAK_TERKIRIM)],
	},
	"Pengajuan Surat": {
		"Belum diproses": [("keadaan", "=", "Baru")],
		"Dikembalikan": [("keadaan", "=", "Dikembalikan")],
		"Diterima hari ini": [("diterima_pada", *HARI_INI)],
	},
}


def create_saringan_tersimpan() -> None:
	"""Create the filters of SARINGAN that are not there yet."""
	for doctype, filters in SARINGAN.items():
		for name, conditions in filters.items():
			key = {"reference_doctype": doctype, "filter_name": name, "for_user": ["is", "not set"]}
			if not frappe.db.exists(DOCTYPE, key):
				_create(doctype, name, conditions)


def _create(doctype: str, name: str, conditions: list[tuple]) -> None:
	frappe.get_doc(
		{
			"doctype": DOCTYPE,
			"reference_doctype": doctype,
			"filter_name": name,
			# As the list itself keeps them.
			"filters": frappe.as_json([[doctype, *condition] for condition in conditions], indent=None),
		}
	).insert(ignore_permissions=True)
