from datetime import date

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.model.workflow import apply_workflow
from frappe.utils import format_datetime, formatdate, get_datetime, getdate, now_datetime, nowdate

from eoffice_app.exceptions import NomorTerkunciError
from eoffice_app.hak_akses.akses_surat import refresh_akses
from eoffice_app.hak_akses.dokumen import DokumenSurat
from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.organisasi.jabatan import require_open
from eoffice_app.organisasi.operator import find_registering_unit
from eoffice_app.organisasi.pemangku import list_posts_of_user
from eoffice_app.persuratan.berkas.gabung_scan import queue_merging, set_merging_state
from eoffice_app.persuratan.berkas.scan import attach_scan, validate_scan
from eoffice_app.persuratan.disposisi.agenda_pimpinan import follow_invitation, warn_of_clash
from eoffice_app.persuratan.doctype.agenda.agenda import enter_in_agenda, follow_letter
from eoffice_app.persuratan.keadaan import DITERIMA, KEADAAN_DAPAT_DIUBAH, KEADAAN_DITUTUP
from eoffice_app.persuratan.surat_masuk.buku import validate_buku
from eoffice_app.persuratan.surat_masuk.kode_status import set_fingerprint
from eoffice_app.persuratan.surat_masuk.paraf import tell_sekretaris
from eoffice_app.persuratan.surat_masuk.tenggat import set_jam_surat, tell_tujuan
from eoffice_app.persuratan.surat_masuk.transisi import check_transition
from eoffice_app.persuratan.surat_masuk.verifikasi import keep_hasil, store_hasil
from eoffice_app.pindai.pembacaan import follow_scan

ISI_SURAT = (
	"tanggal_terima",
	"saluran",
	"pengirim",
	"nomor_surat",
	"tanggal_surat",
	"perihal",
	"tujuan",
	"sifat",
	"derajat",
	"lampiran",
	"undangan",
	"acara_mulai",
	"acara_selesai",
	"acara_tempat",
)
PENENTU_NOMOR = ("nomor_agenda", "buku", "unit_penerima")
HITUNGAN = (
	"jumlah_disposisi",
	"cabang_terbuka",
	"tanpa_disposisi",
	"catatan_tanpa_disposisi",
	"paraf_sebagai",
	"paraf_nama",
	"paraf_pada",
	"paraf_catatan",
)
JEJAK_KEADAAN = ("keadaan_sejak", "keadaan_oleh", "keadaan_oleh_sebagai")
TINDAKAN_BERALASAN = ("Kembalikan", "Tolak", "Batalkan")
# By what Rekapitulasi divides letters, in as few indexes as the database's longest key allows.
PEMBAGIAN = (("sifat", "derajat", "saluran", "unit_penerima"), ("klasifikasi", "tujuan", "pengirim"))


class TanggalSuratError(frappe.ValidationError):
	"""Dates that cannot be: a letter from the future, or received before it was written."""


class SuratTerkunciError(frappe.ValidationError):
	"""A change to what officials have already acted on."""


