import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import getdate, now_datetime, nowdate

from eoffice_app.exceptions import BukanPemangkuError, TransisiTidakSahError
from eoffice_app.hak_akses.akses_surat import refresh_akses
from eoffice_app.hak_akses.dokumen import DokumenSurat
from eoffice_app.organisasi.jabatan import name_post
from eoffice_app.organisasi.pemangku import require_holder
from eoffice_app.pencarian.antrean import queue_letter
from eoffice_app.persuratan.alur_kerja import enter_when_offered
from eoffice_app.persuratan.disposisi.penerima import check_penerima, find_induk
from eoffice_app.persuratan.disposisi.pohon import announce_change, read_branches
from eoffice_app.persuratan.giliran import take_surat
from eoffice_app.persuratan.keadaan import (
	DIDISPOSISIKAN,
	DISPOSISI_DIBACA,
	DISPOSISI_DILAPORKAN,
	DISPOSISI_DITARIK,
	DISPOSISI_DITINDAKLANJUTI,
	DISPOSISI_SELESAI,
	DISPOSISI_TERKIRIM,
	DISPOSISI_TERTUTUP,
	KEADAAN_DAPAT_DIUBAH,
	KEADAAN_TUNTAS,
	PENANGGUNG_JAWAB,
)
from eoffice_app.persuratan.surat_masuk.tenggat import set_jam_disposisi

LANGKAH_SAH = {
	DISPOSISI_TERKIRIM: (
		DISPOSISI_DIBACA,
		DISPOSISI_DITINDAKLANJUTI,
		DISPOSISI_DILAPORKAN,
		DISPOSISI_SELESAI,
		DISPOSISI_DITARIK,
	),
	DISPOSISI_DIBACA: (DISPOSISI_DITINDAKLANJUTI, DISPOSISI_DILAPORKAN, DISPOSISI_SELESAI),
	DISPOSISI_DITINDAKLANJUTI: (DISPOSISI_DILAPORKAN, DISPOSISI_SELESAI),
	# Accepted, or returned to the one who reported.
	DISPOSISI_DILAPORKAN: (DISPOSISI_SELESAI, DISPOSISI_DIBACA, DISPOSISI_DITINDAKLANJUTI),
}
# What happens to a disposisi later: nobody brings it along with a new one.
PERJALANAN = (
	"dibaca_pada",
	"ditarik_pada",
	"umpan_balik",
	"umpan_balik_pada",
	"nama_pelapor",
	"sebagai_pelapor",
	"diterima_pada",
	"nama_penerima_laporan",
	"catatan_pengembalian",
)


class DisposisiGandaError(frappe.ValidationError):
	"""A second open disposisi from one post to the same post on one letter."""


class DisposisiTidakLengkapError(frappe.ValidationError):
	"""A disposisi that tells nobody anything, or sets a deadline that has passed."""


