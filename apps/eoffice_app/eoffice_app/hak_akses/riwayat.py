"""The read log: each opening of a secret letter, by whom, as what, through which door and when.

Source: SOP 000, Standar Ketentuan ("Operator wajib menjaga kerahasiaan surat").
"""

import re

import frappe
from frappe import _
from frappe.core.doctype.file.file import File
from frappe.model.document import Document
from frappe.utils import add_to_date, get_fullname, now_datetime

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.hak_akses.jenis import JENIS_SURAT, KOLOM_SURAT, find_jenis_surat
from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.organisasi.operator import OPERATOR_SANDI
from eoffice_app.organisasi.pemangku import list_posts_of_user

FORMULIR, CETAK, BERKAS, ANTARMUKA = "Formulir", "Cetak", "Berkas", "Antarmuka data"
# What a request asks for → the door it is. Other requests that name a letter do not show it.
PINTU = (
	(re.compile(r"^frappe\.desk\.form\.load\.getdoc$"), FORMULIR),
	(
		re.compile(r"^/printview$|^frappe\.www\.printview\.|^frappe\.utils\.print_format\.|\.download_pdf$"),
		CETAK,
	),
	(re.compile(r"^frappe\.client\.get$|^/api/(v\d+/)?(resource|document)/"), ANTARMUKA),
)
JEDA_DETIK = 60
BARIS_TERBARU = 200


def record_request_opening(doctype: str, name: str) -> None:
	"""Note that the present request opens a letter, where it does and the letter is secret.

	:param doctype: one of JENIS_SURAT; opening what follows a letter counts as opening the letter
	"""
	command = get_command(frappe.request.path, frappe.local.form_dict)
	pintu = find_door(command, frappe.request.method)
	if pintu:
		kind, surat = _find_surat(doctype, name)
		record_opening(surat, pintu, kind)


def record_file_opening(berkas: File) -> None:
	"""Note that a file of a letter is opened, where the letter is secret."""
	if berkas.attached_to_doctype in JENIS_SURAT:
		kind, surat = _find_surat(berkas.attached_to_doctype, berkas.attached_to_name)
		record_opening(surat, BERKAS, kind)


def record_opening(surat: str | None, pintu: str, doctype: str = "Surat Masuk") -> None:
	"""Write a line for an opening of a secret letter by the session's user: one a minute for each door.

	:param surat: name of the letter; None and letters that are not secret are left out
	:param doctype: of the letter; a submission at the counter is none yet, and has no sifat
	"""
	if (
		not surat
		or doctype not in KOLOM_SURAT
		or frappe.db.get_value(doctype, surat, "sifat") not in SIFAT_RAHASIA
	):
		return
	key = {KOLOM_SURAT[doctype]: surat, "user": frappe.session.user, "pintu": pintu}
	since = add_to_date(now_datetime(), seconds=-JEDA_DETIK)
	if frappe.db.exists("Riwayat Buka", {**key, "waktu": [">", since]}):
		return
	frappe.get_doc(
		{
			"doctype": "Riwayat Buka",
			**key,
			"nama": get_fullname(frappe.session.user),
			"sebagai": describe_reader(frappe.session.user),
			"waktu": now_datetime(),
		}
	).insert(ignore_permissions=True)
	# Frappe undoes what a GET request wrote unless it is told that this one means it.
	frappe.local.flags.commit = True


def get_command(path: str, arguments: dict) -> str:
	"""Return the whitelisted function that a request calls, or its path where it calls none."""
	return arguments.get("cmd") or path.removeprefix("/api/method/")


def find_door(command: str, method: str) -> str | None:
	"""Return the door by which a request shows a letter; None for a request that shows none.

	:param command: see `get_command`
	:param method: of HTTP; what is written to the data interface is not an opening
	"""
	pintu = next((pintu for pattern, pintu in PINTU if pattern.search(command)), None)
	return None if pintu == ANTARMUKA and command[0] == "/" and method not in ("GET", "HEAD") else pintu


def describe_reader(user: str) -> str:
	"""Return as what a person reads today: his posts, or the operator sandi's role."""
	held = [row.sebagai for row in list_posts_of_user(user)]
	sandi = [_(OPERATOR_SANDI)] if OPERATOR_SANDI in frappe.get_roles(user) else []
	return ", ".join(dict.fromkeys(held + sandi))[:200]


@frappe.whitelist()
def get_riwayat_buka(surat_masuk: str) -> list[dict]:
	"""Return who opened a secret letter, the latest first: for its owner.

	:return: dicts of `nama`, `sebagai`, `pintu` and `waktu`
	:raises frappe.DoesNotExistError: no such letter, not for this user, not secret, or he is not its owner
	"""
	surat = get_visible_surat(surat_masuk)
	if surat.sifat not in SIFAT_RAHASIA or not is_owner(surat.tujuan, frappe.session.user):
		frappe.throw(_("Riwayat buka ini tidak ditemukan."), frappe.DoesNotExistError)
	return _read_lines(surat)


@frappe.whitelist()
def get_riwayat_buka_keluar(surat_keluar: str) -> list[dict]:
	"""Return who opened a secret outgoing letter, the latest first: for its drafter's and its signer's post.

	:return: as of `get_riwayat_buka`
	:raises frappe.DoesNotExistError: no such letter, not for this user, not secret, or neither post is his
	"""
	surat = get_visible_surat(surat_keluar, "Surat Keluar")
	held = {row.jabatan for row in list_posts_of_user(frappe.session.user)}
	if surat.sifat not in SIFAT_RAHASIA or not held & {surat.jabatan_penyusun, surat.penanda_tangan}:
		frappe.throw(_("Riwayat buka ini tidak ditemukan."), frappe.DoesNotExistError)
	return _read_lines(surat)


def is_owner(tujuan: str, user: str) -> bool:
	"""Whether a user owns the letters addressed to a post: he holds it today, or is the operator sandi."""
	return OPERATOR_SANDI in frappe.get_roles(user) or tujuan in {
		row.jabatan for row in list_posts_of_user(user)
	}


def _read_lines(surat: Document) -> list[dict]:
	return frappe.get_all(
		"Riwayat Buka",
		filters={KOLOM_SURAT[surat.doctype]: surat.name},
		fields=["nama", "sebagai", "pintu", "waktu"],
		order_by="waktu desc",
		limit=BARIS_TERBARU,
	)


def _find_surat(doctype: str, name: str) -> tuple[str, str | None]:
	column = JENIS_SURAT[doctype]
	if column == "name":
		return doctype, name
	return find_jenis_surat(doctype), frappe.db.get_value(doctype, name, column)