class SuratMasuk(DokumenSurat):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from eoffice_app.persuratan.doctype.hasil_verifikasi.hasil_verifikasi import HasilVerifikasi
		from eoffice_app.persuratan.doctype.scan_surat.scan_surat import ScanSurat

		acara_mulai: DF.Datetime | None
		acara_selesai: DF.Datetime | None
		acara_tempat: DF.Data | None
		alasan: DF.SmallText | None
		berkas_gabungan: DF.Data | None
		buku: DF.Link
		cabang_terbuka: DF.Int
		catatan_tanpa_disposisi: DF.SmallText | None
		derajat: DF.Link
		dieskalasi_kepada: DF.Link | None
		dieskalasi_pada: DF.Datetime | None
		gabungan_dicoba_pada: DF.Datetime | None
		gabungan_percobaan: DF.Int
		galat_gabungan: DF.SmallText | None
		hasil_verifikasi: DF.Table[HasilVerifikasi]
		jumlah_disposisi: DF.Int
		jumlah_pengingat: DF.Int
		keadaan_gabungan: DF.Literal["", "Menunggu", "Selesai", "Gagal"]
		keadaan_oleh: DF.Link | None
		keadaan_oleh_sebagai: DF.Data | None
		keadaan_sejak: DF.Datetime | None
		keterangan: DF.SmallText | None
		klasifikasi: DF.Link | None
		lampiran: DF.Data | None
		menunggu_sejak: DF.Datetime | None
		nama_tujuan: DF.Data | None
		nomor_agenda: DF.Data | None
		nomor_surat: DF.Data | None
		paraf_catatan: DF.SmallText | None
		paraf_nama: DF.Data | None
		paraf_pada: DF.Datetime | None
		paraf_sebagai: DF.Data | None
		pengingat_berikut: DF.Datetime | None
		pengiriman_asal: DF.Link | None
		pengirim: DF.Link
		perihal: DF.SmallText
		saluran: DF.Link
		scan: DF.Table[ScanSurat]
		sifat: DF.Literal["Biasa", "Terbatas", "Rahasia", "Sangat Rahasia"]
		sidik_kode_status: DF.Data | None
		tanggal_surat: DF.Date
		tanggal_terima: DF.Datetime
		tanpa_disposisi: DF.Check
		tenggat: DF.Datetime | None
		tujuan: DF.Link
		undangan: DF.Check
		unit_penerima: DF.Link | None
		workflow_state: DF.Link | None
	# end: auto-generated types

	def before_insert(self):
		self.update(dict.fromkeys(("nomor_agenda", "alasan", *HITUNGAN, *JEJAK_KEADAAN)))
		# Only the delivery itself says that a letter came by it.
		self.pengiriman_asal = self.flags.pengiriman_asal
		self.set_unit_penerima()

	def validate(self):
		keep_hasil(self)
		if self.is_new():
			validate_buku(self)
		self.set_tujuan()
		self.validate_tanggal()
		self.validate_acara()
		self.validate_locked()
		self.validate_state()
		set_jam_surat(self)
		validate_scan(self)
		set_merging_state(self)
		set_fingerprint(self)

	def after_insert(self):
		self.close_workflow_action()
		self.warn_of_duplicates()

	def on_update(self):
		attach_scan(self)
		queue_merging(self)
		follow_scan(self)
		refresh_akses(self)
		if not self.flags.in_insert:
			follow_letter(self)
			tell_tujuan(self)
			tell_sekretaris(self)
			if self.undangan or self.has_value_changed("undangan"):
				follow_invitation(self)

	def on_change(self):
		# Frappe's last call of a save, so that the counter is locked for as short a time as can be.
		if not self.nomor_agenda:
			self.nomor_agenda = enter_in_agenda(self)
			frappe.db.sql(
				"update `tabSurat Masuk` set nomor_agenda = %s where name = %s",
				(self.nomor_agenda, self.name),
			)

	def on_trash(self):
		if not frappe.flags.in_uninstall:
			frappe.throw(
				_(
					"Surat yang sudah bernomor agenda tidak dapat dihapus. Batalkan surat ini; nomornya tetap di buku."
				),
				NomorTerkunciError,
				title=_("Nomor agenda terkunci"),
			)

	def set_unit_penerima(self):
		self.unit_penerima = find_registering_unit(frappe.session.user, self.sifat)

	def validate_acara(self):
		if self.acara_mulai and self.acara_selesai and self.is_changed(("acara_mulai", "acara_selesai")):
			if get_datetime(self.acara_selesai) <= get_datetime(self.acara_mulai):
				self.refuse_tanggal(_("Acara tidak mungkin selesai sebelum mulai. Periksa waktu acara."))
		if self.undangan:
			warn_of_clash(self)

	def set_tujuan(self):
		before = self.get_doc_before_save()
		if before and before.tujuan == self.tujuan:
			self.nama_tujuan = before.nama_tujuan
			return
		# Papers show the post as it was called when the letter was addressed to it.
		self.nama_tujuan = require_open(self.tujuan)

	def validate_tanggal(self):
		if getdate(self.tanggal_surat) > getdate(nowdate()):
			self.refuse_tanggal(
				_("Tanggal surat {0} belum terjadi. Periksa tanggal pada surat.").format(
					formatdate(self.tanggal_surat)
				)
			)
		if getdate(self.tanggal_terima) < getdate(self.tanggal_surat):
			self.refuse_tanggal(
				_("Surat bertanggal {0} tidak mungkin diterima pada {1}. Periksa kedua tanggal itu.").format(
					formatdate(self.tanggal_surat), formatdate(self.tanggal_terima)
				)
			)
		if getdate(self.tanggal_terima) > getdate(nowdate()):
			self.refuse_tanggal(
				_("Tanggal terima {0} belum terjadi. Isi saat surat benar-benar diterima.").format(
					format_datetime(self.tanggal_terima)
				)
			)

	def refuse_tanggal(self, message: str):
		frappe.throw(message, TanggalSuratError, title=_("Tanggal tidak benar"))

	def validate_locked(self):
		before = self.get_doc_before_save()
		if not before:
			return
		# Only what officials do counts; what a client sends back is what it once read.
		self.update({field: before.get(field) for field in (*HITUNGAN, *JEJAK_KEADAAN, "pengiriman_asal")})
		if self.is_changed(PENENTU_NOMOR) or self.is_year_changed(before):
			frappe.throw(
				_(
					"Nomor agenda {0} sudah diberikan: nomor, buku, unit dan tahun terima tidak dapat diubah lagi."
				).format(frappe.bold(before.nomor_agenda)),
				NomorTerkunciError,
				title=_("Nomor agenda terkunci"),
			)
		if before.workflow_state not in KEADAAN_DAPAT_DIUBAH and (
			self.is_changed(ISI_SURAT) or self.list_berkas() != before.list_berkas()
		):
			frappe.throw(
				_(
					"Isi surat berstatus {0} tidak dapat diubah lagi, karena pejabat sudah menerimanya."
				).format(frappe.bold(before.workflow_state)),
				SuratTerkunciError,
				title=_("Surat terkunci"),
			)

	def is_changed(self, fields: tuple) -> bool:
		return any(self.has_value_changed(field) for field in fields)

	def is_year_changed(self, before: Document) -> bool:
		return get_datetime(self.tanggal_terima).year != get_datetime(before.tanggal_terima).year

	def list_berkas(self) -> list[str]:
		return [row.berkas for row in self.scan]

	def validate_state(self):
		before = self.get_doc_before_save()
		previous = before.workflow_state if before else None
		self.workflow_state = self.workflow_state or previous or DITERIMA
		if self.workflow_state != previous:
			check_transition(self, previous, self.workflow_state)
			self.set_keadaan()
		if self.workflow_state not in KEADAAN_DITUTUP:
			self.alasan = None

	def set_keadaan(self):
		# Papers and callers are told since when a letter is where it is, and who brought it there.
		# A new letter is brought by who registers it, whom its owner names already.
		held = [] if self.is_new() else list_posts_of_user(frappe.session.user)
		self.keadaan_sejak = now_datetime()
		self.keadaan_oleh = held[0].pegawai if held else None
		self.keadaan_oleh_sebagai = held[0].sebagai if held else None

	def close_workflow_action(self):
		# Frappe lists for each new document who may do what next, transition by transition, a third of the time of a
		# registration; we show that on the letter and never from this list. It stops where it finds its entry done.
		frappe.get_doc(
			{
				"doctype": "Workflow Action",
				"name": frappe.generate_hash(length=10),
				"reference_doctype": self.doctype,
				"reference_name": self.name,
				"workflow_state": self.workflow_state,
				"status": "Completed",
			}
		).db_insert()

	def warn_of_duplicates(self):
		found = find_duplicates(self.pengirim, self.nomor_surat, self.tanggal_surat, self.name)
		if found:
			frappe.msgprint(
				_(
					"Surat dengan pengirim, nomor dan tanggal yang sama sudah terdaftar pada agenda {0}."
				).format(", ".join(frappe.bold(row.nomor_agenda) for row in found)),
				title=_("Mungkin surat ganda"),
				indicator="orange",
			)


