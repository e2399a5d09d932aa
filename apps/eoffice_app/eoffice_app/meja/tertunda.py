"""What was decided at Meja stays undone for ten seconds: it can be taken back, and nobody is told before.

It is written down at once, so that nothing is lost where the browser closes, and tried out, so that a refusal is told to
who decided and not found out later. The page asks for it to be done when its time has come; where no page asks, the
minute's job does it.
"""

import json
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import frappe
from frappe import _
from frappe.utils import add_to_date, now_datetime, strip_html

from eoffice_app.meja.antrean import GAGAL, compose_kunci
from eoffice_app.meja.keadaan import require_unchanged
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.persuratan.disposisi.penyelesaian import note_no_disposisi
from eoffice_app.persuratan.disposisi.umpan_balik import accept_report, report_back, return_report
from eoffice_app.persuratan.giliran import take_surat, wait_for_turn
from eoffice_app.persuratan.konsep.langkah import give_paraf as give_paraf_konsep
from eoffice_app.persuratan.konsep.langkah import return_draft
from eoffice_app.persuratan.pemberitahuan.pengirim import ring_bell
from eoffice_app.persuratan.surat_masuk.paraf import give_paraf as give_paraf_surat

TABEL = "Tindakan Tertunda"
MENUNGGU = "Menunggu"
DETIK = 10
PERCOBAAN_TERBANYAK = 5
PERISTIWA = "meja_berubah"
SAVEPOINT = "meja_dicoba"
ISI_DISPOSISI = ("kepada", "instruksi", "catatan", "batas_waktu", "sifat", "dari", "perlu_jawaban")


@dataclass(frozen=True)
class Tindakan:
	"""What may be decided: the function that does it, the argument that names what it is done to, and its others."""

	fungsi: Callable
	sasaran: str
	isi: tuple[str, ...] = ("catatan",)


TINDAKAN = {
	"Disposisi": Tindakan(write_disposisi, "surat_masuk", ISI_DISPOSISI),
	"Tanpa Disposisi": Tindakan(note_no_disposisi, "surat_masuk"),
	"Paraf Surat": Tindakan(give_paraf_surat, "surat_masuk"),
	"Umpan Balik": Tindakan(report_back, "disposisi", ("umpan_balik",)),
	"Terima Umpan Balik": Tindakan(accept_report, "disposisi", ()),
	"Kembalikan Umpan Balik": Tindakan(return_report, "disposisi"),
	"Paraf Konsep": Tindakan(give_paraf_konsep, "surat_keluar", ("versi", "catatan")),
	"Kembalikan Konsep": Tindakan(return_draft, "surat_keluar", ("catatan",)),
}


class SudahDitindakError(frappe.ValidationError):
	"""A second decision on what waits already for the first to be done."""


class SudahTerkirimError(frappe.ValidationError):
	"""What is to be taken back has been done already, or was never decided."""


class TindakanTidakDikenalError(frappe.ValidationError):
	"""A decision that there is not, or on nothing."""


def put_off(tindakan: str, jenis_surat: str, surat: str, disposisi: str, isi: dict, terbaca: str) -> dict:
	"""Write down what the session's user decided, to be done in DETIK seconds.

	:param tindakan: a key of TINDAKAN
	:param isi: its arguments
	:param terbaca: how the letter stood when he read it: see `compose_keadaan`
	:return: dict of `kunci` and `detik`
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises TindakanTidakDikenalError: see there
	:raises SudahDitindakError: he has decided already, here or in another window
	:raises SuratBerubahError: somebody acted on it since he read it
	:raises: also what the function of TINDAKAN raises
	"""
	take_surat(surat, jenis_surat)
	_require_of_letter(disposisi, surat)
	given = _find_tindakan(tindakan)
	values = {given.sasaran: disposisi if given.sasaran == "disposisi" else surat}
	values |= {field: isi[field] for field in given.isi if field in isi}
	kunci = compose_kunci(jenis_surat, surat, disposisi)
	_require_first(kunci)
	require_unchanged(jenis_surat, surat, disposisi, terbaca)
	row = {"kunci": kunci, "jenis_surat": jenis_surat, "surat": surat, "tindakan": tindakan}
	_write(row, values)
	with _for_trial():
		given.fungsi(**values)
	_announce(frappe.session.user)
	return {"kunci": kunci, "detik": DETIK}


def take_back(kunci: str) -> dict:
	"""Take back what the session's user decided, or put away what could not be done.

	:return: dict of `tindakan` and `isi`, what he had decided
	:raises SudahTerkirimError: it is done already, or there is none of his
	"""
	row = _take(kunci, frappe.session.user)
	if not row:
		frappe.throw(
			_("Tindakan ini sudah terkirim. Disposisi yang belum dibaca dapat ditarik pada suratnya."),
			SudahTerkirimError,
			title=_("Tidak dapat dibatalkan lagi"),
		)
	_announce(row.user)
	return {"tindakan": row.tindakan, "isi": json.loads(row.isi)}


def send_own() -> list[dict]:
	"""Do what the session's user decided and whose time has come, each in a transaction of its own.

	:return: dicts of `kunci` and `galat`, what he is told where it could not be done
	"""
	return [{"kunci": row.name, "galat": _send_safely(row)} for row in _list_due(user=frappe.session.user)]


