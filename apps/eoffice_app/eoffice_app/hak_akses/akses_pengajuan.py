"""The access rows of submissions at the counter, in the same table as those of letters."""

import frappe
from frappe.model.document import Document

from eoffice_app.hak_akses.akses_surat import write_akses
from eoffice_app.hak_akses.aturan import PengajuanTerlihat, list_subjek_pengajuan
from eoffice_app.loket.keadaan import SANAPATI


def refresh_akses_pengajuan(pengajuan: Document) -> None:
	"""Bring the access rows of a submission in line with the rule, within the running transaction.

	:param pengajuan: a saved Pengajuan Surat
	"""
	surat = _read_surat(pengajuan.surat_masuk)
	write_akses(
		pengajuan,
		list_subjek_pengajuan(
			PengajuanTerlihat(
				untuk_sandi=bool(pengajuan.rahasia) or pengajuan.asal == SANAPATI,
				sifat=surat.get("sifat"),
				pendaftar=surat.get("owner"),
			)
		),
	)


def follow_letter(surat: Document, method: str | None = None) -> None:
	"""Let the submission a letter came from be no more visible than the letter: hook `on_update` of Surat Masuk."""
	if surat.flags.in_insert or not surat.has_value_changed("sifat"):
		return
	for name in frappe.get_all("Pengajuan Surat", filters={"surat_masuk": surat.name}, pluck="name"):
		refresh_akses_pengajuan(frappe.get_doc("Pengajuan Surat", name))


def _read_surat(name: str | None) -> dict:
	return (name and frappe.db.get_value("Surat Masuk", name, ["sifat", "owner"], as_dict=True)) or {}
