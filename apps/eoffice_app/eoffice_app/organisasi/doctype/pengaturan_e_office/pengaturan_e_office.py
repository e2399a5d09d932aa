import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import get_time


class PengaturanEOffice(Document):
	def validate(self):
		self.validate_jam()
		self.validate_ukuran()

	def on_update(self):
		self.apply_zona_waktu()

	def validate_jam(self):
		if self.jam_masuk and self.jam_pulang and get_time(self.jam_pulang) <= get_time(self.jam_masuk):
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
