import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.exceptions import BukanPemangkuError, PegawaiTanpaJabatanError
from eoffice_app.hak_akses.akses_keluar import refresh_akses_keluar
from eoffice_app.hak_akses.dokumen import DokumenSurat
from eoffice_app.naskah.berkas_konsep import attach_berkas, validate_berkas
from eoffice_app.naskah.siap import queue_naskah, set_naskah_state
from eoffice_app.organisasi.jabatan import list_above, name_post, require_open
from eoffice_app.organisasi.operator import may_send
from eoffice_app.organisasi.pemangku import DEFINITIF, list_posts_acted_for, list_posts_of_user
from eoffice_app.persuratan.keadaan_keluar import (
	BERALASAN,
	DI_PENYUSUN,
	KONSEP,
	MENUNGGU_PARAF,
	MENUNGGU_TANDA_TANGAN,
)
from eoffice_app.persuratan.konsep.balasan import keep_membalas
from eoffice_app.persuratan.konsep.giliran import (
	find_langkah,
	list_menunggu,
	list_rantai,
	may_return_to_pemeriksa,
	require_holders,
)
from eoffice_app.persuratan.konsep.menunggu import tell_giliran
from eoffice_app.persuratan.konsep.rantai_paraf import (
	GUGUR,
	MENUNGGU,
	PIMPINAN_KANTOR,
	list_hierarki,
	list_kuasa,
	list_missing,
	list_outdated,
	list_surplus,
)
from eoffice_app.persuratan.konsep.versi_naskah import KOLOM_NASKAH, is_naskah_changed, record_version
from eoffice_app.persuratan.surat_keluar.agenda import follow_surat_keluar
from eoffice_app.persuratan.surat_keluar.langkah_tanda_tangan import describe_langkah
from eoffice_app.persuratan.surat_keluar.nomor import check_numberable
from eoffice_app.persuratan.surat_keluar.transisi import check_transition
from eoffice_app.tte.berkas_surat import refuse_other_files

PENENTU_PENANDA_TANGAN = ("jenis_naskah", "penanda_tangan", "cara_tanda_tangan")
# What the checker whose turn it is may correct himself.
KOLOM_PEMERIKSA = ("perihal", "isi", "berkas_konsep")
# What only the steps of `konsep.py` write.
JEJAK_KONSEP = ("versi", "alasan", "unit_penyusun", "menunggu_jabatan")
# What only signing and numbering write.
JEJAK_TANDA_TANGAN = (
	"tanggal_surat",
	"nomor",
	"baris_nomor",
	"kode_verifikasi",
	"penyedia",
	"penerbit_sertifikat",
	"ditandatangani_pada",
	"nama_penanda_tangan",
	"sebagai",
	"berkas_asli",
	"berkas_bertanda",
	"berkas_bernomor",
	"sha256_asli",
	"sha256_bertanda",
)
# What only the job writes that makes the PDF.
JEJAK_NASKAH = (
	"keadaan_naskah",
	"galat_naskah",
	"naskah_dicoba_pada",
	"naskah_percobaan",
	"berkas_naskah",
	"sidik_naskah",
)
JEJAK = (*JEJAK_KONSEP, *JEJAK_TANDA_TANGAN, *JEJAK_NASKAH)
TABEL_JEJAK = ("paraf", "riwayat_naskah")
# By what Rekapitulasi divides letters, in as few indexes as the database's longest key allows.
PEMBAGIAN = (("unit_penyusun", "jenis_naskah", "sifat"), ("penanda_tangan", "klasifikasi", "derajat"))
# Longer than the names of incoming letters: the access table tells letters apart by name alone.
PANJANG_NAMA = 20


class NaskahTerkunciError(frappe.ValidationError):
	"""A change to a text that is with its checkers or signer."""


class PenandaTanganTidakBerwenangError(frappe.ValidationError):
	"""A signer who may not sign this kind of naskah."""


