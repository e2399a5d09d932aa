"""Who sends a letter: the operator of the unit that wrote it; the operator sandi what is secret or goes by Sanapati.

Sources: SOP 000, Tugas Operator ("Operator bertanggung jawab terhadap pengiriman surat sampai ketujuan"); SOP 001 and
003 (the operator sandi sends by Sanapati).
"""

from collections.abc import Callable

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils.user import get_users_with_role

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.hak_akses.surat import can_see
from eoffice_app.organisasi import operator
from eoffice_app.organisasi.operator import OPERATOR_SANDI, OPERATOR_SURAT, PERAN_OPERATOR
from eoffice_app.persuratan.pemberitahuan.pengirim import ring_bell
from eoffice_app.saluran.keadaan import SANAPATI


class BukanPetugasPengirimanError(frappe.PermissionError):
	"""Somebody who sees the letter, but does not send it."""


def may_send(pengiriman: Document, user: str) -> bool:
	"""Whether a user handles a delivery.

	:param pengiriman: a Pengiriman Surat, or a row of it with `surat_keluar`, `sifat`, `cara` and `unit_penyusun`
	"""
	if not can_see(pengiriman.surat_keluar, user):
		return False
	if pengiriman.cara == SANAPATI:
		return OPERATOR_SANDI in frappe.get_roles(user)
	return operator.may_send(pengiriman, user)


def require_sender(pengiriman: Document) -> None:
	"""Refuse whoever does not handle a delivery that he sees.

	:raises BukanPetugasPengirimanError: names who does
	"""
	if not may_send(pengiriman, frappe.session.user):
		refuse_sender(is_for_sandi=pengiriman.sifat in SIFAT_RAHASIA or pengiriman.cara == SANAPATI)


def require_sender_of_letter(surat: Document) -> None:
	"""Refuse whoever does not number, send and file a Surat Keluar.

	:raises BukanPetugasPengirimanError: names who does
	"""
	if not operator.may_send(surat, frappe.session.user):
		refuse_sender(is_for_sandi=surat.sifat in SIFAT_RAHASIA)


def refuse_sender(is_for_sandi: bool) -> None:
	"""Say who sends the letter.

	:raises BukanPetugasPengirimanError: always
	"""
	frappe.throw(
		_("Pengiriman ini diurus {0}. Sampaikan kepadanya bila ada yang perlu diperbaiki.").format(
			frappe.bold(_(OPERATOR_SANDI if is_for_sandi else OPERATOR_SURAT))
		),
		BukanPetugasPengirimanError,
		title=_("Bukan petugas pengiriman"),
	)


def list_senders(pengiriman: Document) -> list[str]:
	"""Return the open accounts that handle a delivery and see its letter."""
	return _list_users(lambda user: may_send(pengiriman, user))


def tell_senders(surat: Document) -> None:
	"""Ring the bell of whoever sends a letter, which has just been numbered: of one that is not Biasa only its number."""
	judul = _("Surat nomor {0} siap dikirim").format(surat.nomor or "-")
	isi = f"{judul}: {surat.perihal}" if surat.sifat == "Biasa" else judul
	for user in _list_users(lambda user: operator.may_send(surat, user) and can_see(surat.name, user)):
		ring_bell(user, isi, frappe.session.user, surat.name, doctype=surat.doctype)


def _list_users(wanted: Callable[[str], bool]) -> list[str]:
	users = {user for role in PERAN_OPERATOR for user in get_users_with_role(role)}
	return sorted(filter(wanted, users))
