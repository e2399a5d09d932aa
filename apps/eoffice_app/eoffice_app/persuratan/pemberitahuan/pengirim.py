"""Sends the notices that `pemberitahuan` has collected, by bell and e-mail.

A worker locks the row, writes bell and e-mail and marks it Terkirim in one transaction. A worker that dies in between
leaves it waiting, and `send_waiting_notices` finds it again: it arrives, and arrives once.
"""

import time
from collections.abc import Callable

import frappe
from frappe import _
from frappe.email.doctype.email_account.email_account import EmailAccount
from frappe.model.document import Document
from frappe.utils import escape_html, get_url_to_form, now_datetime

from eoffice_app.hak_akses.surat import can_see
from eoffice_app.organisasi.pemangku import holder_on
from eoffice_app.persuratan.derajat import is_most_urgent
from eoffice_app.persuratan.keadaan import DISPOSISI_DITARIK
from eoffice_app.persuratan.pemberitahuan import (
	GAGAL,
	GUGUR,
	KOLOM_SURAT,
	LANGSUNG,
	MENUNGGU,
	RINGKASAN_PAGI,
	TERKIRIM,
)

TABEL = "Pemberitahuan Surat"
KOLOM = (
	"name",
	"kunci",
	"jabatan",
	"penerima",
	*KOLOM_SURAT.values(),
	"disposisi",
	"judul",
	"cara",
	"keadaan",
	"owner",
	"percobaan",
)
BANYAK_SEKALI_JALAN = 5000
# Shorter than the time after which Frappe ends a job, so that each run ends by itself.
DETIK_SEKALI_JALAN = 200
PERCOBAAN_TERBANYAK = 5


def send_notice(kunci: str) -> None:
	"""Send one notice if it still waits; a person who wants a digest has it put by for the next morning."""
	notice = lock_notice(kunci)
	if not notice or notice.keadaan != MENUNGGU or notice.cara != LANGSUNG:
		return
	penerima = find_penerima(notice)
	if not penerima:
		mark_notice(notice, GUGUR)
		return
	surat = get_letter(notice)
	if penerima.cara == RINGKASAN_PAGI and not is_most_urgent(surat.derajat):
		frappe.db.set_value(TABEL, notice.name, "cara", RINGKASAN_PAGI)
		return
	_deliver(notice, penerima, surat)
	mark_notice(notice, TERKIRIM, penerima.user)


def send_waiting_notices() -> None:
	"""Send what waits, oldest first, each in its own transaction: run each minute, for many reminders at once and for
	those a killed worker left behind."""
	until = time.monotonic() + DETIK_SEKALI_JALAN
	for kunci in frappe.get_all(
		TABEL,
		filters={"keadaan": MENUNGGU, "cara": LANGSUNG},
		pluck="kunci",
		order_by="creation asc",
		limit=BANYAK_SEKALI_JALAN,
	):
		send_safely(send_notice, kunci)
		if time.monotonic() > until:
			return


def send_safely(send: Callable, kunci: str | list[str]) -> None:
	"""Call `send(kunci)` and commit; a failure is logged, and after some of them the notice is given up.

	A notice that cannot be sent must not hold up the others, nor take back those already written.

	:param kunci: of one notice, or of those that go in one digest
	"""
	try:
		send(kunci)
	except Exception:
		frappe.db.rollback()
		_note_failure([kunci] if isinstance(kunci, str) else kunci)
	frappe.db.commit()


def lock_notice(kunci: str) -> frappe._dict | None:
	"""Return the fields of a notice that nobody else can send until this transaction ends."""
	return frappe.db.get_value(TABEL, {"kunci": kunci}, KOLOM, as_dict=True, for_update=True)


