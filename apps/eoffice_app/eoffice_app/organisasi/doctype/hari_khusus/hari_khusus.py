from datetime import time

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.organisasi.waktu_kerja import SETENGAH_HARI, forget_hari_lain, get_kalender, read_jam


class JamPulangTidakSahError(frappe.ValidationError):
	"""A half day without an hour at which it ends, or ending before it begins."""


class HariKhusus(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		jam_pulang: DF.Time | None
		jenis: DF.Literal["Libur", "Setengah Hari", "Tetap Masuk"]
		keterangan: DF.Data | None
		tanggal: DF.Date
	# end: auto-generated types

	def validate(self):
		self.validate_jam_pulang()

	def on_update(self):
		forget_hari_lain()

	def on_trash(self):
		forget_hari_lain()

	def validate_jam_pulang(self):
		self.jam_pulang = read_jam(self.jam_pulang) if self.jenis == SETENGAH_HARI else None
		if self.jenis == SETENGAH_HARI and (self.jam_pulang or time()) <= get_kalender().jam_masuk:
			frappe.throw(
				_("Isi Jam Pulang hari itu; jamnya harus sesudah Jam Masuk kantor."),
				JamPulangTidakSahError,
				title=_("Jam pulang tidak benar"),
			)
