"""What those who look after a mailbox do to it."""

import frappe

from eoffice_app.surel_masuk.kata_sandi import AMBIL
from eoffice_app.surel_masuk.kotak import get_own_kotak


@frappe.whitelist(methods=["POST"])
def fetch_now(kotak: str) -> None:
	"""Fetch a mailbox now instead of waiting for the scheduler.

	:param kotak: name of a Kotak Surat Masuk that the session's user looks after
	:raises frappe.DoesNotExistError: no such mailbox, or not for this user
	"""
	akun = get_own_kotak(kotak).akun_surel
	frappe.enqueue(AMBIL, queue="short", enqueue_after_commit=True, email_account=akun)