class Disposisi(DokumenSurat):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from eoffice_app.persuratan.doctype.lampiran_umpan_balik.lampiran_umpan_balik import (
			LampiranUmpanBalik,
		)
		from eoffice_app.persuratan.doctype.pilihan_instruksi.pilihan_instruksi import PilihanInstruksi

		alasan_langsung: DF.SmallText | None
		batas_waktu: DF.Date | None
		catatan: DF.SmallText | None
		catatan_pengembalian: DF.SmallText | None
		dari: DF.Link
		dibaca_pada: DF.Datetime | None
		disposisi_induk: DF.Link | None
		ditarik_pada: DF.Datetime | None
		diterima_pada: DF.Datetime | None
		ditulis_pada: DF.Datetime | None
		instruksi: DF.TableMultiSelect[PilihanInstruksi] | None
		jabatan_penerima: DF.Data | None
		jumlah_pengingat: DF.Int
		kepada: DF.Link
		kirim_langsung: DF.Check
		lampiran: DF.Table[LampiranUmpanBalik]
		mewakili: DF.Data | None
		nama_pelapor: DF.Data | None
		nama_penerima_laporan: DF.Data | None
		nama_penulis: DF.Data | None
		nip_penulis: DF.Data | None
		pangkat_penulis: DF.Data | None
		pengingat_berikut: DF.Datetime | None
		penulis: DF.Link | None
		peran_penerima: DF.Literal["Penanggung Jawab", "Membantu"]
		perihal: DF.SmallText | None
		perlu_jawaban: DF.Check
		sebagai: DF.Data | None
		sebagai_pelapor: DF.Data | None
		sifat: DF.Literal["Biasa", "Terbatas", "Rahasia", "Sangat Rahasia"]
		status: DF.Literal["Terkirim", "Dibaca", "Ditindaklanjuti", "Dilaporkan", "Selesai", "Ditarik"]
		surat_masuk: DF.Link
		umpan_balik: DF.SmallText | None
		umpan_balik_pada: DF.Datetime | None
	# end: auto-generated types

	def before_insert(self):
		surat = take_surat(self.surat_masuk)
		self.validate_state(surat)
		self.set_induk(surat)
		self.set_penulis()
		self.validate_kepada()
		self.validate_isi()
		self.update(dict.fromkeys(PERJALANAN))
		self.set("lampiran", [])
		self.status = DISPOSISI_TERKIRIM
		self.sifat = self.sifat or surat.sifat
		self.peran_penerima = self.peran_penerima or PENANGGUNG_JAWAB
		self.perihal = surat.perihal

	def validate(self):
		before = self.get_doc_before_save()
		if before and before.status != self.status and self.status not in LANGKAH_SAH.get(before.status, ()):
			frappe.throw(
				_("Disposisi yang sudah {0} tidak dapat menjadi {1}.").format(before.status, self.status),
				TransisiTidakSahError,
				title=_("Status disposisi tidak dapat diubah"),
			)
		set_jam_disposisi(self)

	def on_update(self):
		if self.flags.in_insert:
			self.mark_induk()
		self.count_branches()
		if self.flags.in_insert:
			self.move_letter()
		announce_change(self.surat_masuk)
		# Its note and the report on it are searched.
		queue_letter(self.surat_masuk)

	def on_trash(self):
		if not frappe.flags.in_uninstall:
			frappe.throw(
				_("Disposisi tidak dapat dihapus. Tarik disposisi ini selama belum dibaca."),
				TransisiTidakSahError,
				title=_("Disposisi tidak dapat dihapus"),
			)

	def validate_state(self, surat: Document):
		if surat.workflow_state in (*KEADAAN_DAPAT_DIUBAH, *KEADAAN_TUNTAS):
			frappe.throw(
				_("Surat berstatus {0} tidak dapat didisposisikan.").format(
					frappe.bold(surat.workflow_state)
				),
				TransisiTidakSahError,
				title=_("Belum atau tidak lagi dapat didisposisikan"),
			)

	def set_induk(self, surat: Document):
		self.disposisi_induk = find_induk(surat, self.dari)
		if not self.disposisi_induk and self.dari != surat.tujuan:
			frappe.throw(
				_("Surat ini tidak dialamatkan dan tidak didisposisikan kepada jabatan Anda."),
				BukanPemangkuError,
				title=_("Tidak berwenang"),
			)

	def get_penulis(self) -> frappe._dict:
		holder = require_holder(self.dari)
		if holder.user != frappe.session.user:
			frappe.throw(
				_("Hari ini jabatan {0} dipangku oleh {1}. Hanya pemangkunya yang menulis disposisi.").format(
					frappe.bold(holder.nama_jabatan), holder.nama_lengkap
				),
				BukanPemangkuError,
				title=_("Tidak berwenang"),
			)
		return holder

	def validate_kepada(self):
		check_penerima(self.dari, self.kepada, self.disposisi_induk)
		# The sheet calls the post what it was called on that day.
		self.jabatan_penerima = name_post(self.kepada)
		if frappe.db.exists(
			"Disposisi",
			{
				"surat_masuk": self.surat_masuk,
				"dari": self.dari,
				"kepada": self.kepada,
				"status": ["not in", DISPOSISI_TERTUTUP],
			},
		):
			frappe.throw(
				_("{0} sudah menerima disposisi Anda atas surat ini dan belum menyelesaikannya.").format(
					frappe.bold(self.jabatan_penerima)
				),
				DisposisiGandaError,
				title=_("Sudah didisposisikan"),
			)

	def validate_isi(self):
		if not (self.instruksi or (self.catatan or "").strip() or self.kirim_langsung):
			frappe.throw(
				_("Pilih paling sedikit satu instruksi, atau tulis catatan."),
				DisposisiTidakLengkapError,
				title=_("Disposisi belum lengkap"),
			)
		if self.batas_waktu and getdate(self.batas_waktu) < getdate(nowdate()):
			frappe.throw(
				_("Batas waktu {0} sudah lewat. Pilih hari ini atau sesudahnya.").format(
					frappe.format(getdate(self.batas_waktu), "Date")
				),
				DisposisiTidakLengkapError,
				title=_("Batas waktu sudah lewat"),
			)

	def set_penulis(self):
		# Only `kirim_langsung` writes in the name of another: flags never come from outside.
		self.kirim_langsung = int(bool(self.flags.pengirim_langsung))
		if not self.kirim_langsung:
			self.alasan_langsung = None
		penulis = self.flags.pengirim_langsung or self.get_penulis()
		# The sheet shows the writer as he was on that day, whatever post or rank he has later.
		self.penulis = penulis.pegawai
		self.sebagai = penulis.sebagai
		self.mewakili = penulis.get("mewakili")
		self.nama_penulis = penulis.nama_lengkap
		self.pangkat_penulis = " / ".join(part for part in (penulis.pangkat, penulis.golongan) if part)
		self.nip_penulis = penulis.nip
		self.ditulis_pada = self.ditulis_pada or now_datetime()

	def mark_induk(self):
		if not self.disposisi_induk:
			return
		induk = frappe.get_doc("Disposisi", self.disposisi_induk)
		if induk.status not in (DISPOSISI_TERKIRIM, DISPOSISI_DIBACA):
			return
		induk.dibaca_pada = induk.dibaca_pada or now_datetime()
		# One that needs no report is done when read, whatever its recipient makes of it.
		induk.status = DISPOSISI_DITINDAKLANJUTI if induk.perlu_jawaban else DISPOSISI_SELESAI
		induk.save(ignore_permissions=True)

	def count_branches(self):
		jumlah, terbuka = read_branches(self.surat_masuk)
		frappe.db.set_value(
			"Surat Masuk",
			self.surat_masuk,
			{"jumlah_disposisi": jumlah, "cabang_terbuka": terbuka},
			update_modified=False,
		)

	def move_letter(self):
		# A letter sent directly still waits for its addressee.
		if self.kirim_langsung or not enter_when_offered(self.surat_masuk, DIDISPOSISIKAN):
			refresh_akses(frappe.get_doc("Surat Masuk", self.surat_masuk))


def on_doctype_update():
	# The inbox of a post: what waits, nearest deadline first.
	frappe.db.add_index("Disposisi", ["kepada", "status", "batas_waktu"])
