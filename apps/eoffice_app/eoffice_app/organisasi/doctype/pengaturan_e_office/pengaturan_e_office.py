import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.organisasi.waktu_kerja import forget_hari_lain, read_jam

JAM = ("jam_masuk", "jam_pulang", "jam_ringkasan")


class PengaturanEOffice(Document):
	def validate(self):
		self.validate_jam()
		self.validate_ukuran()

	def on_update(self):
		self.apply_zona_waktu()
		forget_hari_lain()

	def validate_jam(self):
		self.update({field: read_jam(self.get(field)) for field in JAM})
		if self.jam_masuk and self.jam_pulang and self.jam_pulang <= self.jam_masuk:
			frappe.throw(_("Jam Pulang harus sesudah Jam Masuk."), title=_("Waktu kerja tidak benar"))

	def validate_ukuran(self):
		if (self.ukuran_berkas_maksimum or 0) < 1:
			frappe.throw(
				_("Ukuran Berkas Maksimum paling sedikit 1 MB."), title=_("Ukuran berkas tidak benar")
			)

	def apply_zona_waktu(self):
		# Frappe stores every time in the zone of its System Settings; one office has one zone.
		if frappe.db.get_single_value("System Settings", "time_zone") != self.zona_waktu:
			frappe.db.set_single_value("System Settings", "time_zone", self.zona_waktu)
			frappe.clear_cache()
