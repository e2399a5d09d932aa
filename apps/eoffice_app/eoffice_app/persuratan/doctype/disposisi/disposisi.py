import frappe
from frappe import _
from frappe.model.document import Document
from frappe.model.workflow import get_transitions
from frappe.utils import getdate, now_datetime, nowdate

from eoffice_app.exceptions import BukanPemangkuError, TransisiTidakSahError
from eoffice_app.hak_akses.akses_surat import refresh_akses
from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.organisasi.jabatan import is_below
from eoffice_app.organisasi.pemangku import holder_on, require_holder
from eoffice_app.persuratan.keadaan import (
	DIDISPOSISIKAN,
	DISPOSISI_DIBACA,
	DISPOSISI_DITARIK,
	DISPOSISI_DITINDAKLANJUTI,
	DISPOSISI_SELESAI,
	DISPOSISI_TERKIRIM,
	KEADAAN_AKHIR,
	KEADAAN_DAPAT_DIUBAH,
	SELESAI,
)
from eoffice_app.persuratan.pohon import read_branches

TERBUKA = (DISPOSISI_TERKIRIM, DISPOSISI_DIBACA, DISPOSISI_DITINDAKLANJUTI)
LANGKAH_SAH = {
	DISPOSISI_TERKIRIM: (DISPOSISI_DIBACA, DISPOSISI_DITINDAKLANJUTI, DISPOSISI_SELESAI, DISPOSISI_DITARIK),
	DISPOSISI_DIBACA: (DISPOSISI_DITINDAKLANJUTI, DISPOSISI_SELESAI),
	DISPOSISI_DITINDAKLANJUTI: (DISPOSISI_SELESAI,),
}


class BukanBawahanError(frappe.ValidationError):
	"""A disposisi to a post that is not below the writer's."""


class DisposisiGandaError(frappe.ValidationError):
	"""A second open disposisi from one post to the same post on one letter."""


class DisposisiTidakLengkapError(frappe.ValidationError):
	"""A disposisi that tells nobody anything, or sets a deadline that has passed."""


class Disposisi(Document):
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
		surat = get_visible_surat(self.surat_masuk, for_update=True)
		self.validate_state(surat)
		self.set_induk(surat)
		self.validate_penulis()
		self.validate_kepada()
		self.validate_isi()
		self.set_penulis()
		self.status = DISPOSISI_TERKIRIM
		self.sifat = self.sifat or surat.sifat
		self.perihal = surat.perihal
		self.umpan_balik = None

	def validate(self):
		before = self.get_doc_before_save()
		if before and before.status != self.status and self.status not in LANGKAH_SAH.get(before.status, ()):
			frappe.throw(
				_("Disposisi yang sudah {0} tidak dapat menjadi {1}.").format(before.status, self.status),
				TransisiTidakSahError,
				title=_("Status disposisi tidak dapat diubah"),
			)

	def on_update(self):
		if self.flags.in_insert:
			self.mark_induk()
		self.count_branches()
		if self.flags.in_insert:
			self.move_letter()
		self.publish_change()

	def on_trash(self):
		if not frappe.flags.in_uninstall:
			frappe.throw(
				_("Disposisi tidak dapat dihapus. Tarik disposisi ini selama belum dibaca."),
				TransisiTidakSahError,
				title=_("Disposisi tidak dapat dihapus"),
			)

	def validate_state(self, surat: Document):
		if surat.workflow_state in (*KEADAAN_DAPAT_DIUBAH, SELESAI, *KEADAAN_AKHIR):
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

	def validate_penulis(self):
		self._holder = require_holder(self.dari)
		if self._holder.user != frappe.session.user:
			frappe.throw(
				_("Hari ini jabatan {0} dipangku oleh {1}. Hanya pemangkunya yang menulis disposisi.").format(
					frappe.bold(self._holder.nama_jabatan), self._holder.nama_lengkap
				),
				BukanPemangkuError,
				title=_("Tidak berwenang"),
			)

	def validate_kepada(self):
		jabatan = frappe.db.get_value("Jabatan", self.kepada, ["nama_jabatan", "aktif"], as_dict=True)
		if not jabatan or not jabatan.aktif or not is_below(self.kepada, self.dari):
			frappe.throw(
				_(
					"{0} tidak berada di bawah jabatan Anda. Disposisi hanya kepada jabatan di bawahnya."
				).format(frappe.bold(jabatan.nama_jabatan if jabatan else self.kepada)),
				BukanBawahanError,
				title=_("Bukan jabatan bawahan"),
			)
		require_holder(self.kepada)
		if frappe.db.exists(
			"Disposisi",
			{
				"surat_masuk": self.surat_masuk,
				"dari": self.dari,
				"kepada": self.kepada,
				"status": ["in", TERBUKA],
			},
		):
			frappe.throw(
				_("{0} sudah menerima disposisi Anda atas surat ini dan belum menyelesaikannya.").format(
					frappe.bold(jabatan.nama_jabatan)
				),
				DisposisiGandaError,
				title=_("Sudah didisposisikan"),
			)

	def validate_isi(self):
		if not self.instruksi and not (self.catatan or "").strip():
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
		# The sheet shows the writer as he was on that day, whatever post or rank he has later.
		holder = self._holder
		self.penulis = holder.pegawai
		self.sebagai = holder.sebagai
		self.nama_penulis = holder.nama_lengkap
		self.pangkat_penulis = " / ".join(part for part in (holder.pangkat, holder.golongan) if part)
		self.nip_penulis = holder.nip
		self.ditulis_pada = self.ditulis_pada or now_datetime()

	def mark_induk(self):
		if self.disposisi_induk:
			induk = frappe.get_doc("Disposisi", self.disposisi_induk)
			if induk.status != DISPOSISI_DITINDAKLANJUTI:
				induk.dibaca_pada = induk.dibaca_pada or now_datetime()
				induk.status = DISPOSISI_DITINDAKLANJUTI
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
		surat = frappe.get_doc("Surat Masuk", self.surat_masuk)
		offered = [transition.next_state for transition in get_transitions(surat)]
		if DIDISPOSISIKAN in offered:
			surat.workflow_state = DIDISPOSISIKAN
			surat.save(ignore_permissions=True)
		else:
			refresh_akses(surat)

	def publish_change(self):
		frappe.publish_realtime(
			"pohon_disposisi_berubah",
			{"surat_masuk": self.surat_masuk},
			doctype="Surat Masuk",
			docname=self.surat_masuk,
			after_commit=True,
		)


def find_induk(surat: Document, dari: str) -> str | None:
	"""Return the open disposisi through which a letter reached a post, the latest first; None for the addressee."""
	return frappe.db.get_value(
		"Disposisi",
		{"surat_masuk": surat.name, "kepada": dari, "status": ["in", TERBUKA]},
		"name",
		order_by="ditulis_pada desc",
	)


def require_acting(jabatan: str) -> frappe._dict:
	"""Return the holder of a post today when it is the session's user.

	:raises BukanPemangkuError: somebody else holds it
	"""
	holder = holder_on(jabatan)
	if not holder or holder.user != frappe.session.user:
		frappe.throw(
			_("Hanya pemangku jabatan {0} yang dapat melakukan ini.").format(
				frappe.bold(frappe.db.get_value("Jabatan", jabatan, "nama_jabatan"))
			),
			BukanPemangkuError,
			title=_("Tidak berwenang"),
		)
	return holder


def on_doctype_update():
	# The inbox of a post: what waits, nearest deadline first.
	frappe.db.add_index("Disposisi", ["kepada", "status", "batas_waktu"])
