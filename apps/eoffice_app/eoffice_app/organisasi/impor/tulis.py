"""Write what was planned: all of it, or nothing."""

from collections.abc import Callable

import frappe
from frappe.model.document import Document

from eoffice_app.organisasi.impor.baca import Temuan
from eoffice_app.organisasi.impor.lembar import PEMANGKU
from eoffice_app.organisasi.impor.rencana import Langkah

TITIK_SIMPAN = "impor_organisasi"


class LangkahDitolakError(Exception):
	"""A record that the office's rules refuse: `temuan` says where it stands in the spreadsheet and why."""

	def __init__(self, temuan: Temuan):
		super().__init__(temuan.pesan)
		self.temuan = temuan


def write(steps: list[Langkah], tell_progress: Callable[[int], None]) -> list[Temuan]:
	"""Write the steps in the running transaction, each by the rules of its DocType.

	:param tell_progress: called with the number of steps done
	:return: what the rules wanted to be noted, by row
	:raises LangkahDitolakError: at the first refusal; nothing of it all is written then
	"""
	notes: list[Temuan] = []
	frappe.db.savepoint(TITIK_SIMPAN)
	for done, langkah in enumerate(steps, start=1):
		frappe.clear_messages()
		try:
			_write_step(langkah)
		except frappe.ValidationError as refused:
			frappe.db.rollback(save_point=TITIK_SIMPAN)
			frappe.clear_messages()
			raise LangkahDitolakError(_describe(langkah, str(refused))) from refused
		notes += [_describe(langkah, entry["message"]) for entry in frappe.get_message_log()]
		tell_progress(done)
	frappe.clear_messages()
	return notes


def _write_step(langkah: Langkah) -> None:
	if langkah.hasil == "tetap":
		return
	values = dict(langkah.nilai)
	if langkah.lembar == PEMANGKU and "pegawai" in values:
		values["pegawai"] = _find_pegawai(values["pegawai"])
	doc = _get_document(langkah)
	doc.update(values)
	doc.save()


def _get_document(langkah: Langkah) -> Document:
	if langkah.nama:
		return frappe.get_doc(langkah.lembar, langkah.nama)
	return frappe.new_doc(langkah.lembar)


def _find_pegawai(kunci: str) -> str:
	column = "user" if "@" in kunci else "nip"
	return frappe.db.get_value("Pegawai", {column: kunci})


def _describe(langkah: Langkah, pesan: str) -> Temuan:
	return Temuan(langkah.lembar, langkah.baris, "", frappe.utils.strip_html(pesan))