def send_due() -> None:
	"""Do what anybody decided and no page asked for: run each minute."""
	administrator = frappe.session.user
	for row in _list_due():
		frappe.set_user(row.user)
		try:
			galat = _send_safely(row)
			if galat:
				_tell_failure(row, galat)
		finally:
			frappe.set_user(administrator)


def send(kunci: str, user: str) -> bool:
	"""Do what a user decided, within the running transaction; False where another did it, or it was taken back.

	:raises: what the function of TINDAKAN raises
	"""
	row = _take(kunci, user)
	if not row:
		return False
	TINDAKAN[row.tindakan].fungsi(**json.loads(row.isi))
	_announce(user)
	return True


def _send_safely(row: frappe._dict) -> str:
	"""Do what is due and commit; return why it was given up, "" where it was done or is to be tried again."""
	galat = ""
	try:
		send(row.name, row.user)
	except (frappe.ValidationError, frappe.PermissionError, frappe.DoesNotExistError) as error:
		frappe.db.rollback()
		frappe.clear_messages()
		galat = strip_html(str(error)) or _("Tindakan ini tidak dapat dikerjakan lagi.")
	except Exception:
		frappe.db.rollback()
		frappe.log_error("Tindakan Meja tertahan")
		frappe.db.set_value(TABEL, row.name, "percobaan", row.percobaan + 1, update_modified=False)
		if row.percobaan + 1 >= PERCOBAAN_TERBANYAK:
			galat = _("Server terganggu beberapa kali. Ulangi tindakan ini.")
	if galat:
		_give_up(row, galat)
	frappe.db.commit()
	return galat


def _give_up(row: frappe._dict, galat: str) -> None:
	frappe.db.set_value(TABEL, row.name, {"keadaan": GAGAL, "keterangan": galat}, update_modified=False)
	_announce(row.user)


def _tell_failure(row: frappe._dict, galat: str) -> None:
	judul = _("{0} tidak jadi dikerjakan: {1}").format(_(row.tindakan), galat)
	ring_bell(row.user, judul[:140], row.user, row.surat, doctype=row.jenis_surat)
	frappe.db.commit()


def _require_of_letter(disposisi: str, surat: str) -> None:
	if disposisi and frappe.db.get_value("Disposisi", disposisi, "surat_masuk") != surat:
		frappe.throw(_("Surat ini tidak ditemukan."), frappe.DoesNotExistError, title=_("Tidak ditemukan"))


def _find_tindakan(tindakan: str) -> Tindakan:
	given = TINDAKAN.get(tindakan)
	if not given:
		frappe.throw(
			_("Tindakan ini tidak dikenal. Muat ulang halaman ini."),
			TindakanTidakDikenalError,
			title=_("Tindakan tidak dikenal"),
		)
	return given


def _require_first(kunci: str) -> None:
	keadaan = frappe.db.get_value(TABEL, kunci, "keadaan")
	if keadaan == GAGAL:
		frappe.db.delete(TABEL, {"name": kunci})
	elif keadaan:
		frappe.throw(
			_("Surat ini baru saja Anda tindak di jendela lain. Di sana masih dapat dibatalkan."),
			SudahDitindakError,
			title=_("Sudah ditindak"),
		)


def _write(row: dict, values: dict) -> None:
	frappe.get_doc(
		{
			"doctype": TABEL,
			**row,
			"user": frappe.session.user,
			"isi": json.dumps(values, default=str),
			"keadaan": MENUNGGU,
			"jatuh_tempo": add_to_date(now_datetime(), seconds=DETIK),
		}
	).insert(ignore_permissions=True)


@contextmanager
def _for_trial():
	"""Do something of which nothing stays: neither what it writes, nor what was to follow once it is committed."""
	following, writes = frappe.db.after_commit, frappe.db.transaction_writes
	frappe.db.after_commit = type(following)()
	# Only after something was written: who waits for his turn begins a transaction anew that has written nothing.
	frappe.db.savepoint(SAVEPOINT)
	try:
		yield
		frappe.db.rollback(save_point=SAVEPOINT)
	finally:
		frappe.db.after_commit = following
		# Frappe takes this rollback for one of the whole, and would think there is nothing to commit.
		frappe.db.transaction_writes = writes


def _take(kunci: str, user: str) -> frappe._dict | None:
	"""Return what a user decided and remove it, once it is his turn to act on its letter."""
	mine = {"name": kunci, "user": user}
	fields = ["name", "user", "jenis_surat", "surat", "tindakan", "isi"]
	row = frappe.db.get_value(TABEL, mine, fields, as_dict=True)
	if not row:
		return None
	wait_for_turn(row.jenis_surat, row.surat)
	row = frappe.db.get_value(TABEL, mine, fields, as_dict=True, for_update=True)
	if row:
		frappe.db.delete(TABEL, {"name": kunci})
	return row


def _list_due(**filters) -> list[frappe._dict]:
	return frappe.get_all(
		TABEL,
		filters={"keadaan": MENUNGGU, "jatuh_tempo": ["<=", now_datetime()], **filters},
		fields=["name", "user", "jenis_surat", "surat", "tindakan", "percobaan"],
		order_by="jatuh_tempo asc",
	)


def _announce(user: str) -> None:
	# What Frappe itself keeps for after the commit went with the trial, so this is asked for by hand.
	frappe.db.after_commit.add(partial(frappe.publish_realtime, PERISTIWA, user=user))
