"""The office's mailboxes: which Email Accounts they are, how fetching them went, and who is told when it does not."""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import get_url_to_form, now_datetime
from frappe.utils.user import get_users_with_role

from eoffice_app.organisasi.operator import OPERATOR_SANDI, OPERATOR_SURAT
from eoffice_app.persuratan.pemberitahuan.pengirim import has_outgoing_mail, ring_bell
from eoffice_app.surel_masuk.otomatis import automatic_mail

DOCTYPE = "Kotak Surat Masuk"
SUREL, SANAPATI = "Surel", "Sanapati"
LANCAR, TERGANGGU = "Lancar", "Terganggu"
PENGELOLA = "Pengelola E-Office"
# A server that is away for a moment is nobody's business; a refused password is told at once.
GAGAL_DIBERITAHUKAN = 3


def find_kotak(akun: str) -> Document | None:
	"""Return the mailbox that an Email Account is; None for an account that feeds no quarantine."""
	name = frappe.db.get_value(DOCTYPE, {"akun_surel": akun})
	return frappe.get_doc(DOCTYPE, name) if name else None


def find_buku(akun: str | None) -> str | None:
	"""Return the agenda book proposed for what came into a mailbox, by its Email Account."""
	return frappe.db.get_value(DOCTYPE, {"akun_surel": akun or ""}, "buku")


def list_alamat_kantor() -> set[str]:
	"""Return the office's own addresses in small letters."""
	return {address.lower() for address in frappe.get_all("Email Account", pluck="email_id") if address}


def record_fetched(kotak: Document) -> None:
	"""Note that the mailbox was reached and holds nothing new any more."""
	cleared = {"gangguan": None, "gangguan_sejak": None, "gagal_berturut": 0, "diberitahukan": 0}
	_set(kotak, keadaan=LANCAR, terakhir_diambil=now_datetime(), **cleared)


def record_failure(kotak: Document, gangguan: str, *, tell_now: bool = False) -> None:
	"""Note why a mailbox could not be fetched, and tell who looks after it, once for each disturbance.

	:param tell_now: it will not pass by itself; otherwise people are told when it has lasted for some tries
	"""
	known = ("gagal_berturut", "gangguan_sejak", "diberitahukan")
	before = frappe.db.get_value(DOCTYPE, kotak.name, known, as_dict=True)
	count = before.gagal_berturut + 1
	is_told = before.diberitahukan or tell_now or count >= GAGAL_DIBERITAHUKAN
	_set(
		kotak,
		keadaan=TERGANGGU,
		gangguan=gangguan,
		gangguan_sejak=before.gangguan_sejak or now_datetime(),
		gagal_berturut=count,
		diberitahukan=is_told,
	)
	if is_told and not before.diberitahukan:
		tell_keepers(kotak, gangguan)


def tell_keepers(kotak: Document, isi: str) -> None:
	"""Tell those who look after a mailbox, by bell and e-mail."""
	judul = _("Kotak surat {0}: {1}").format(kotak.akun_surel, isi)
	users = list_keepers(kotak)
	for user in users:
		ring_bell(user, judul, "Administrator", kotak.name, doctype=DOCTYPE)
	if users and has_outgoing_mail():
		with automatic_mail():
			_send_mail(users, judul, kotak)


def get_own_kotak(name: str) -> Document:
	"""Return a mailbox that the session's user looks after; to all others it does not exist.

	:raises frappe.DoesNotExistError: no such mailbox, or not for this user
	"""
	kotak = frappe.get_doc(DOCTYPE, name) if frappe.db.exists(DOCTYPE, name) else None
	may = kotak and (frappe.session.user in list_keepers(kotak) or "System Manager" in frappe.get_roles())
	if not may:
		frappe.throw(
			_("Kotak surat ini tidak ditemukan."), frappe.DoesNotExistError, title=_("Tidak ditemukan")
		)
	return kotak


def list_keepers(kotak: Document) -> list[str]:
	"""Return the accounts of those who look after a mailbox: the managers of the office, and who reads its mail."""
	operator = OPERATOR_SANDI if kotak.jenis == SANAPATI else OPERATOR_SURAT
	return sorted({*get_users_with_role(PENGELOLA), *get_users_with_role(operator)})


def _send_mail(users: list[str], judul: str, kotak: Document) -> None:
	frappe.sendmail(
		recipients=users,
		subject=judul[:140],
		template="pemberitahuan_kotak",
		args={"isi": judul, "tautan": get_url_to_form(DOCTYPE, kotak.name)},
		reference_doctype=DOCTYPE,
		reference_name=kotak.name,
		with_container=True,
	)


def _set(kotak: Document, **values) -> None:
	frappe.db.set_value(DOCTYPE, kotak.name, values, update_modified=False)
