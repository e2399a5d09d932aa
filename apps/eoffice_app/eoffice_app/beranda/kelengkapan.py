"""What an office still lacks, read from what it has entered and not from what somebody has clicked."""

from datetime import date

import frappe
from frappe import _
from frappe.utils import getdate, nowdate

from eoffice_app.penomoran.deret import TANPA_PERIODE
from eoffice_app.persuratan.pemberitahuan.pengirim import has_outgoing_mail

KOLOM_KOP = ("nama_pemerintah", "nama_instansi", "alamat", "kota", "logo")
KOLOM_ALUR = ("jabatan_pimpinan", "jabatan_sekretaris")
# Without the first three no letter goes from the mail to the head and down, without the last nobody sets up the system.
PERAN_PERLU = ("Operator Surat", "Verifikator", "Pimpinan", "System Manager")
# As many names as fit into a line.
DISEBUT = 5


def list_lowong(tanggal: date) -> list[str]:
	"""Return the names of the active posts that nobody holds on a day, in the order of the tree."""
	return frappe.db.sql_list(
		"""
		select jabatan.name from `tabJabatan` jabatan
		left join `tabPemangku Jabatan` pemangku on pemangku.jabatan = jabatan.name
			and pemangku.mulai <= %(tanggal)s and (pemangku.sampai is null or pemangku.sampai >= %(tanggal)s)
		where jabatan.aktif = 1 and pemangku.name is null order by jabatan.lft asc
		""",
		{"tanggal": tanggal},
	)


def find_missing_kop() -> list[str]:
	"""Return what the letter head lacks, as sentences; nothing when it is complete. So do all functions below."""
	return _find_empty(KOLOM_KOP)


def find_missing_organisasi() -> list[str]:
	"""Return whether there are units and posts."""
	missing = []
	if not frappe.db.exists("Unit Kerja", {"aktif": 1}):
		missing.append(_("Belum ada Unit Kerja."))
	if not frappe.db.exists("Jabatan", {"aktif": 1}):
		missing.append(_("Belum ada Jabatan."))
	return missing


def find_missing_pejabat() -> list[str]:
	"""Return which posts nobody holds, and whom nothing reaches for want of an account."""
	if not frappe.db.exists("Pegawai", {"aktif": 1}):
		return [_("Belum ada Pegawai.")]
	missing = []
	if lowong := list_lowong(getdate(nowdate())):
		missing.append(_("Jabatan tanpa pemangku: {0}.").format(_name_some(lowong)))
	without = frappe.db.count("Pegawai", {"aktif": 1, "user": ["is", "not set"]})
	if without:
		missing.append(_("Pegawai tanpa akun: {0} orang.").format(without))
	return missing


def find_missing_peran() -> list[str]:
	"""Return which roles of the way of a letter no account has."""
	return [
		_("Belum ada akun berperan {0}.").format(_(peran))
		for peran in PERAN_PERLU
		if not set(frappe.get_all("Has Role", {"role": peran, "parenttype": "User"}, pluck="parent"))
		& set(frappe.get_all("User", {"enabled": 1}, pluck="name"))
	]


def find_missing_alur() -> list[str]:
	"""Return whether the office has said which post is its head and which its secretary."""
	return _find_empty(KOLOM_ALUR)


def find_missing_buku() -> list[str]:
	"""Return whether it is settled with which number the books of this year begin: a letter is entered, or a number said."""
	tahun = getdate(nowdate()).year
	settled = frappe.db.exists("Buku Agenda", {"tahun_lanjutan": tahun}) or frappe.db.exists(
		"Penghitung Nomor", {"name": ["like", f"Agenda%/{tahun}"], "nilai": [">", 0]}
	)
	if settled:
		return []
	return [
		_(
			"Belum disebut nomor terakhir buku kertas tahun {0}. Bila buku dimulai dari nomor 1, lewati langkah ini."
		).format(tahun)
	]


def find_missing_deret() -> list[str]:
	"""Return whether it is settled with which number the letters of this year begin: one has a number, or it was said."""
	tahun = getdate(nowdate()).year
	settled = frappe.db.exists(
		"Lanjutan Deret", {"tahun": ["in", (tahun, TANPA_PERIODE)]}
	) or frappe.db.exists("Buku Nomor", {"periode": ["in", (tahun, TANPA_PERIODE)]})
	if settled:
		return []
	return [
		_(
			"Belum disebut nomor terakhir surat keluar di kertas tahun {0}. Bila surat keluar dimulai dari nomor 1, lewati langkah ini."
		).format(tahun)
	]


def find_missing_nomor() -> list[str]:
	"""Return which series of numbers still have the pattern they came with."""
	untouched = frappe.get_all(
		"Deret Nomor", filters={"aktif": 1}, fields=["nama_deret", "creation", "modified"]
	)
	names = [row.nama_deret for row in untouched if row.modified == row.creation]
	if not names:
		return []
	return [_("Masih berpola bawaan: {0}. Bila sudah cocok, lewati langkah ini.").format(_name_some(names))]


def find_missing_surel() -> list[str]:
	"""Return whether the office can send e-mail."""
	if has_outgoing_mail():
		return []
	return [
		_("Belum ada Akun Email untuk mengirim: pemberitahuan hanya berbunyi di lonceng, tidak lewat surel.")
	]


def _find_empty(fields: tuple[str, ...]) -> list[str]:
	pengaturan = frappe.get_doc("Pengaturan E-Office")
	return [
		_("{0} belum diisi.").format(_(pengaturan.meta.get_label(field)))
		for field in fields
		if not pengaturan.get(field)
	]


def _name_some(names: list[str]) -> str:
	shown = ", ".join(names[:DISEBUT])
	more = len(names) - DISEBUT
	return _("{0} dan {1} lainnya").format(shown, more) if more > 0 else shown
