"""The demo office: create it, and list its accounts. Running it again adds only what is missing."""

import os

import frappe
from frappe.model.document import Document
from frappe.utils import add_days, nowdate
from frappe.utils.password import update_password

from eoffice_app.setup.demo import kantor
from eoffice_app.setup.demo.kantor import Orang
from eoffice_app.setup.demo.lambang import create_lambang
from eoffice_app.setup.kantor_demo_loket import create_pengajuan_demo
from eoffice_app.setup.kantor_demo_surat import create_surat_demo
from eoffice_app.setup.kantor_demo_surat_keluar import create_surat_keluar_demo
from eoffice_app.setup.master import create_absent
from eoffice_app.setup.tanda_tangan_demo import create_tanda_tangan_demo

PASSWORD_VARIABLE = "EOFFICE_DEMO_PASSWORD"
MULAI_MEMANGKU = "2024-01-02"


class DemoPasswordMissingError(Exception):
	"""The password of the demo accounts was not given."""


def create_kantor_demo() -> None:
	"""Create units, posts, people, accounts, agencies and letters of the demo office where absent.

	The common password of the new accounts is read from the environment variable EOFFICE_DEMO_PASSWORD; it also opens
	the certificates with which the office's officials sign.

	:raises DemoPasswordMissingError: the variable is empty
	"""
	password = read_password()
	create_organisasi_demo(password)
	create_tanda_tangan_demo(password)
	frappe.db.commit()
	create_surat_demo()
	create_surat_keluar_demo(password)
	create_pengajuan_demo()


def list_akun_demo() -> list[dict]:
	"""Return the demo accounts, the head first, as dicts of `peran`, `email`, `nama` and `jabatan`."""
	return [
		{
			"peran": ", ".join(orang.peran),
			"email": get_email(orang.akun),
			"nama": get_nama_lengkap(orang),
			"jabatan": orang.nama_jabatan,
		}
		for orang in kantor.ORANG
	]


def create_organisasi_demo(password: str) -> None:
	"""Create all but the letters: settings, units, posts, people with accounts, holders, agencies, codes."""
	create_pengaturan()
	create_absent(
		"Unit Kerja",
		"kode",
		(
			{"kode": unit.kode, "nama_unit": unit.nama, "parent_unit_kerja": unit.induk}
			for unit in kantor.UNIT
		),
	)
	create_jabatan()
	for orang in kantor.ORANG:
		create_orang(orang, password)
	create_pelaksana()
	name_operator()
	name_pimpinan()
	create_absent(
		"Instansi",
		"nama_instansi",
		(
			{
				"nama_instansi": pengirim.nama,
				"jenis": pengirim.jenis,
				"surel": f"{kode.lower()}@{kantor.DOMAIN}",
				"alamat": "Sukacontoh",
				# The Sekda's letters go through the Bagian Umum, see Aturan Pengiriman.
				"golongan": frappe.db.exists("Aturan Pengiriman", pengirim.jabatan),
			}
			for kode, pengirim in kantor.INSTANSI.items()
		),
	)
	create_absent(
		"Klasifikasi Arsip",
		"kode",
		(
			{"kode": kode, "uraian": uraian, "parent_klasifikasi_arsip": induk}
			for kode, uraian, induk in kantor.KLASIFIKASI
		),
	)


def read_password() -> str:
	"""Return the password of the demo accounts, or raise DemoPasswordMissingError."""
	password = os.environ.get(PASSWORD_VARIABLE, "")
	if not password:
		raise DemoPasswordMissingError(
			f"Isi variabel lingkungan {PASSWORD_VARIABLE} dengan kata sandi akun kantor contoh, lalu ulangi."
		)
	return password


def create_pengaturan() -> None:
	"""Fill in the letter head of the demo office unless the office already has one."""
	pengaturan = frappe.get_doc("Pengaturan E-Office")
	if not pengaturan.nama_instansi:
		pengaturan.update({**kantor.PENGATURAN, "logo": _upload_lambang().file_url})
		pengaturan.save(ignore_permissions=True)


def create_jabatan() -> None:
	"""Create the posts in the order of the tree; the order of the list is the office's own order."""
	rows = [
		(orang.jabatan, orang.nama_jabatan, orang.unit, orang.atasan, orang.jenis) for orang in kantor.ORANG
	]
	lowong = (*kantor.JABATAN_LOWONG, "Struktural")
	rows.insert(1 + max(i for i, row in enumerate(rows) if row[0].startswith("KASI-")), lowong)
	create_absent(
		"Jabatan",
		"kode",
		(
			{
				"kode": kode,
				"nama_jabatan": nama,
				"unit_kerja": unit,
				"parent_jabatan": atasan,
				"jenis_jabatan": jenis,
				"urutan": urutan * 10,
			}
			for urutan, (kode, nama, unit, atasan, jenis) in enumerate(rows, start=1)
		),
	)


