import frappe
from frappe import _

from eoffice_app.exceptions import RiwayatTetapError
from eoffice_app.hak_akses.akses_keluar import refresh_akses_keluar
from eoffice_app.hak_akses.dokumen import DokumenSurat
from eoffice_app.saluran.keadaan import SANAPATI
from eoffice_app.tte.kode_verifikasi import make_kode

# One copy of a kind for each addressee: two plans of one letter at once leave one.
KUNCI_SALINAN = ("surat_keluar", "jenis_salinan", "jenis_penerima", "penerima")


class PengirimanSurat(DokumenSurat):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		alamat: DF.SmallText | None
		alamat_sanapati: DF.Data | None
		alasan: DF.SmallText | None
		antrean_surel: DF.Data | None
		batas_waktu: DF.Datetime | None
		cara: DF.Literal["", "Surel", "Sanapati", "Faks", "SRIKANDI", "Pos", "Caraka", "Internal"]
		dikirim_pada: DF.Datetime | None
		diterima_oleh: DF.Data | None
		diterima_pada: DF.Datetime | None
		ekspedisi: DF.Link | None
		faks: DF.Data | None
		foto: DF.AttachImage | None
		halaman: DF.Int
		jabatan_penerima_surat: DF.Data | None
		jenis_penerima: DF.Literal["Instansi", "Jabatan"]
		jenis_salinan: DF.Literal["Asli", "Tindasan", "Tembusan"]
		keadaan: DF.Literal["Menunggu", "Dalam Pengiriman", "Terkirim", "Tidak Terkirim", "Batal"]
		kode: DF.Data | None
		melalui: DF.Data | None
		message_id: DF.Data | None
		nama_penerima: DF.Data | None
		nomor_bukti: DF.Data | None
		nomor_surat: DF.Data | None
		operator: DF.Link | None
		penerima: DF.DynamicLink
		pengingat_berikut: DF.Datetime | None
		percobaan: DF.Int
		perihal: DF.SmallText | None
		perlu_surat_pengantar: DF.Check
		perlu_tanda_terima: DF.Check
		saluran: DF.Link | None
		sifat: DF.Literal["Biasa", "Terbatas", "Rahasia", "Sangat Rahasia"]
		surat_keluar: DF.Link
		surat_masuk: DF.Link | None
		surel: DF.Data | None
		tanda_tangan: DF.AttachImage | None
		tanggal_surat: DF.Date | None
		unit_penyusun: DF.Link | None
	# end: auto-generated types

	def before_insert(self):
		self.kode = make_kode()

	def validate(self):
		self.refuse_change(not self.flags.langkah)

	def on_update(self):
		# What goes by Sanapati is for the operator sandi to see and to send.
		before = self.get_doc_before_save()
		if SANAPATI in (self.cara, before.cara if before else None):
			refresh_akses_keluar(frappe.get_doc("Surat Keluar", self.surat_keluar))
		self.announce_to_letter()

	def announce_to_letter(self):
		# The open forms of the letter draw its deliveries and its story anew.
		frappe.publish_realtime(
			"pengiriman_berubah",
			{"surat_keluar": self.surat_keluar},
			doctype="Surat Keluar",
			docname=self.surat_keluar,
			after_commit=True,
		)

	def on_trash(self):
		self.refuse_change(not frappe.flags.in_uninstall)

	def refuse_change(self, is_refused: bool):
		if is_refused:
			frappe.throw(
				_(
					"Pengiriman hanya berubah melalui langkahnya, agar tercatat siapa mengirim apa dan kapan. Gunakan tombol pada surat atau daftar Pengiriman Surat."
				),
				RiwayatTetapError,
				title=_("Pengiriman tidak dapat diubah langsung"),
			)


def on_doctype_update():
	# The deliveries of a day, which the roll-up counts.
	frappe.db.add_index("Pengiriman Surat", ["creation"])
	frappe.db.add_unique("Pengiriman Surat", list(KUNCI_SALINAN), constraint_name="satu_salinan")
