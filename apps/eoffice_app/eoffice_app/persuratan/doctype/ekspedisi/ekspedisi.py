import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.ekspedisi.galat import BukanCarakaError, EkspedisiTetapError
from eoffice_app.ekspedisi.keadaan import DISIAPKAN, PERAN_CARAKA

# What only the steps of a run write.
JEJAK = (
	"keadaan",
	"nama_caraka",
	"akun_caraka",
	"nomor",
	"kunci_nomor",
	"diserahkan_pada",
	"diserahkan_oleh",
	"kembali_pada",
	"ditutup_pada",
	"ditutup_oleh",
)


class Ekspedisi(Document):
	"""A caraka's run: which letters he takes along, when it began, and when it was closed."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		akun_caraka: DF.Link | None
		caraka: DF.Link
		catatan: DF.SmallText | None
		diserahkan_oleh: DF.Link | None
		diserahkan_pada: DF.Datetime | None
		ditutup_oleh: DF.Link | None
		ditutup_pada: DF.Datetime | None
		keadaan: DF.Literal["Disiapkan", "Berjalan", "Diserahkan Kembali", "Ditutup", "Batal"]
		kembali_pada: DF.Datetime | None
		kunci_nomor: DF.Data | None
		nama_caraka: DF.Data | None
		nomor: DF.Int
		tanggal: DF.Date
	# end: auto-generated types

	def before_insert(self):
		self.update({**dict.fromkeys(JEJAK), "keadaan": DISIAPKAN})

	def validate(self):
		if self.flags.langkah:
			return
		before = self.get_doc_before_save()
		if before:
			self.keep_jejak(before)
		self.set_caraka()

	def on_trash(self):
		if not frappe.flags.in_uninstall:
			frappe.throw(
				_("Ekspedisi tidak dapat dihapus. Batalkan ekspedisi ini; catatannya tetap tersimpan."),
				EkspedisiTetapError,
				title=_("Ekspedisi tidak dapat dihapus"),
			)

	def keep_jejak(self, before: Document):
		# What a client sends back is what it once read.
		self.update({field: before.get(field) for field in JEJAK})
		if before.keadaan != DISIAPKAN:
			frappe.throw(
				_("Ekspedisi berstatus {0} tidak dapat diubah lagi.").format(frappe.bold(_(before.keadaan))),
				EkspedisiTetapError,
				title=_("Ekspedisi tetap"),
			)

	def set_caraka(self):
		pegawai = frappe.db.get_value("Pegawai", self.caraka, ["nama_lengkap", "user", "aktif"], as_dict=True)
		if not pegawai or not pegawai.aktif or not _is_caraka(pegawai.user):
			frappe.throw(
				_(
					"{0} belum dapat membawa surat: akunnya tidak ada, ditutup, atau belum berperan Caraka. Minta Pengelola E-Office memberi peran Caraka pada akunnya."
				).format(frappe.bold(pegawai.nama_lengkap if pegawai else self.caraka)),
				BukanCarakaError,
				title=_("Bukan caraka"),
			)
		self.nama_caraka, self.akun_caraka = pegawai.nama_lengkap, pegawai.user


def _is_caraka(user: str | None) -> bool:
	if not user or not frappe.db.get_value("User", user, "enabled"):
		return False
	return PERAN_CARAKA in frappe.get_roles(user)