def find_penerima(notice: frappe._dict) -> frappe._dict | None:
	"""Return who is to be told now: dict of `user`, `nama_lengkap` and `cara`.

	None where nobody acts for the post, the account is closed, the letter is out of his sight, or the disposisi is
	withdrawn.
	"""
	user = (holder_on(notice.jabatan) or {}).get("user")
	if (
		not user
		or not frappe.db.get_value("User", user, "enabled")
		or not can_see(_find_letter(notice)[1], user)
	):
		return None
	if frappe.db.get_value("Disposisi", notice.disposisi or "", "status") == DISPOSISI_DITARIK:
		return None
	pegawai = frappe.db.get_value(
		"Pegawai", {"user": user}, ["nama_lengkap", "cara_pemberitahuan"], as_dict=True
	)
	return frappe._dict(
		user=user,
		nama_lengkap=pegawai.nama_lengkap if pegawai else frappe.utils.get_fullname(user),
		cara=pegawai.cara_pemberitahuan if pegawai else LANGSUNG,
	)


def get_letter(notice: frappe._dict) -> Document:
	"""Return the Surat Masuk or Surat Keluar that a notice is about."""
	return frappe.get_doc(*_find_letter(notice))


def mark_notice(notice: frappe._dict, keadaan: str, penerima: str | None = None) -> None:
	"""Note how a notice ended, and who was told."""
	values = {"keadaan": keadaan, "dikirim_pada": now_datetime() if keadaan == TERKIRIM else None}
	frappe.db.set_value(TABEL, notice.name, {**values, "penerima": penerima or notice.penerima})


def describe_notice(judul: str, surat: Document) -> str:
	"""Return the whole text of a notice: of a letter that is not Biasa no more than that it is there.

	Source: SOP 000, "Operator wajib menjaga kerahasiaan surat".
	"""
	if surat.doctype == "Surat Keluar":
		return judul if surat.sifat != "Biasa" else f"{judul}: {surat.perihal}"
	if surat.sifat != "Biasa":
		return _("Surat Rahasia, agenda {0}").format(surat.nomor_agenda)
	return f"{judul}: {surat.perihal} ({_('agenda')} {surat.nomor_agenda})"


def has_outgoing_mail() -> bool:
	"""Whether the office has set up an account to send e-mail from; without one the bell is all there is."""
	return bool(EmailAccount.find_default_outgoing())


def ring_bell(
	user: str,
	judul: str,
	dari: str,
	surat: str | None = None,
	isi: str | None = None,
	doctype: str = "Surat Masuk",
) -> None:
	"""Put an entry into a user's bell, leading to a letter, or opening `isi` (HTML) where there are several.

	:param doctype: of the letter
	"""
	frappe.get_doc(
		{
			"doctype": "Notification Log",
			"for_user": user,
			"from_user": dari,
			"type": "Alert",
			"document_type": doctype if surat else None,
			"document_name": surat,
			"subject": escape_html(judul),
			"email_content": isi,
		}
	).insert(ignore_permissions=True)


def _deliver(notice: frappe._dict, penerima: frappe._dict, surat: Document) -> None:
	isi = describe_notice(notice.judul, surat)
	ring_bell(penerima.user, isi, notice.owner, surat.name, doctype=surat.doctype)
	if has_outgoing_mail():
		frappe.sendmail(
			recipients=[penerima.user],
			subject=isi,
			template="pemberitahuan_surat",
			args={
				"nama": penerima.nama_lengkap,
				"isi": isi,
				"tautan": get_url_to_form(surat.doctype, surat.name),
			},
			reference_doctype=surat.doctype,
			reference_name=surat.name,
			with_container=True,
		)


def _find_letter(notice: frappe._dict) -> tuple[str, str]:
	return next((doctype, notice[column]) for doctype, column in KOLOM_SURAT.items() if notice[column])


def _note_failure(kunci: list[str]) -> None:
	frappe.log_error(title=f"Pemberitahuan {kunci[0]}"[:140], reference_doctype=TABEL)
	for name in kunci:
		percobaan = frappe.db.get_value(TABEL, {"kunci": name}, "percobaan") + 1
		keadaan = {"keadaan": GAGAL} if percobaan >= PERCOBAAN_TERBANYAK else {}
		frappe.db.set_value(TABEL, {"kunci": name}, {"percobaan": percobaan, **keadaan})
