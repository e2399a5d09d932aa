import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import getdate


class PemangkuGandaError(frappe.ValidationError):
	"""Two holders of one kind for one post on one day."""


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

	def validate_dates(self):
		if self.sampai and getdate(self.sampai) < getdate(self.mulai):
			frappe.throw(
				_("Tanggal Sampai mendahului tanggal Mulai. Perbaiki salah satunya."),
				title=_("Tanggal tidak benar"),
			)

	def validate_only_one(self):
		clash = frappe.db.sql(
			"""
			select pegawai.nama_lengkap, pemangku.mulai, pemangku.sampai
			from `tabPemangku Jabatan` pemangku
			join `tabPegawai` pegawai on pegawai.name = pemangku.pegawai
			where pemangku.jabatan = %(jabatan)s and pemangku.jenis = %(jenis)s and pemangku.name != %(name)s
				and (pemangku.sampai is null or pemangku.sampai >= %(mulai)s)
				and (%(sampai)s is null or pemangku.mulai <= %(sampai)s)
			limit 1
			""",
			{
				"jabatan": self.jabatan,
				"jenis": self.jenis,
				"name": self.name or "",
				"mulai": getdate(self.mulai),
				"sampai": getdate(self.sampai) if self.sampai else None,
			},
			as_dict=True,
		)
		if clash:
			frappe.throw(
				_(
					"{0} sudah memangku jabatan ini sebagai {1} sejak {2}. Isi tanggal Sampai pada pemangku itu lebih dulu."
				).format(
					frappe.bold(clash[0].nama_lengkap),
					self.jenis,
					frappe.format(clash[0].mulai, "Date"),
				),
				PemangkuGandaError,
				title=_("Pemangku ganda"),
			)


def on_doctype_update():
	# holder_on and list_posts_of_user read by post or person and day.
	frappe.db.add_index("Pemangku Jabatan", ["jabatan", "mulai"])
	frappe.db.add_index("Pemangku Jabatan", ["pegawai", "mulai"])