@frappe.whitelist()
def find_duplicates(
	pengirim: str | None = None,
	nomor_surat: str | None = None,
	tanggal_surat: str | date | None = None,
	kecuali: str | None = None,
) -> list[dict]:
	"""Return the registered letters with the same sender, number and date, of those the user may see.

	:param kecuali: name of a letter to leave out
	:return: at most 5 dicts of `name`, `nomor_agenda`, `tanggal_terima`, `perihal`; none while a value is missing
	"""
	if not (pengirim and nomor_surat and tanggal_surat):
		return []
	# One probe of the index answers for nearly every letter; only then is it asked who may see what was found.
	found = frappe.db.sql_list(
		"""
		select name from `tabSurat Masuk`
		where pengirim = %s and nomor_surat = %s and tanggal_surat = %s and name != %s
		order by tanggal_terima desc
		""",
		(pengirim, nomor_surat, getdate(tanggal_surat), kecuali or ""),
	)
	if not found:
		return []
	return frappe.get_list(
		"Surat Masuk",
		filters={"name": ["in", found]},
		fields=["name", "nomor_agenda", "tanggal_terima", "perihal"],
		order_by="tanggal_terima desc",
		limit=5,
	)


@frappe.whitelist(methods=["POST"])
def close_with_reason(surat_masuk: str, action: str, alasan: str, hasil: list | str | None = None) -> None:
	"""Return, refuse or cancel a letter together with the reason, in one transaction.

	:param action: workflow action, one of TINDAKAN_BERALASAN
	:param alasan: what the sender will read
	:param hasil: what the verifikator found, see `verify_surat`; what was found before stays when left out
	:raises frappe.DoesNotExistError: a letter that is not there or not for this user
	:raises TransisiTidakSahError: see `check_transition`
	"""
	if action not in TINDAKAN_BERALASAN:
		frappe.throw(_("Tindakan {0} tidak dikenal.").format(frappe.bold(frappe.utils.escape_html(action))))
	surat = get_visible_surat(surat_masuk)
	surat.check_permission("write")
	if hasil:
		store_hasil(surat, hasil)
	# apply_workflow reads the letter anew, so the reason has to be in the database before it.
	frappe.db.set_value("Surat Masuk", surat.name, "alasan", alasan.strip())
	apply_workflow(surat, action)


def on_doctype_update():
	# find_duplicates asks for these three together.
	frappe.db.add_index("Surat Masuk", ["pengirim", "nomor_surat(40)", "tanggal_surat"])
	# The latest letters of a sender, see `get_last_particulars`.
	frappe.db.add_index("Surat Masuk", ["pengirim", "tanggal_terima"])
	# A year of letters is counted from these alone, without reading one.
	for number, columns in enumerate(PEMBAGIAN, 1):
		frappe.db.add_index(
			"Surat Masuk", ["tanggal_terima", "workflow_state", *columns], f"rekapitulasi_{number}"
		)
