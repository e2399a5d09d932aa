import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import add_days, escape_html, validate_email_address

from eoffice_app.persuratan.surat_masuk.buku import MASUK

SANAPATI = "Sanapati"


class KotakTidakSahError(frappe.ValidationError):
	"""A mailbox from which no mail could be fetched, or whose copies would come back to it."""


class KotakSuratMasuk(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		aktif: DF.Check
		akun_surel: DF.Link
		alamat_tembusan: DF.SmallText | None
		ambil_sejak: DF.Date | None
		buku: DF.Link
		diberitahukan: DF.Check
		diingatkan_pada: DF.Date | None
		gagal_berturut: DF.Int
		ganti_sebelum: DF.Date | None
		gangguan: DF.SmallText | None
		gangguan_sejak: DF.Datetime | None
		hari_ganti: DF.Int
		jenis: DF.Literal["Surel", "Sanapati"]
		kata_sandi_diganti_pada: DF.Date | None
		keadaan: DF.Literal["Belum Diambil", "Lancar", "Terganggu"]
		terakhir_diambil: DF.Datetime | None
	# end: auto-generated types

	def validate(self):
		self.validate_akun()
		self.validate_buku()
		self.set_tembusan()
		self.set_ganti_sebelum()

	def validate_akun(self):
		akun = frappe.get_doc("Email Account", self.akun_surel)
		if not akun.enable_incoming or not akun.use_imap:
			self.refuse(
				_(
					"Akun {0} belum dapat diambil suratnya. Centang Enable Incoming dan Use IMAP pada Email Account, lalu simpan kembali."
				).format(frappe.bold(escape_html(akun.name)))
			)

		if self.jenis == SANAPATI and self.list_tembusan() and not akun.enable_outgoing:
			self.refuse(
				_(
					"Akun {0} belum dapat mengirim tembusan. Centang Enable Outgoing pada Email Account, lalu simpan kembali."
				).format(frappe.bold(escape_html(akun.name)))
			)

	def validate_buku(self):
		if frappe.db.get_value("Buku Agenda", self.buku, "jenis") != MASUK:
			self.refuse(_("Buku Agenda harus buku surat masuk. Pilih buku lain."))

	def set_tembusan(self):
		addresses = self.list_tembusan() if self.jenis == SANAPATI else []
		own = frappe.get_all("Email Account", pluck="email_id")
		for address in addresses:
			if not validate_email_address(address):
				self.refuse(
					_("{0} bukan alamat surel. Tulis satu alamat tiap baris.").format(escape_html(address))
				)
			if address.lower() in {each.lower() for each in own}:
				self.refuse(
					_(
						"{0} adalah alamat kantor sendiri: tembusan ke sana akan kembali tanpa akhir. Hapus alamat itu."
					).format(escape_html(address))
				)
		self.alamat_tembusan = "\n".join(addresses)

	def set_ganti_sebelum(self):
		is_due = self.hari_ganti and self.kata_sandi_diganti_pada
		self.ganti_sebelum = add_days(self.kata_sandi_diganti_pada, self.hari_ganti) if is_due else None

	def list_tembusan(self) -> list[str]:
		lines = (self.alamat_tembusan or "").splitlines()
		return list(dict.fromkeys(address for line in lines if (address := line.strip())))

	def refuse(self, message: str):
		frappe.throw(message, KotakTidakSahError, title=_("Kotak surat belum benar"))
