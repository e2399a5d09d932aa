import frappe
from frappe import _
from frappe.utils import now_datetime

from eoffice_app.exceptions import RiwayatTetapError
from eoffice_app.hak_akses.akses_pengajuan import refresh_akses_pengajuan
from eoffice_app.hak_akses.dokumen import DokumenSurat
from eoffice_app.loket.keadaan import BARU, BELUM_DISORTIR
from eoffice_app.penomoran.penghitung import allocate_number
from eoffice_app.persuratan.surat_masuk.kode_status import fingerprint, make_code

# What an operator fills in himself; all else is the sender's, or changes through an act.
DAPAT_DIUBAH = ("instansi", "tujuan_jabatan", "perlu_cetak")
BUKAN_ISI = {"modified", "modified_by", *DAPAT_DIUBAH}


class PengajuanSurat(DokumenSurat):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from eoffice_app.persuratan.doctype.berkas_pengajuan.berkas_pengajuan import BerkasPengajuan

		alasan: DF.SmallText | None
		asal: DF.Literal["Formulir Web", "Surat Elektronik", "Sanapati", "Portal"]
		berkas: DF.Table[BerkasPengajuan]
		dikirim_pada: DF.Datetime | None
		diterima_pada: DF.Datetime | None
		instansi: DF.Link | None
		instansi_pengirim: DF.Data | None
		isi: DF.LongText | None
		isian: DF.JSON | None
		kabar: DF.Data | None
		keadaan: DF.Literal["Baru", "Diterima", "Dikembalikan"]
		kode_sidik: DF.Data | None
		kotak_masuk: DF.Link | None
		kunci_kirim: DF.Data | None
		layanan: DF.Link | None
		message_id: DF.Data | None
		nama_pengirim: DF.Data | None
		nomor_bukti: DF.Data | None
		nomor_surat: DF.Data | None
		otomatis: DF.Check
		perihal: DF.SmallText | None
		perlu_cetak: DF.Literal["Belum Disortir", "Perlu Dicetak", "Tidak Dicetak"]
		rahasia: DF.Check
		surat_masuk: DF.Link | None
		surel: DF.Data | None
		tanggal_surat: DF.Date | None
		telepon: DF.Data | None
		tujuan: DF.Data | None
		tujuan_jabatan: DF.Link | None
		utas: DF.Data | None
	# end: auto-generated types

	def before_insert(self):
		self.update({"keadaan": BARU, "perlu_cetak": BELUM_DISORTIR, "diterima_pada": now_datetime()})
		self.update(dict.fromkeys(("nomor_bukti", "surat_masuk", "alasan", "kabar")))

	def validate(self):
		if self.is_new():
			# By the hash that is the name; the code itself is never kept.
			self.kode_sidik = fingerprint(make_code(self.name))
		elif not self.flags.langkah:
			self.keep_what_was_sent()

	def on_update(self):
		refresh_akses_pengajuan(self)

	def on_change(self):
		# Frappe's last call of a save, so that the counter is locked for as short a time as can be.
		if not self.nomor_bukti:
			tahun = self.diterima_pada.year
			self.nomor_bukti = f"PL-{allocate_number(f'PL/{tahun}'):06}/{tahun}"
			frappe.db.set_value(
				self.doctype, self.name, "nomor_bukti", self.nomor_bukti, update_modified=False
			)

	def on_trash(self):
		if not frappe.flags.in_uninstall:
			frappe.throw(
				_("Pengajuan yang sudah bernomor bukti tidak dapat dihapus. Kembalikan pengajuan ini."),
				RiwayatTetapError,
				title=_("Pengajuan tidak dapat dihapus"),
			)

	def keep_what_was_sent(self):
		# What a client sends back of the rest is what it once read.
		before = self.get_doc_before_save()
		kept = {field.fieldname for field in self.meta.fields} - BUKAN_ISI
		self.update({field: before.get(field) for field in kept})

	def get_sifat(self) -> str:
		# Nobody has said yet what kind of letter it is: it is announced to those alone who may read it.
		return ""


def on_doctype_update():
	# The same mail fetched twice is one.
	frappe.db.add_unique(
		"Pengajuan Surat", ["kotak_masuk", "message_id"], constraint_name="satu_surat_elektronik"
	)
