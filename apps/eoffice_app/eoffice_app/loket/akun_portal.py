"""Portal accounts: given to an Instansi and taken from it again by those who keep the agencies."""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import now_datetime, validate_email_address

from eoffice_app.loket.portal import PERAN_PORTAL
from eoffice_app.persuratan.pemberitahuan.pengirim import has_outgoing_mail


class AkunPortalTidakSahError(frappe.ValidationError):
	"""An account that cannot be an Instansi's: of the office itself, or of another Instansi."""


@frappe.whitelist(methods=["POST"])
def invite_akun(instansi: str, surel: str, nama: str) -> str:
	"""Give an Instansi a portal account, and let Frappe send its owner the mail to choose a password.

	:return: what the inviting person has to know, in one sentence
	:raises frappe.DoesNotExistError: no such Instansi, or the user does not keep the agencies
	:raises AkunPortalTidakSahError: not an e-mail address, an account of the office, or one of another Instansi
	"""
	doc = _lock(instansi)
	surel = surel.strip().lower()
	if validate_email_address(surel) != surel:
		_refuse(_("Alamat surel tidak benar. Contoh: nama@instansi.go.id."))
	_refuse_foreign(doc, surel)
	user = _find_user(surel) or _make_user(surel, nama)
	user.append_roles(PERAN_PORTAL)
	user.save(ignore_permissions=True)
	if surel not in {row.user for row in doc.akun_portal}:
		doc.append("akun_portal", {"user": surel, "diundang_pada": now_datetime()})
		_save(doc)
	if not has_outgoing_mail():
		return _(
			"Akun {0} dibuat, tetapi kantor belum mempunyai akun surel keluar. Minta pengelola sistem memberi kata sandi."
		).format(surel)
	return _("Akun {0} diundang. Pemiliknya memilih kata sandi melalui surel yang dikirim kepadanya.").format(
		surel
	)


@frappe.whitelist(methods=["POST"])
def revoke_akun(instansi: str, surel: str) -> None:
	"""Take a portal account from an Instansi, and end its sessions.

	:raises frappe.DoesNotExistError: no such Instansi, or the user does not keep the agencies
	"""
	doc = _lock(instansi)
	kept = [row for row in doc.akun_portal if row.user != surel]
	if len(kept) == len(doc.akun_portal):
		return
	doc.akun_portal = kept
	_save(doc)
	user = frappe.get_doc("User", surel)
	user.flags.ignore_permissions = True
	user.remove_roles(PERAN_PORTAL)
	frappe.sessions.clear_sessions(surel, force=True)


def _lock(instansi: str) -> Document:
	if not frappe.db.exists("Instansi", instansi) or not frappe.has_permission("Instansi", "write", instansi):
		frappe.throw(_("Instansi ini tidak ditemukan."), frappe.DoesNotExistError, title=_("Tidak ditemukan"))
	return frappe.get_doc("Instansi", instansi, for_update=True)


def _save(doc: Document) -> None:
	doc.flags.akun_portal = True
	doc.save()


def _refuse_foreign(doc: Document, surel: str) -> None:
	if frappe.db.get_value("User", surel, "user_type") == "System User":
		_refuse(_("Akun {0} milik pegawai kantor ini. Pakai alamat surel instansi pengirim.").format(surel))
	other = frappe.db.get_value("Akun Portal", {"user": surel}, "parent")
	if other and other != doc.name:
		_refuse(_("Akun {0} sudah milik instansi {1}. Cabut dulu di sana.").format(surel, other))


def _find_user(surel: str) -> Document | None:
	return frappe.get_doc("User", surel) if frappe.db.exists("User", surel) else None


def _make_user(surel: str, nama: str) -> Document:
	user = frappe.get_doc(
		{
			"doctype": "User",
			"email": surel,
			"first_name": " ".join(nama.split())[:100] or surel,
			"user_type": "Website User",
			"send_welcome_email": int(has_outgoing_mail()),
		}
	)
	return user.insert(ignore_permissions=True)


def _refuse(message: str) -> None:
	frappe.throw(message, AkunPortalTidakSahError, title=_("Akun tidak dapat diundang"))
