"""What stands on the page of a Surat Keluar, whether it changed, and the versions that others have seen."""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import now_datetime

from eoffice_app.organisasi.jabatan import name_post

# A change of these is a new version.
KOLOM_NASKAH = (
	"jenis_naskah",
	"perihal",
	"lampiran",
	"sifat",
	"isi",
	"penanda_tangan",
	"cara_tanda_tangan",
	"cara_menulis",
	"berkas_konsep",
)
# The columns that tell the rows of a table apart.
TABEL_NASKAH = {
	"tujuan": ("jenis_penerima", "penerima"),
	"tembusan": ("jenis_penerima", "penerima"),
	"lampiran_berkas": ("berkas",),
}
TABEL_KOORDINASI = {"koordinasi": ("jabatan",)}
# Told by its lines or not worth a line.
TIDAK_DI_KEPALA = ("isi", "cara_menulis")


def is_naskah_changed(surat: Document, before: Document, fields: tuple | list = KOLOM_NASKAH) -> bool:
	"""Whether the page of a Surat Keluar differs from what it was.

	:param fields: which of KOLOM_NASKAH count, and "koordinasi" where its posts count too; TABEL_NASKAH always does
	"""
	tables = {**TABEL_NASKAH, **(TABEL_KOORDINASI if "koordinasi" in fields else {})}
	return any(
		(surat.get(field) or "") != (before.get(field) or "") for field in fields if field not in tables
	) or any(
		_list_rows(surat, table, columns) != _list_rows(before, table, columns)
		for table, columns in tables.items()
	)


def record_version(surat: Document) -> None:
	"""Keep the present version of a Surat Keluar, unless it is kept."""
	if any(row.versi == surat.versi for row in surat.riwayat_naskah):
		return
	surat.append(
		"riwayat_naskah",
		{
			"versi": surat.versi,
			"perihal": surat.perihal,
			"kepala": compose_kepala(surat),
			"isi": surat.isi,
			"berkas": surat.berkas_konsep,
			"oleh": frappe.utils.get_fullname(frappe.session.user),
			"waktu": now_datetime(),
		},
	)


def compose_kepala(surat: Document) -> str:
	"""Return what stands around the body of a Surat Keluar, as lines: for comparing versions."""
	values = {field: surat.get(field) for field in KOLOM_NASKAH if field not in TIDAK_DI_KEPALA}
	values["penanda_tangan"] = name_post(surat.penanda_tangan)
	values["berkas_konsep"] = _name_file(surat.berkas_konsep)
	values |= {table: "; ".join(_name_row(row) for row in surat.get(table)) for table in TABEL_NASKAH}
	return "\n".join(f"{_(surat.meta.get_label(field))}: {value}" for field, value in values.items() if value)


def _name_row(row: Document) -> str:
	return _name_file(row.berkas) if row.get("berkas") else row.get("nama_penerima") or ""


def _name_file(address: str | None) -> str:
	return (address or "").rpartition("/")[2]


def _list_rows(surat: Document, table: str, columns: tuple) -> list[tuple]:
	return [tuple(row.get(column) for column in columns) for row in surat.get(table)]
