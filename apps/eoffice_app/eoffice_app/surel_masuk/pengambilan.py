"""Fetching a mailbox: over Frappe's own connection, one mail after the other, each in a transaction of its own.

A mail is marked as read on the server once it is safely kept. What a killed worker left unread comes again, and is known
by `kunci_kirim`. What somebody else has read in the meantime is fetched too: the server numbers its mails upwards.
"""

import imaplib
import time
from collections.abc import Iterator
from contextlib import contextmanager

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import getdate

from eoffice_app.loket import pembaca_berkas
from eoffice_app.pekerjaan_tunggal import only_one
from eoffice_app.proses_siaga import standing_by
from eoffice_app.surel_masuk.folder import FolderSurat, list_waiting, read_selected, read_sizes
from eoffice_app.surel_masuk.kotak import record_failure, record_fetched
from eoffice_app.surel_masuk.penerimaan import take_safely

# Shorter than the time after which Frappe ends a job of its queue for short ones.
DETIK_SEKALI_JALAN = 200
DETIK_TUNGGU = 60
TANPA_KURUNG = str.maketrans("", "", "<>&")
# What an account or its server may answer instead of opening the mailbox.
GAGAL_MEMBUKA = (OSError, imaplib.IMAP4.error, frappe.ValidationError, frappe.AuthenticationError)


class KataSandiDitolakError(frappe.ValidationError):
	"""The server does not know the account, or its password is another one by now."""


class FolderTidakAdaError(frappe.ValidationError):
	"""A folder that the account names and the server does not have."""


def receive_kotak(akun: Document, kotak: Document) -> None:
	"""Fetch what is new in a mailbox; whoever comes while another is at it leaves it to him.

	:param akun: the Email Account
	:param kotak: its Kotak Surat Masuk
	"""
	if not (kotak.aktif and akun.enable_incoming):
		return
	with only_one(f"surel_masuk.{kotak.name}") as alone:
		if alone:
			_receive_alone(akun, kotak)


def _receive_alone(akun: Document, kotak: Document) -> None:
	try:
		with _opened(akun) as server, standing_by(pembaca_berkas.__name__):
			failed = sum(_fetch_folder(server, kotak, row) for row in akun.imap_folder)
	except GAGAL_MEMBUKA as error:
		frappe.db.rollback()
		frappe.clear_messages()
		record_failure(kotak, _explain(akun, error), tell_now=isinstance(error, KataSandiDitolakError))
	else:
		_record(kotak, failed)
	frappe.db.commit()


def _record(kotak: Document, failed: int) -> None:
	if not failed:
		record_fetched(kotak)
		return
	record_failure(
		kotak,
		_(
			"{0} surel belum dapat disimpan dan tetap ada di kotaknya; pengambilan diulang dengan sendirinya. Bila tidak hilang dalam satu jam, hubungi pengelola sistem."
		).format(failed),
	)


@contextmanager
def _opened(akun: Document) -> Iterator:
	"""Frappe's connection to the account's server, logged in."""
	try:
		server = akun.get_incoming_server(in_receive=True)
	except imaplib.IMAP4.abort:
		raise
	except imaplib.IMAP4.error as error:
		raise KataSandiDitolakError(_read_words(error)) from error
	if not server:
		raise ConnectionError(_("jaringan tidak tersambung"))
	server.imap.sock.settimeout(DETIK_TUNGGU)
	try:
		yield server
	finally:
		_close(server)


def _close(server) -> None:
	# The server may be gone already; what was fetched is kept.
	try:
		server.logout()
	except (OSError, imaplib.IMAP4.error):
		server.imap.shutdown()


def _fetch_folder(server, kotak: Document, row: Document) -> int:
	"""Fetch a folder until it holds nothing new or the time is over; return how many mails could not be kept."""
	if not server.select_imap_folder(row.folder_name):
		raise FolderTidakAdaError(_("folder {0} tidak ada di server").format(row.folder_name))
	folder = read_selected(server.imap, getdate(kotak.ambil_sejak) if kotak.ambil_sejak else None)
	uids = list_waiting(folder, row.uidvalidity, row.uidnext)
	until = time.monotonic() + DETIK_SEKALI_JALAN
	failed, last = [], 0
	for uid, size in read_sizes(folder, uids):
		last = uid
		if not _fetch(folder, kotak, uid, size):
			failed.append(uid)
		if time.monotonic() > until:
			break
	if last:
		_remember(folder, row, min([*failed, last + 1]))
	return len(failed)


def _fetch(folder: FolderSurat, kotak: Document, uid: int, size: int) -> bool:
	content, is_whole = folder.fetch(uid, size)
	# Moved or deleted by somebody in the meantime.
	is_kept = content is None or take_safely(kotak, content, size if not is_whole else None)
	if is_kept:
		folder.mark_seen(uid)
	return is_kept


def _remember(folder: FolderSurat, row: Document, uidnext: int) -> None:
	values = {"uidvalidity": folder.uidvalidity, "uidnext": uidnext}
	frappe.db.set_value("IMAP Folder", row.name, values, update_modified=False)


def _explain(akun: Document, error: Exception) -> str:
	words = _read_words(error)
	if isinstance(error, KataSandiDitolakError):
		return _(
			"Server menolak kata sandi kotak ini ({0}). Isi kata sandi yang baru dengan tombol Ganti Kata Sandi. Surel yang masuk tetap tersimpan di server dan diambil sesudahnya."
		).format(words)
	return _(
		"Server {0} tidak dapat dihubungi ({1}). Pengambilan diulang dengan sendirinya; surel yang masuk tetap tersimpan di server. Bila tidak hilang dalam satu jam, hubungi pengelola sistem."
	).format(akun.email_server, words)


def _read_words(error: Exception) -> str:
	said = error.args[0] if error.args else ""
	words = said.decode(errors="replace") if isinstance(said, bytes) else str(error)
	# A server may say anything; in a form it must not be taken for HTML.
	return " ".join(words.translate(TANPA_KURUNG).split())[:200] or type(error).__name__
