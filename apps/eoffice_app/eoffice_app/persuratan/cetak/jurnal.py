"""The journals of a day: what went by fax (SOP 001, "buku laporan harian fax") and by Sanapati (SOP 003, "daftar berita
keluar", with the sending time)."""

from collections.abc import Iterable
from datetime import date

import frappe
from frappe import _
from frappe.utils import getdate, nowdate

from eoffice_app.persuratan.cetak.riwayat import name_user
from eoffice_app.persuratan.cetak.teks import write_text

# Of hours and shares in a report.
DESIMAL = 1
KOLOM_DATA = (
	*(
		"name",
		"nomor_surat",
		"tanggal_surat",
		"nama_penerima",
		"perihal",
		"sifat",
		"jenis_salinan",
		"halaman",
	),
	*("dikirim_pada", "operator", "keadaan", "alasan", "faks", "alamat_sanapati"),
)


def read_jurnal(cara: str, tanggal: date | str | None) -> list[dict]:
	"""Return what was sent by a way on a day, in the order of sending, of the letters that the user sees.

	What was sent and then failed stands there too, with the reason.

	:param tanggal: today when left out
	:return: dicts of the delivery's columns, with `urut`, `jam`, `hasil` and the operator's name
	"""
	day = getdate(tanggal or nowdate())
	rows = frappe.get_list(
		"Pengiriman Surat",
		filters={"cara": cara, "dikirim_pada": ["between", [day, day]]},
		fields=list(KOLOM_DATA),
		order_by="dikirim_pada asc",
		limit_page_length=0,
	)
	return [{**row, **_describe(row, urut)} for urut, row in enumerate(rows, start=1)]


def list_columns(columns: Iterable[tuple[str, str, str, int]]) -> list[dict]:
	"""Return the columns of a report.

	:param columns: tuples of field, label, type and width; a type such as "Link/Unit Kerja" names of what it is
	"""
	return [_describe_column(*column) for column in columns]


def _describe_column(name: str, label: str, fieldtype: str, width: int) -> dict:
	fieldtype, _slash, options = fieldtype.partition("/")
	return {
		"fieldname": name,
		"label": label,
		"fieldtype": fieldtype,
		"options": options,
		"width": width,
		"precision": DESIMAL if fieldtype == "Float" else None,
	}


def _describe(row: frappe._dict, urut: int) -> dict:
	return {
		"urut": urut,
		"perihal": write_text(row.perihal),
		"nama_penerima": write_text(row.nama_penerima),
		"jam": f"{row.dikirim_pada:%H.%M}",
		"operator": name_user(row.operator, row.dikirim_pada.date()) if row.operator else "",
		"hasil": f"{_(row.keadaan)}: {row.alasan}" if row.alasan else _(row.keadaan),
	}
