"""The import of the classification: first what it would do, then all of it in one transaction, or nothing."""

import frappe
from frappe import _
from frappe.utils import now

from eoffice_app.klasifikasi.baca import Butir, find_parent, read_daftar
from eoffice_app.klasifikasi.pohon import renew_tree
from eoffice_app.klasifikasi.rencana import Rencana, plan

KLASIFIKASI = "Klasifikasi Arsip"
# Nobody reads thousands of lines; the numbers say how many there are.
DITAMPILKAN = 100


class DaftarBerkesalahanError(frappe.ValidationError):
	"""A list with lines that cannot be imported."""


@frappe.whitelist(methods=["POST"])
def check_list(isi: str) -> dict:
	"""Say what importing a list would do, without doing it.

	:param isi: the file in Base64
	:return: numbers `baru`, `berbeda`, `tetap` and `salah`, and of each but the last but one the first lines: `daftar_baru`,
	        `daftar_berbeda`, `daftar_salah`
	:raises frappe.PermissionError: the user may not import the classification
	:raises DaftarTidakTerbacaError: see `read_daftar`
	"""
	_require_importing()
	return _describe(_plan(isi))


@frappe.whitelist(methods=["POST"])
def import_list(isi: str, timpa: bool | int = False) -> dict:
	"""Import a list: what is new is created; names that the office gave itself stay, unless told otherwise.

	:param timpa: take the names of the list also where the office has others
	:return: as `check_list`, of what was done
	:raises: as `check_list`, and DaftarBerkesalahanError; nothing is imported then
	"""
	_require_importing()
	# Two that import at once wait for each other; so does who moves a branch of the tree.
	frappe.db.sql(f"select name from `tab{KLASIFIKASI}` for update")
	rencana = _plan(isi)
	if rencana.kesalahan:
		frappe.throw(
			_(
				"Daftar ini mempunyai {0} kesalahan, jadi tidak satu pun baris diimpor. Perbaiki berkasnya, lalu periksa lagi."
			).format(len(rencana.kesalahan)),
			DaftarBerkesalahanError,
			title=_("Daftar belum benar"),
		)
	_insert(rencana.baru)
	if int(timpa):
		_rename([butir for butir, _nama in rencana.berbeda])
	return _describe(rencana)


def _require_importing() -> None:
	if not frappe.has_permission(KLASIFIKASI, "create"):
		frappe.throw(
			_("Hanya Pengelola E-Office yang dapat mengimpor klasifikasi. Hubungi pengelola kantor Anda."),
			frappe.PermissionError,
			title=_("Tidak diizinkan"),
		)


def _plan(isi: str) -> Rencana:
	ada = dict(frappe.get_all(KLASIFIKASI, fields=["name", "uraian"], as_list=True))
	return plan(read_daftar(isi), ada)


def _insert(butir: list[Butir]) -> None:
	"""Insert codes all at once: saving thousands of them one by one would move the whole tree for each."""
	if not butir:
		return
	moment, user = now(), frappe.session.user
	columns = ("name", "creation", "modified", "owner", "modified_by", "kode", "uraian", "aktif", "is_group")
	parent = "parent_klasifikasi_arsip"
	rows = [
		(one.kode, moment, moment, user, user, one.kode, one.nama, 1, 1, find_parent(one.kode))
		for one in butir
	]
	frappe.db.bulk_insert(KLASIFIKASI, fields=[*columns, parent], values=rows)
	renew_tree()


def _rename(butir: list[Butir]) -> None:
	# One by one: each change of a name is kept in the document's history.
	for one in butir:
		doc = frappe.get_doc(KLASIFIKASI, one.kode)
		doc.uraian = one.nama
		doc.save()


def _describe(rencana: Rencana) -> dict:
	return {
		"baru": len(rencana.baru),
		"berbeda": len(rencana.berbeda),
		"tetap": rencana.tetap,
		"salah": len(rencana.kesalahan),
		"daftar_baru": [{"kode": one.kode, "nama": one.nama} for one in rencana.baru[:DITAMPILKAN]],
		"daftar_berbeda": [
			{"kode": one.kode, "nama": one.nama, "nama_kantor": nama}
			for one, nama in rencana.berbeda[:DITAMPILKAN]
		],
		"daftar_salah": [
			{"baris": baris, "pesan": pesan} for baris, pesan in rencana.kesalahan[:DITAMPILKAN]
		],
	}
