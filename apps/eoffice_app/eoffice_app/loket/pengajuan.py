"""A submission at the counter: what a sender hands in is kept as it came, in a quarantine, until an operator decides.

It is no letter. Whoever calls `submit` is a guarded door of its own (form page, portal, mailbox) and has held back who
sends too much; here it is asked what may be kept.
"""

import json
from dataclasses import dataclass, field
from datetime import date, datetime

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.loket.berkas_pengajuan import BerkasTerperiksa, BerkasTerunggah, check_berkas, store_berkas
from eoffice_app.loket.kabar import tell_operators
from eoffice_app.loket.masukan import check_lengkap, collect_isian, shorten, tidy
from eoffice_app.loket.portal import put_instansi
from eoffice_app.persuratan.surat_masuk.kode_status import make_code

DOCTYPE = "Pengajuan Surat"


class PengajuanBelumTersimpanError(frappe.ValidationError):
	"""The database gave way to others; sending once more does it."""


@dataclass(frozen=True)
class DataPengajuan:
	"""What a sender hands in: values of the fields of Pengajuan Surat that have the same names.

	`isian` are the answers to the service's own questions, by their label; `kunci_kirim` is chosen at random by the page
	that sends, so that a second click is known as one; `message_id` and `utas` are those of a mail."""

	asal: str
	nama_pengirim: str
	perihal: str = ""
	layanan: str | None = None
	instansi_pengirim: str = ""
	instansi: str | None = None
	surel: str = ""
	telepon: str = ""
	nomor_surat: str = ""
	tanggal_surat: date | None = None
	tujuan: str = ""
	isi: str = ""
	isian: dict[str, str] = field(default_factory=dict)
	rahasia: bool = False
	kunci_kirim: str | None = None
	kotak_masuk: str | None = None
	message_id: str | None = None
	utas: str | None = None
	otomatis: bool = False
	dikirim_pada: datetime | None = None


@dataclass(frozen=True)
class HasilPengajuan:
	"""A submission kept: its name, the number on its receipt, and the code by which its sender follows it."""

	nama: str
	nomor_bukti: str
	kode: str


def submit(data: DataPengajuan, berkas: list[BerkasTerunggah]) -> HasilPengajuan:
	"""Keep a submission with its files, within the running transaction; the same one again gives the first.

	Asks for no permission: see above. The transaction is to hold nothing else: where the same one comes twice at once, one of
	the two is rolled back.

	:raises PengajuanTidakLengkapError: something that the operator needs is missing or cannot be
	:raises LayananTidakAdaError: the service is not there, or no longer offered
	:raises BerkasTidakSahError: a file that an office does not keep, see `check_berkas`
	:raises PengajuanBelumTersimpanError: see there
	"""
	data = put_instansi(tidy(data))
	if found := find_same(data):
		return found
	check_lengkap(data, bool(berkas))
	checked = [check_berkas(one) for one in berkas]
	try:
		pengajuan = _insert(data, checked)
	except (frappe.UniqueValidationError, frappe.QueryDeadlockError):
		# Sent twice at the same moment, and the other one was first. Files written meanwhile go with the rollback.
		frappe.db.rollback()
		frappe.clear_messages()
		return find_same(data, lock=True) or _refuse_unsaved()
	tell_operators(pengajuan)
	return HasilPengajuan(pengajuan.name, pengajuan.nomor_bukti, make_code(pengajuan.name))


def find_same(data: DataPengajuan, *, lock: bool = False) -> HasilPengajuan | None:
	"""Return what was kept of the same submission: the same key of the page, or the same mail of the same mailbox.

	:param lock: read what others have committed since this transaction began
	"""
	if data.kunci_kirim:
		key = {"kunci_kirim": data.kunci_kirim}
	elif data.kotak_masuk and data.message_id:
		key = {"kotak_masuk": data.kotak_masuk, "message_id": shorten(data.message_id)}
	else:
		return None
	found = frappe.db.get_value(DOCTYPE, key, ["name", "nomor_bukti"], for_update=lock)
	return HasilPengajuan(*found, make_code(found[0])) if found else None


def _refuse_unsaved() -> None:
	frappe.throw(
		_("Pengajuan ini belum tersimpan karena banyak yang mengirim bersamaan. Kirim kembali."),
		PengajuanBelumTersimpanError,
		title=_("Belum tersimpan"),
	)


def _insert(data: DataPengajuan, berkas: list[BerkasTerperiksa]) -> Document:
	pengajuan = frappe.get_doc({"doctype": DOCTYPE, **_compose_values(data)})
	pengajuan.name = frappe.generate_hash(length=20)
	pengajuan.flags.name_set = True
	store_berkas(pengajuan, berkas)
	return pengajuan.insert(ignore_permissions=True)


def _compose_values(data: DataPengajuan) -> dict:
	values = {name: value for name, value in vars(data).items() if value not in ("", None)}
	values["isian"] = json.dumps(collect_isian(data), ensure_ascii=False)
	for name in ("message_id", "utas"):
		if values.get(name):
			values[name] = shorten(values[name])
	return values
