from frappe.model.document import Document


class Instansi(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from eoffice_app.organisasi.doctype.akun_portal.akun_portal import AkunPortal

		akun_portal: DF.Table[AkunPortal]
		alamat: DF.SmallText | None
		alamat_sanapati: DF.Data | None
		faks: DF.Data | None
		golongan: DF.Link | None
		jenis: DF.Literal[
			"Perangkat Daerah",
			"Pemerintah Daerah Lain",
			"Kementerian/Lembaga",
			"Desa/Kelurahan",
			"Swasta",
			"Organisasi",
			"Perorangan",
			"Lainnya",
		]
		nama_instansi: DF.Data
		surel: DF.Data | None
		telepon: DF.Data | None
	# end: auto-generated types

	def before_insert(self):
		# Two spellings of one name that differ in spaces alone would be two senders.
		self.nama_instansi = " ".join((self.nama_instansi or "").split())

	def validate(self):
		if not self.flags.akun_portal:
			self.keep_akun_portal()

	def keep_akun_portal(self):
		# Accounts come and go by invitation alone, which sees to it that each is of a stranger and of one Instansi.
		before = self.get_doc_before_save()
		self.akun_portal = before.akun_portal if before else []