def create_orang(orang: Orang, password: str) -> None:
	"""Create the account, the employee and the holding of one person."""
	email = get_email(orang.akun)
	if not frappe.db.exists("User", email):
		_create_user(orang, email, password)
	create_absent(
		"Pegawai",
		"nip",
		(
			{
				"nama": orang.nama,
				"gelar_belakang": orang.gelar,
				"nip": orang.nip,
				"pangkat": orang.pangkat,
				"golongan": orang.golongan,
				"user": email,
			},
		),
	)
	_create_pemangku(orang.jabatan, orang.jabatan, "Definitif", MULAI_MEMANGKU)


def create_pelaksana() -> None:
	"""Create the acting officials: a Plt. on the vacant post today, a Plh. of the head some weeks ago."""
	jabatan, pelaksana = kantor.PELAKSANA_TUGAS
	_create_pemangku(
		jabatan,
		pelaksana,
		"Plt.",
		add_days(nowdate(), -60),
		sampai=add_days(nowdate(), 300),
		nomor_sk="800.1.3/PLT/CONTOH",
	)
	jabatan, pelaksana = kantor.PELAKSANA_HARIAN
	_create_pemangku(
		jabatan,
		pelaksana,
		"Plh.",
		add_days(nowdate(), -45),
		sampai=add_days(nowdate(), -41),
		nomor_sk="800.1.3/PLH/CONTOH",
	)


def name_operator() -> None:
	"""Name the operator of the unit that receives the letters, unless the office has named one."""
	unit, jabatan = kantor.OPERATOR_UNIT
	doc = frappe.get_doc("Unit Kerja", unit)
	if not doc.operator:
		doc.operator = _get_pegawai(jabatan)
		doc.save(ignore_permissions=True)


def name_pimpinan() -> None:
	"""Say which posts are the office's head and secretary, unless the office has said so."""
	pengaturan = frappe.get_doc("Pengaturan E-Office")
	if not (pengaturan.jabatan_pimpinan or pengaturan.jabatan_sekretaris):
		pengaturan.update({"jabatan_pimpinan": kantor.PIMPINAN, "jabatan_sekretaris": kantor.SEKRETARIS})
		pengaturan.save(ignore_permissions=True)


def get_email(akun: str) -> str:
	"""Return the address of a demo account."""
	return f"{akun}@{kantor.DOMAIN}"


def get_nama_lengkap(orang: Orang) -> str:
	"""Return a person's name with the academic titles."""
	return f"{orang.nama}, {orang.gelar}" if orang.gelar else orang.nama


def _upload_lambang() -> Document:
	# Public, because whoever prints a paper of the office or opens its sign-in page sees it.
	return frappe.get_doc(
		{
			"doctype": "File",
			"file_name": "lambang-kabupaten-contoh.png",
			"content": create_lambang(),
			"is_private": 0,
			"attached_to_doctype": "Pengaturan E-Office",
			"attached_to_name": "Pengaturan E-Office",
			"attached_to_field": "logo",
		}
	).insert(ignore_permissions=True)


def _create_user(orang: Orang, email: str, password: str) -> None:
	user = frappe.get_doc(
		{
			"doctype": "User",
			"email": email,
			"first_name": orang.nama,
			"language": "id",
			"user_type": "System User",
			"send_welcome_email": 0,
			"roles": [{"role": role} for role in orang.peran],
		}
	)
	user.flags.no_welcome_mail = True
	user.insert(ignore_permissions=True)
	update_password(email, password)


def _create_pemangku(
	jabatan: str,
	jabatan_asal: str,
	jenis: str,
	mulai: str,
	sampai: str | None = None,
	nomor_sk: str | None = None,
) -> None:
	"""Let the person of the post `jabatan_asal` hold `jabatan`, unless somebody ever held it in this kind."""
	if frappe.db.exists("Pemangku Jabatan", {"jabatan": jabatan, "jenis": jenis}):
		return
	frappe.get_doc(
		{
			"doctype": "Pemangku Jabatan",
			"jabatan": jabatan,
			"pegawai": _get_pegawai(jabatan_asal),
			"jenis": jenis,
			"mulai": mulai,
			"sampai": sampai,
			"nomor_sk": nomor_sk,
		}
	).insert(ignore_permissions=True)


def _get_pegawai(jabatan: str) -> str:
	nip = next(orang.nip for orang in kantor.ORANG if orang.jabatan == jabatan)
	return frappe.db.get_value("Pegawai", {"nip": nip})
