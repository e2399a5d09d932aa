"""A run is put together: which letters wait for a caraka, and which he takes along.

Source: SOP 002, 7 ("menugaskan Caraka untuk pengiriman surat").
"""

import frappe
from frappe import _
from frappe.utils.user import get_users_with_role

from eoffice_app.ekspedisi.baris import DOCTYPE, hide_unseen, list_of_run
from eoffice_app.ekspedisi.galat import SuratTidakMenungguError
from eoffice_app.ekspedisi.giliran import get_led_run, refuse_unknown, take_run
from eoffice_app.ekspedisi.keadaan import DISIAPKAN, PERAN_CARAKA
from eoffice_app.saluran.keadaan import CARAKA, MENUNGGU
from eoffice_app.saluran.pengiriman import lock_pengiriman
from eoffice_app.saluran.petugas import may_send

PENGIRIMAN = "Pengiriman Surat"
KOLOM_PENAWARAN = (
	"name",
	"surat_keluar",
	"nomor_surat",
	"perihal",
	"sifat",
	"cara",
	"unit_penyusun",
	"jenis_salinan",
	"nama_penerima",
	"melalui",
	"alamat",
	"batas_waktu",
)


@frappe.whitelist()
def list_waiting() -> list[dict]:
	"""Return the deliveries that wait for a caraka and that the user sends, those of one address together.

	Those that another run has taken already are left out.

	:return: dicts of KOLOM_PENAWARAN
	:raises frappe.DoesNotExistError: the user is no operator
	"""
	require_operator()
	taken = frappe.get_all(DOCTYPE, filters={"kunci_terbuka": ["is", "set"]}, pluck="pengiriman")
	rows = frappe.get_list(
		PENGIRIMAN,
		filters={"keadaan": MENUNGGU, "cara": CARAKA, "name": ["not in", taken or [""]]},
		fields=list(KOLOM_PENAWARAN),
		order_by="nama_penerima asc, nomor_surat asc",
		limit_page_length=0,
	)
	return [row for row in rows if may_send(row, frappe.session.user)]


@frappe.whitelist()
@frappe.validate_and_sanitize_search_inputs
def search_caraka(
	doctype: str, txt: str, searchfield: str, start: int, page_len: int, filters: dict | str | None = None
) -> list[tuple]:
	"""Return who may take letters along, for the link field of a run: rows of name, full name and NIP.

	:param txt: what was typed
	:raises frappe.DoesNotExistError: the user is no operator
	"""
	require_operator()
	return frappe.get_all(
		"Pegawai",
		filters={"aktif": 1, "user": ["in", get_users_with_role(PERAN_CARAKA) or [""]]},
		or_filters={column: ["like", f"%{txt}%"] for column in ("nama_lengkap", "nip")} if txt else None,
		fields=["name", "nama_lengkap", "nip"],
		order_by="nama_lengkap asc",
		limit_start=start,
		limit_page_length=page_len,
		as_list=True,
	)


@frappe.whitelist()
def get_baris(ekspedisi: str) -> list[dict]:
	"""Return the lines of a run for its form; of letters that the user may not see nothing but the line's number.

	:raises frappe.DoesNotExistError: no such run, or not for this user
	"""
	get_led_run(ekspedisi)
	return hide_unseen(list_of_run(ekspedisi), frappe.session.user)


@frappe.whitelist(methods=["POST"])
def add_surat(ekspedisi: str, daftar_pengiriman: list | str) -> int:
	"""Put deliveries into a run that is being put together; return how many it has.

	:param daftar_pengiriman: names of Pengiriman Surat
	:raises frappe.DoesNotExistError: the run or a delivery is not there, or not for this user
	:raises KeadaanEkspedisiError: the run has begun
	:raises SuratTidakMenungguError: a delivery does not wait for a caraka, or is in another run
	"""
	run = take_run(ekspedisi, (DISIAPKAN,))
	for name in sorted(set(frappe.parse_json(daftar_pengiriman))):
		_add(run.name, name)
	return frappe.db.count(DOCTYPE, {"ekspedisi": run.name})


@frappe.whitelist(methods=["POST"])
def remove_surat(ekspedisi: str, baris: str) -> None:
	"""Take a line out of a run that is being put together; its delivery waits as before.

	:raises: as `add_surat`
	"""
	run = take_run(ekspedisi, (DISIAPKAN,))
	frappe.db.delete(DOCTYPE, {"name": baris, "ekspedisi": run.name})


def require_operator() -> None:
	"""Refuse whoever makes no runs.

	:raises frappe.DoesNotExistError: the user is no operator
	"""
	if not frappe.has_permission("Ekspedisi", "create"):
		refuse_unknown()


def refuse_not_waiting(kiriman: frappe._dict) -> None:
	"""Refuse a delivery that does not wait for a caraka.

	:raises SuratTidakMenungguError: names its letter
	"""
	if kiriman.keadaan == MENUNGGU and kiriman.cara == CARAKA:
		return
	frappe.throw(
		_(
			"Surat {0} untuk {1} tidak lagi menunggu caraka. Keluarkan surat itu dari daftar, lalu ulangi."
		).format(frappe.bold(kiriman.nomor_surat), frappe.bold(kiriman.nama_penerima)),
		SuratTidakMenungguError,
		title=_("Surat tidak menunggu caraka"),
	)


def _add(ekspedisi: str, name: str) -> None:
	if not isinstance(name, str) or not frappe.db.exists(PENGIRIMAN, name):
		_refuse_delivery()
	kiriman = lock_pengiriman(name)
	if not may_send(kiriman, frappe.session.user):
		_refuse_delivery()
	refuse_not_waiting(kiriman)
	baris = frappe.get_doc(
		{
			"doctype": DOCTYPE,
			"ekspedisi": ekspedisi,
			"pengiriman": name,
			"surat_keluar": kiriman.surat_keluar,
			"kunci_terbuka": name,
		}
	)
	baris.flags.langkah = True
	try:
		baris.insert(ignore_permissions=True)
	except frappe.UniqueValidationError:
		frappe.clear_last_message()
		_refuse_taken(kiriman)


def _refuse_delivery() -> None:
	frappe.throw(_("Surat ini tidak ditemukan."), frappe.DoesNotExistError, title=_("Tidak ditemukan"))


def _refuse_taken(kiriman: frappe._dict) -> None:
	frappe.throw(
		_("Surat {0} untuk {1} sudah masuk ekspedisi. Muat ulang daftar, lalu pilih kembali.").format(
			frappe.bold(kiriman.nomor_surat), frappe.bold(kiriman.nama_penerima)
		),
		SuratTidakMenungguError,
		title=_("Sudah dalam ekspedisi"),
	)