class SuratKeluarTetapError(frappe.ValidationError):
	"""An outgoing letter deleted."""


class SuratKeluar(DokumenSurat):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from eoffice_app.persuratan.doctype.koordinasi_surat_keluar.koordinasi_surat_keluar import (
			KoordinasiSuratKeluar,
		)
		from eoffice_app.persuratan.doctype.lampiran_surat_keluar.lampiran_surat_keluar import (
			LampiranSuratKeluar,
		)
		from eoffice_app.persuratan.doctype.paraf_surat_keluar.paraf_surat_keluar import ParafSuratKeluar
		from eoffice_app.persuratan.doctype.penerima_surat_keluar.penerima_surat_keluar import (
			PenerimaSuratKeluar,
		)
		from eoffice_app.persuratan.doctype.versi_naskah.versi_naskah import VersiNaskah

		alasan: DF.SmallText | None
		baris_nomor: DF.Link | None
		berkas_asli: DF.Attach | None
		berkas_bernomor: DF.Attach | None
		berkas_bertanda: DF.Attach | None
		berkas_konsep: DF.Attach | None
		berkas_naskah: DF.Attach | None
		cara_menulis: DF.Literal["Di Aplikasi", "Berkas"]
		cara_tanda_tangan: DF.Literal["Sendiri", "a.n.", "u.b."]
		derajat: DF.Link
		ditandatangani_pada: DF.Datetime | None
		galat_naskah: DF.SmallText | None
		isi: DF.TextEditor | None
		jabatan_penyusun: DF.Link | None
		jenis_naskah: DF.Link
		keadaan_naskah: DF.Literal["", "Menunggu", "Siap", "Gagal"]
		klasifikasi: DF.Link | None
		kode_verifikasi: DF.Data | None
		koordinasi: DF.TableMultiSelect[KoordinasiSuratKeluar] | None
		lampiran: DF.Data | None
		lampiran_berkas: DF.Table[LampiranSuratKeluar]
		langkah_saya: DF.Data | None
		membalas: DF.Link | None
		menunggu_jabatan: DF.Link | None
		nama_penanda_tangan: DF.Data | None
		naskah_dicoba_pada: DF.Datetime | None
		naskah_percobaan: DF.Int
		nomor: DF.Data | None
		paraf: DF.Table[ParafSuratKeluar]
		penanda_tangan: DF.Link
		penerbit_sertifikat: DF.Data | None
		penyedia: DF.Literal["", "Basah", "Lokal", "BSrE"]
		perihal: DF.SmallText
		riwayat_naskah: DF.Table[VersiNaskah]
		sebagai: DF.Data | None
		sha256_asli: DF.Data | None
		sha256_bertanda: DF.Data | None
		sidik_naskah: DF.Data | None
		sifat: DF.Literal["Biasa", "Terbatas", "Rahasia", "Sangat Rahasia"]
		tanggal_surat: DF.Date | None
		tembusan: DF.Table[PenerimaSuratKeluar]
		tujuan: DF.Table[PenerimaSuratKeluar]
		unit_penyusun: DF.Link | None
		versi: DF.Int
		workflow_state: DF.Link | None
	# end: auto-generated types

	@property
	def langkah_saya(self) -> str:
		"""What the letter waits for the session's user to do: a virtual field, for form and workflow."""
		return "" if self.is_new() else find_langkah(self, frappe.session.user)

	def onload(self):
		self.set_onload("tanda_tangan", describe_langkah(self, frappe.session.user))
		self.set_onload("boleh_kirim", may_send(self, frappe.session.user))
		self.set_onload("ada_pemeriksa", may_return_to_pemeriksa(self, frappe.session.user))

	def autoname(self):
		self.name = frappe.generate_hash(length=PANJANG_NAMA)

	def before_insert(self):
		self.update({**dict.fromkeys(JEJAK), "versi": 1, "workflow_state": self.workflow_state or KONSEP})
		for table in TABEL_JEJAK:
			self.set(table, [])
		self.set_penyusun()
		self.klasifikasi = self.klasifikasi or self.get_jenis().klasifikasi

	def validate(self):
		before = self.get_doc_before_save()
		if before and not self.flags.langkah:
			self.keep_jejak(before)
		keep_membalas(self, before)
		self.set_nama_penerima(before)
		validate_berkas(self)
		self.validate_locked(before)
		refuse_other_files(self, before)
		self.validate_penanda_tangan()
		self.follow_naskah(before)
		self.validate_state(before)
		self.menunggu_jabatan = next(iter(list_menunggu(self)), None)
		set_naskah_state(self)

	def validate_workflow(self):
		# Deliveries, scans and numbers move a letter by functions that know who may; nobody need be drawn for them.
		if not self.flags.di_luar_alur:
			super().validate_workflow()

	def on_update(self):
		attach_berkas(self)
		refresh_akses_keluar(self)
		tell_giliran(self)
		queue_naskah(self)
		follow_surat_keluar(self)

	def on_trash(self):
		if not frappe.flags.in_uninstall:
			frappe.throw(
				_("Konsep tidak dapat dihapus. Batalkan konsep ini; riwayatnya tetap tersimpan."),
				SuratKeluarTetapError,
				title=_("Konsep tidak dapat dihapus"),
			)

	def set_penyusun(self):
		posts = _list_own_posts()
		self.jabatan_penyusun = self.jabatan_penyusun or next(iter(posts), None)
		if not self.jabatan_penyusun:
			frappe.throw(
				_(
					"Hari ini Anda tidak memangku jabatan apa pun, sehingga konsep tidak mempunyai penyusun. Minta Pengelola E-Office mengisi Pemangku Jabatan Anda."
				),
				PegawaiTanpaJabatanError,
				title=_("Belum memangku jabatan"),
			)
		if self.jabatan_penyusun not in posts:
			frappe.throw(
				_("Hanya pemangku jabatan {0} yang dapat melakukan ini.").format(
					frappe.bold(name_post(self.jabatan_penyusun) or self.jabatan_penyusun)
				),
				BukanPemangkuError,
				title=_("Tidak berwenang"),
			)
		self.unit_penyusun = frappe.db.get_value("Jabatan", self.jabatan_penyusun, "unit_kerja")

	def get_jenis(self) -> Document:
		return frappe.get_cached_doc("Jenis Naskah", self.jenis_naskah)

	def keep_jejak(self, before: Document):
		# What a client sends back is what it once read; a reason belongs to the step that gave it.
		self.update({field: before.get(field) for field in JEJAK})
		if self.workflow_state != before.workflow_state:
			self.alasan = None
		for table in TABEL_JEJAK:
			self.set(table, [row.as_dict() for row in before.get(table)])

	def set_nama_penerima(self, before: Document | None):
		# Papers show a post or an office as it was called when the letter was addressed to it.
		known = {(row.jenis_penerima, row.penerima): row.nama_penerima for row in _list_penerima(before)}
		for row in _list_penerima(self):
			key = (row.jenis_penerima, row.penerima)
			row.nama_penerima = known.get(key) or _name_penerima(*key)

	def validate_locked(self, before: Document | None):
		if not before or before.workflow_state in DI_PENYUSUN:
			return
		locked = [field for field in (*KOLOM_NASKAH, "koordinasi") if not self.may_correct(field, before)]
		if is_naskah_changed(self, before, locked):
			frappe.throw(
				_(
					"Naskah berstatus {0} tidak dapat diubah lagi. Kembalikan konsep ini dengan catatan."
				).format(frappe.bold(_(before.workflow_state))),
				NaskahTerkunciError,
				title=_("Naskah terkunci"),
			)

	def may_correct(self, field: str, before: Document) -> bool:
		return before.workflow_state == MENUNGGU_PARAF and field in KOLOM_PEMERIKSA

	def validate_penanda_tangan(self):
		if not any(self.has_value_changed(field) for field in PENENTU_PENANDA_TANGAN):
			return
		require_open(self.penanda_tangan)
		list_hierarki(self.jabatan_penyusun, list_above(self.jabatan_penyusun), self.penanda_tangan)
		kuasa = list_kuasa(self.penanda_tangan, list_above(self.penanda_tangan), self.cara_tanda_tangan)
		pimpinan = frappe.get_cached_doc("Pengaturan E-Office").jabatan_pimpinan
		if self.get_jenis().tingkat_penanda_tangan == PIMPINAN_KANTOR and pimpinan not in (
			None,
			"",
			kuasa[0],
		):
			frappe.throw(
				_(
					"{0} ditandatangani {1}, atau pejabat di bawahnya atas namanya. Pilih penanda tangan atau cara tanda tangan lain."
				).format(frappe.bold(self.jenis_naskah), frappe.bold(name_post(pimpinan))),
				PenandaTanganTidakBerwenangError,
				title=_("Penanda tangan tidak sesuai"),
			)

	def follow_naskah(self, before: Document | None):
		if not before or not is_naskah_changed(self, before):
			return
		if any(row.versi == before.versi for row in self.riwayat_naskah):
			self.versi = before.versi + 1
		# A paraf stands for the text that was read, and for no other.
		for row in list_outdated(self.paraf, self.versi):
			row.keadaan = GUGUR
		if before.workflow_state == MENUNGGU_PARAF:
			self.arrange_paraf()

	def validate_state(self, before: Document | None):
		previous = before.workflow_state if before else None
		self.workflow_state = self.workflow_state or previous or KONSEP
		if self.workflow_state != previous:
			if previous in DI_PENYUSUN and self.workflow_state in (MENUNGGU_PARAF, MENUNGGU_TANDA_TANGAN):
				check_numberable(self)
				self.arrange_paraf()
			for state in (*(self.flags.melalui or ()), self.workflow_state):
				check_transition(self, previous, state)
				previous = state
		if self.workflow_state not in BERALASAN:
			self.alasan = None
		if self.workflow_state in (MENUNGGU_PARAF, MENUNGGU_TANDA_TANGAN):
			record_version(self)

	def arrange_paraf(self):
		"""Ask for the parafs that are missing, and let go those that the draft no longer needs."""
		rantai = list_rantai(self)
		require_holders(rantai, self.penanda_tangan)
		for row in list_surplus(self.paraf, rantai):
			row.keadaan = GUGUR
		for step in list_missing(self.paraf, rantai):
			values = {"jabatan": step.jabatan, "jenis": step.jenis, "urutan": step.urutan}
			self.append("paraf", {**values, "nama_jabatan": name_post(step.jabatan), "keadaan": MENUNGGU})


def _list_own_posts() -> list[str]:
	"""Return the posts for which the session's user acts, his own before those he only covers."""
	user = frappe.session.user
	own = {row.jabatan for row in list_posts_of_user(user) if row.jenis == DEFINITIF}
	return sorted(list_posts_acted_for(user), key=lambda jabatan: jabatan not in own)


def _list_penerima(surat: Document | None) -> list[Document]:
	return [*surat.tujuan, *surat.tembusan] if surat else []


def _name_penerima(jenis: str, penerima: str) -> str:
	if jenis == "Jabatan":
		return require_open(penerima)
	return frappe.db.get_value("Instansi", penerima, "nama_instansi")


def on_doctype_update():
	# The letters begun on a day, which the roll-up counts.
	frappe.db.add_index("Surat Keluar", ["creation"])
	# A year of letters is counted from these alone, without reading one.
	for number, columns in enumerate(PEMBAGIAN, 1):
		frappe.db.add_index(
			"Surat Keluar", ["tanggal_surat", "nomor", "workflow_state", *columns], f"rekapitulasi_{number}"
		)
