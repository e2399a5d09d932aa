"""The passphrase on its way from the request to the signature: taken out of the request at once, kept nowhere.

Frappe hands the arguments of a request from function to function, and its error logs print the variables of each. So the
passphrase leaves the arguments before any of those functions is called.
"""

import frappe
from frappe import _

from eoffice_app.tte.galat import PassphraseKosongError, PassphraseTerkunciError
from eoffice_app.tte.permintaan import Passphrase

ARGUMEN = "passphrase"
SALAH_TERBANYAK = 3
DETIK_TERKUNCI = 15 * 60


def hide_passphrase() -> None:
	"""Take the passphrase out of the present request, whatever function it is for: first of Frappe's `auth_hooks`."""
	frappe.local.eoffice_passphrase = Passphrase(frappe.local.form_dict.pop(ARGUMEN, None) or "")


def take_passphrase() -> Passphrase:
	"""Return the passphrase of the present request; it can be taken once.

	:raises PassphraseKosongError: there is none
	:raises PassphraseTerkunciError: the session's user gave three wrong ones in a row, and must wait
	"""
	passphrase = take_secret()
	if not passphrase:
		frappe.throw(
			_("Ketik passphrase sertifikat Anda untuk menandatangani."),
			PassphraseKosongError,
			title=_("Passphrase kosong"),
		)
	_refuse_locked()
	return passphrase


def take_secret() -> Passphrase:
	"""Return what the present request said under the name of a passphrase, empty where it said nothing; once."""
	secret = getattr(frappe.local, "eoffice_passphrase", None)
	frappe.local.eoffice_passphrase = None
	return secret or Passphrase("")


def count_wrong(user: str) -> None:
	"""Note that a user gave a wrong passphrase."""
	wrong = _read_wrong(user) + 1
	frappe.cache.set_value(_key(user), wrong, expires_in_sec=DETIK_TERKUNCI)


def forget_wrong(user: str) -> None:
	"""Forget the wrong passphrases of a user, who now gave the right one."""
	frappe.cache.delete_value(_key(user))


def _refuse_locked() -> None:
	# Who guesses at somebody else's desk is stopped before BSrE or the token locks the certificate for good.
	if _read_wrong(frappe.session.user) >= SALAH_TERBANYAK:
		frappe.throw(
			_(
				"Passphrase salah tiga kali berturut-turut. Tunggu 15 menit, pastikan passphrase Anda benar, lalu coba lagi. Lupa passphrase? Hubungi Pengelola E-Office."
			),
			PassphraseTerkunciError,
			title=_("Terlalu banyak passphrase salah"),
		)


def _read_wrong(user: str) -> int:
	return frappe.cache.get_value(_key(user), expires=True) or 0


def _key(user: str) -> str:
	return f"eoffice_passphrase_salah:{user}"
