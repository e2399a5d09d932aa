"""Saved reports of the Report Builder for the usual questions: created if absent, then the office's own to edit."""

import json
from dataclasses import dataclass

import frappe

from eoffice_app.persuratan.keadaan import DISPOSISI_TERTUTUP, KEADAAN_DITUTUP, KEADAAN_TUNTAS

MODULE = "Laporan"
TAHUN_INI = ("Timespan", "this year")


@dataclass(frozen=True)
class Tersimpan:
	"""A saved report: columns and filters of a DocType, in an order, or counted by one of the columns."""

	jenis: str
	kolom: tuple[str, ...]
	saring: tuple[tuple, ...]
	urutan: str = ""
	hitung_menurut: str = ""

	def as_json(self) -> str:
		"""Return it as the Report Builder keeps it."""
		if self.hitung_menurut:
			# Frappe puts the column that counts first.
			fields = [["_aggregate_column", self.jenis], *self._name(self.kolom)]
			order = "_aggregate_column desc"
		else:
			fields, order = self._name(self.kolom), f"`tab{self.jenis}`.{self.urutan}"
		settings = {
			"fields": fields,
			"filters": [[self.jenis, *condition] for condition in self.saring],
			"order_by": order,
			"page_length": 100,
			"add_totals_row": 0,
			"column_widths": {},
			"group_by": self._count(),
			"chart_args": None,
		}
		return json.dumps(settings, ensure_ascii=False)

	def _name(self, columns: tuple[str, ...]) -> list[list[str]]:
		return [[column, self.jenis] for column in columns]

	def _count(self) -> dict | None:
		if not self.hitung_menurut:
			return None
		group_by = f"`tab{self.jenis}`.`{self.hitung_menurut}`"
		return {"group_by": group_by, "aggregate_function": "count", "aggregate_on": None}


def count_by(jenis: str, kolom: str, *saring: tuple) -> Tersimpan:
	"""Return a saved report that counts documents by a column."""
	return Tersimpan(jenis, (kolom,), saring, hitung_menurut=kolom)


MASUK_TAHUN_INI = ("tanggal_terima", *TAHUN_INI)
KELUAR_TAHUN_INI = (("tanggal_surat", *TAHUN_INI), ("nomor", "is", "set"))
LAPORAN = {
	"Surat Masuk yang Belum Selesai": Tersimpan(
		"Surat Masuk",
		(
			"nomor_agenda",
			"tanggal_terima",
			"pengirim",
			"perihal",
			"nama_tujuan",
			"derajat",
			"tenggat",
			"workflow_state",
		),
		(("workflow_state", "not in", list(KEADAAN_TUNTAS)),),
		"`tenggat` asc",
	),
	"Surat Masuk yang Dikembalikan atau Ditolak": Tersimpan(
		"Surat Masuk",
		("nomor_agenda", "tanggal_terima", "pengirim", "nomor_surat", "perihal", "workflow_state", "alasan"),
		(("workflow_state", "in", list(KEADAAN_DITUTUP)), MASUK_TAHUN_INI),
		"`tanggal_terima` desc",
	),
	"Surat Masuk Tahun Ini menurut Pengirim": count_by("Surat Masuk", "pengirim", MASUK_TAHUN_INI),
	"Surat Masuk Tahun Ini menurut Klasifikasi": count_by("Surat Masuk", "klasifikasi", MASUK_TAHUN_INI),
	"Surat Masuk Tahun Ini menurut Status": count_by("Surat Masuk", "workflow_state", MASUK_TAHUN_INI),
	"Disposisi Terbuka menurut Penerima": count_by(
		"Disposisi", "kepada", ("status", "not in", list(DISPOSISI_TERTUTUP))
	),
	"Surat Keluar Tahun Ini menurut Jenis Naskah": count_by(
		"Surat Keluar", "jenis_naskah", *KELUAR_TAHUN_INI
	),
	"Surat Keluar Tahun Ini menurut Unit": count_by("Surat Keluar", "unit_penyusun", *KELUAR_TAHUN_INI),
	"Kiriman yang Belum Sampai": Tersimpan(
		"Pengiriman Surat",
		("nomor_surat", "nama_penerima", "cara", "keadaan", "dikirim_pada", "batas_waktu", "alasan"),
		(("keadaan", "in", ["Menunggu", "Dalam Pengiriman", "Tidak Terkirim"]),),
		"`batas_waktu` asc",
	),
}


def create_laporan_tersimpan() -> None:
	"""Create the saved reports that the site does not have yet, for the roles that read their letters."""
	for name, tersimpan in LAPORAN.items():
		if not frappe.db.exists("Report", name):
			frappe.get_doc(
				{
					"doctype": "Report",
					"report_name": name,
					"ref_doctype": tersimpan.jenis,
					"report_type": "Report Builder",
					"is_standard": "No",
					"module": MODULE,
					"json": tersimpan.as_json(),
				}
			).insert(ignore_permissions=True)
