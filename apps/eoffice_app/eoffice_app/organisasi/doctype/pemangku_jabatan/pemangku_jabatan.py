from datetime import date

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import add_days, add_months, formatdate, getdate, nowdate

from eoffice_app.organisasi.jabatan import name_post
from eoffice_app.organisasi.pemangku import holder_on, is_clash
from eoffice_app.persuratan.surat_masuk.pekerjaan import count_open_work

# Acting officials are for a time: an absence of at most three months, a vacancy of at most a year.
BULAN_PALING_LAMA = {"Plh.": 3, "Plt.": 12}


class PemangkuGandaError(frappe.ValidationError):
	"""Two definitive holders, or two acting officials, of one post on one day."""


class PemangkuJabatan(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		jabatan: DF.Link
		jenis: DF.Literal["Definitif", "Plt.", "Plh.", "Pj."]
		mulai: DF.Date
		nomor_sk: DF.Data | None
		pegawai: DF.Link
		sampai: DF.Date | None
		tanggal_sk: DF.Date | None
	# end: auto-generated types

	def validate(self):
		self.validate_dates()
		self.validate_only_one()
		self.warn_of_length()

	def on_update(self):
		self.tell_desks()
		self.warn_of_open_work()

	def on_trash(self):
		self.tell_desks()

	def after_delete(self):
		self.warn_of_open_work()

	def validate_dates(self):
		if self.sampai and getdate(self.sampai) < getdate(self.mulai):
			frappe.throw(
				_("Tanggal Sampai mendahului tanggal Mulai. Perbaiki salah satunya."),
				title=_("Tanggal tidak benar"),
			)

	def validate_only_one(self):
		# Two who save for one post at the same moment wait here for each other.
		frappe.db.get_value("Jabatan", self.jabatan, "name", for_update=True)
		clash = next((other for other in self.list_others() if is_clash(self, other)), None)
		if clash:
			frappe.throw(
				_(
					"{0} sudah memangku jabatan {1} sebagai {2} {3}, sehingga {4} tidak dapat menjadi {5} {6}. Ubah tanggal salah satunya agar tidak bertumpang tindih."
				).format(
					frappe.bold(clash.nama_lengkap),
					frappe.bold(name_post(self.jabatan)),
					clash.jenis,
					describe_dates(clash),
					frappe.bold(frappe.db.get_value("Pegawai", self.pegawai, "nama_lengkap")),
					self.jenis,
					describe_dates(self),
				),
				PemangkuGandaError,
				title=_("Pemangku ganda"),
			)

	def list_others(self) -> list[frappe._dict]:
		return frappe.db.sql(
			"""
			select pegawai.nama_lengkap, pemangku.jenis, pemangku.mulai, pemangku.sampai
			from `tabPemangku Jabatan` pemangku
			join `tabPegawai` pegawai on pegawai.name = pemangku.pegawai
			where pemangku.jabatan = %s and pemangku.name != %s
			order by pemangku.mulai asc
			""",
			(self.jabatan, self.name or ""),
			as_dict=True,
		)

	def warn_of_length(self):
		bulan = BULAN_PALING_LAMA.get(self.jenis)
		if not bulan:
			return
		if not self.sampai:
			self.warn(
				_(
					"{0} sebaiknya mempunyai tanggal Sampai, paling lama {1} bulan. Isi tanggal Sampai agar meja kembali dengan sendirinya."
				).format(self.jenis, bulan)
			)
		elif getdate(self.sampai) >= getdate(add_months(self.mulai, bulan)):
			self.warn(
				_(
					"{0} ini lebih lama dari {1} bulan. Periksa tanggalnya, atau siapkan pejabat definitif."
				).format(self.jenis, bulan)
			)

	def warn_of_open_work(self):
		"""Tell who ends a holding that work waits on the post, which stays with the post."""
		hari = self.find_day_without_holder()
		terbuka = count_open_work([self.jabatan]) if hari else None
		if terbuka:
			self.warn(
				_(
					"Mulai {0} jabatan {1} tidak ada pemangkunya, padahal masih ada {2} yang belum selesai. Pekerjaan itu tetap pada jabatan: tambahkan pemangku berikutnya."
				).format(
					formatdate(hari),
					frappe.bold(name_post(self.jabatan)),
					terbuka,
				)
			)

	def find_day_without_holder(self) -> date | None:
		"""Return the first day, from today on, on which this holding has ended and nobody follows."""
		ended = self.flags.in_delete or self.sampai
		if not ended:
			return None
		first = getdate(nowdate()) if self.flags.in_delete else getdate(add_days(self.sampai, 1))
		day = max(first, getdate(nowdate()))
		return None if holder_on(self.jabatan, day) else day

	def warn(self, message: str):
		frappe.msgprint(message, title=_("Perlu diperhatikan"), indicator="orange")

	def tell_desks(self):
		# Open desks ask anew for which posts their user acts.
		frappe.publish_realtime("pemangku_berubah", after_commit=True)


def describe_dates(holding: Document) -> str:
	"""Return the days of a holding in words."""
	if not holding.sampai:
		return _("sejak {0}").format(formatdate(holding.mulai))
	return _("dari {0} sampai {1}").format(formatdate(holding.mulai), formatdate(holding.sampai))


def on_doctype_update():
	# holder_on and list_posts_of_user read by post or person and day.
	frappe.db.add_index("Pemangku Jabatan", ["jabatan", "mulai"])
	frappe.db.add_index("Pemangku Jabatan", ["pegawai", "mulai"])
