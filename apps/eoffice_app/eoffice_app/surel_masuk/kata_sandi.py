"""The password of a mailbox: when it was changed, when it is due, and who is told in time.

Source: SOP 002, Peringatan 2 (the Sanapati password is changed at least every three months).
"""

from datetime import date

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import add_days, date_diff, getdate, nowdate
from frappe.utils.password import get_decrypted_password

from eoffice_app.persuratan.berkala import start_berkala
from eoffice_app.surel_masuk.kotak import DOCTYPE, get_own_kotak, tell_keepers
from eoffice_app.tte.rahasia import take_secret

# Long enough to do it in a quiet hour; then each working week, and each day once it is due.
HARI_SEBELUMNYA = 14
JEDA_PENGINGAT = 7
PERTAMA = date(1900, 1, 1)
AMBIL = "frappe.email.doctype.email_account.email_account.pull_from_email_account"


class KataSandiSalahError(frappe.ValidationError):
	"""A password by which the server does not open the mailbox."""


class ServerTidakMenjawabError(frappe.ValidationError):
	"""A server that cannot be asked whether a password is the right one."""


@frappe.whitelist(methods=["POST"])
def send_password_reminders() -> None:
	"""Have the keepers of mailboxes reminded of passwords due; called by the Server Script "Ingatkan Kata Sandi Kotak Surat".

	:raises frappe.PermissionError: the user is no administrator of the system
	"""
	start_berkala(remind_of_passwords)


def remind_of_passwords(hari: date | None = None) -> None:
	"""Tell the keepers of each mailbox whose password is due soon, once a week, and once a day when it is due.

	:param hari: the day in the office's zone; today when left out
	"""
	today = getdate(hari or nowdate())
	# From the first day of all times: Frappe takes a date that is not there for one before it.
	due = {"aktif": 1, "ganti_sebelum": ["between", [PERTAMA, add_days(today, HARI_SEBELUMNYA)]]}
	for name in frappe.get_all(DOCTYPE, filters=due, pluck="name"):
		_remind(name, today)
		frappe.db.commit()


@frappe.whitelist(methods=["POST"])
def change_password(kotak: str) -> None:
	"""Keep the new password of a mailbox, once its server accepts it, and fetch what has come meanwhile.

	The password is the request's passphrase: see `hide_passphrase`.

	:param kotak: name of a Kotak Surat Masuk that the session's user looks after
	:raises frappe.DoesNotExistError: no such mailbox, or not for this user
	:raises KataSandiSalahError: none was given, or the server refuses it
	:raises ServerTidakMenjawabError: the server cannot be asked
	"""
	doc = get_own_kotak(kotak)
	akun = frappe.get_doc("Email Account", doc.akun_surel)
	akun.password = take_secret().reveal()
	_try(akun)
	# Its keeper may change the password without the right to change what else the account says.
	akun.save(ignore_permissions=True)
	frappe.enqueue(AMBIL, queue="short", enqueue_after_commit=True, email_account=akun.name)


def note_new_password(akun: Document) -> None:
	"""Note on the mailbox of an Email Account that the account is being saved with another password."""
	given = akun.password or ""
	if not given or set(given) == {"*"} or given == _read_password(akun.name):
		return
	for name in frappe.get_all(DOCTYPE, filters={"akun_surel": akun.name}, pluck="name"):
		kotak = frappe.get_doc(DOCTYPE, name)
		kotak.update({"kata_sandi_diganti_pada": nowdate(), "diingatkan_pada": None})
		kotak.set_ganti_sebelum()
		kotak.db_update()


def _try(akun: Document) -> None:
	try:
		if akun.password:
			akun.get_incoming_server()
			return
	except OSError:
		frappe.throw(
			_("Server {0} tidak menjawab, jadi kata sandi baru belum disimpan. Coba lagi nanti.").format(
				akun.email_server
			),
			ServerTidakMenjawabError,
			title=_("Server tidak menjawab"),
		)
	except frappe.ValidationError:
		frappe.clear_messages()
	frappe.throw(
		_(
			"Server tidak menerima kata sandi ini, jadi tidak disimpan. Ketik kata sandi yang berlaku di server, lalu coba lagi."
		),
		KataSandiSalahError,
		title=_("Kata sandi salah"),
	)


def _remind(name: str, today: date) -> None:
	kotak = frappe.get_doc(DOCTYPE, name, for_update=True)
	left = date_diff(kotak.ganti_sebelum, today)
	pause = JEDA_PENGINGAT if left > 0 else 1
	if kotak.diingatkan_pada and date_diff(today, kotak.diingatkan_pada) < pause:
		return
	tell_keepers(kotak, _describe(left))
	kotak.db_set("diingatkan_pada", today, update_modified=False)


def _describe(left: int) -> str:
	if left > 0:
		return _("kata sandinya wajib diganti dalam {0} hari").format(left)
	return _("kata sandinya sudah waktunya diganti, terlambat {0} hari").format(-left)


def _read_password(akun: str) -> str | None:
	return get_decrypted_password("Email Account", akun, "password", raise_exception=False)
