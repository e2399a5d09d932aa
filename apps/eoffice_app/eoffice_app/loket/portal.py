"""The agencies' own page: an account that an Instansi was given sends in its name, and sees what it sent, nothing else."""

from dataclasses import replace
from typing import TYPE_CHECKING

import frappe

from eoffice_app.loket.keadaan import FORMULIR_WEB, PORTAL
from eoffice_app.loket.lacak import KOLOM_PENGAJUAN, describe_status
from eoffice_app.persuratan.surat_masuk.kode_status import make_code

if TYPE_CHECKING:
	from eoffice_app.loket.pengajuan import DataPengajuan

PERAN_PORTAL = "Portal Instansi"
SEHALAMAN = 20


def find_instansi(user: str) -> str | None:
	"""Return the Instansi whose account a user has; None for everybody else."""
	if PERAN_PORTAL not in frappe.get_roles(user) or user == "Administrator":
		return None
	return frappe.db.get_value("Akun Portal", {"user": user, "parenttype": "Instansi"}, "parent")


def put_instansi(data: "DataPengajuan") -> "DataPengajuan":
	"""Return a form's submission as that of the sending account's Instansi, whatever was written into the form.

	What others send stays as it is.
	"""
	instansi = find_instansi(frappe.session.user) if data.asal == FORMULIR_WEB else None
	if not instansi:
		return data
	nama = frappe.db.get_value("Instansi", instansi, "nama_instansi")
	return replace(data, asal=PORTAL, instansi=instansi, instansi_pengirim=nama)


def get_prefill(user: str) -> dict:
	"""Return what the form knows of an account: `nama_pengirim`, `instansi_pengirim`, `surel`, `telepon`; empty for others."""
	instansi = find_instansi(user)
	if not instansi:
		return {}
	agency = frappe.db.get_value("Instansi", instansi, ["nama_instansi", "telepon"], as_dict=True)
	return {
		"nama_pengirim": frappe.utils.get_fullname(user),
		"instansi_pengirim": agency.nama_instansi,
		"surel": user,
		"telepon": agency.telepon or "",
	}


def list_pengajuan(instansi: str, mulai: int = 0) -> list[dict]:
	"""Return what the accounts of an Instansi have sent, the newest first, one more than SEHALAMAN where there are more.

	Asks for no permission: whoever calls it knows whose the Instansi is.

	:return: dicts of `nomor_bukti`, `perihal`, `nomor_surat`, `diterima_pada`, `kode`, `kata` and `alasan`
	"""
	rows = frappe.get_all(
		"Pengajuan Surat",
		filters={"instansi": instansi, "asal": PORTAL},
		fields=["name", "nomor_bukti", "perihal", "nomor_surat", "alasan", *KOLOM_PENGAJUAN],
		order_by="diterima_pada desc",
		limit_start=mulai,
		limit_page_length=SEHALAMAN + 1,
	)
	for row in rows:
		row.update({"kata": describe_status(row).kata, "kode": make_code(row.name)})
	return rows
