"""The morning digest: one e-mail and one bell for all that a person wants to read once a day."""

from collections import defaultdict
from datetime import datetime, time

import frappe
from frappe import _
from frappe.utils import get_url_to_form, now_datetime

from eoffice_app.organisasi.waktu_kerja import is_work_day, read_jam
from eoffice_app.persuratan.berkala import start_berkala
from eoffice_app.persuratan.pemberitahuan import GUGUR, KOLOM_SURAT, MENUNGGU, RINGKASAN_PAGI, TERKIRIM
from eoffice_app.persuratan.pemberitahuan.pengirim import (
	TABEL,
	describe_notice,
	find_penerima,
	get_letter,
	has_outgoing_mail,
	lock_notice,
	mark_notice,
	ring_bell,
	send_safely,
)

JAM_RINGKASAN = time(7)


@frappe.whitelist(methods=["POST"])
def send_morning_digests() -> None:
	"""Have the digests of the morning sent; called by the Server Script "Kirim Ringkasan Pagi".

	It may be called as often as one likes: each notice stands in one digest, and an empty digest is not sent.

	:raises frappe.PermissionError: the user is no administrator of the system
	"""
	start_berkala(send_digests)


def send_digests(saat: datetime | None = None) -> None:
	"""Send to each person what was put by for him until this morning's hour; nothing before it and on closed days.

	:param saat: the moment in the office's zone; now when left out
	"""
	now = saat or now_datetime()
	hour = get_hour(now)
	if now < hour or not is_work_day(now):
		return
	for kunci in _collect(hour).values():
		send_safely(send_digest, kunci)


def send_digest(kunci: list[str]) -> None:
	"""Send those of one person's notices that still wait as one e-mail and one entry of his bell."""
	waiting = [notice for notice in map(lock_notice, kunci) if notice.keadaan == MENUNGGU]
	told = [(notice, find_penerima(notice)) for notice in waiting]
	for notice, penerima in told:
		if penerima:
			mark_notice(notice, TERKIRIM, penerima.user)
		else:
			mark_notice(notice, GUGUR)
	lines = [_describe(notice) for notice, penerima in told if penerima]
	if lines:
		_deliver(next(penerima for _notice, penerima in told if penerima), lines)


def get_hour(now: datetime) -> datetime:
	"""Return when on a day the office sends what it sends in the morning."""
	hour = frappe.get_cached_doc("Pengaturan E-Office").jam_ringkasan
	return datetime.combine(now.date(), read_jam(hour) or JAM_RINGKASAN)


def _collect(until: datetime) -> dict[str, list[str]]:
	"""Return the keys of the waiting notices by the account that reads them today, what nobody reads under None."""
	collected = defaultdict(list)
	for notice in frappe.get_all(
		TABEL,
		filters={"keadaan": MENUNGGU, "cara": RINGKASAN_PAGI, "creation": ["<", until]},
		fields=["kunci", "jabatan", "penerima", *KOLOM_SURAT.values(), "disposisi"],
		order_by="creation asc",
	):
		penerima = find_penerima(notice)
		collected[penerima.user if penerima else None].append(notice.kunci)
	return collected


def _describe(notice: frappe._dict) -> dict:
	surat = get_letter(notice)
	return {"isi": describe_notice(notice.judul, surat), "tautan": get_url_to_form(surat.doctype, surat.name)}


def _deliver(penerima: frappe._dict, lines: list[dict]) -> None:
	judul = _("Ringkasan pagi: {0} pemberitahuan surat").format(len(lines))
	isi = frappe.render_template("templates/emails/daftar_pemberitahuan.html", {"baris": lines})
	ring_bell(penerima.user, judul, "Administrator", isi=isi)
	if has_outgoing_mail():
		frappe.sendmail(
			recipients=[penerima.user],
			subject=judul,
			template="ringkasan_pagi",
			args={"nama": penerima.nama_lengkap, "baris": lines},
			with_container=True,
		)
