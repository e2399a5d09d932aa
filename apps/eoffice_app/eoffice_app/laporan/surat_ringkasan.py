"""Ringkasan Pimpinan by e-mail and bell, once a week, on its first work day."""

from datetime import datetime, timedelta

import frappe
from frappe import _
from frappe.utils import get_datetime, get_url, getdate

from eoffice_app.laporan.akses import PERAN_MENGHITUNG_SEMUA
from eoffice_app.laporan.lembar_ringkasan import make_ringkasan_pdf
from eoffice_app.organisasi.waktu_kerja import is_work_day
from eoffice_app.pekerjaan_tunggal import only_one
from eoffice_app.persuratan.berkala import start_berkala
from eoffice_app.persuratan.pemberitahuan.pengirim import has_outgoing_mail, ring_bell
from eoffice_app.persuratan.ringkasan import get_hour

PEKERJAAN = "ringkasan_pimpinan"
TERKIRIM_TERAKHIR = "eoffice_ringkasan_pimpinan"
HALAMAN = "/app/ringkasan-pimpinan"


@frappe.whitelist(methods=["POST"])
def send_weekly_summary() -> None:
	"""Have Ringkasan Pimpinan sent when its hour has come; called by the Server Script "Kirim Ringkasan Pimpinan".

	It may be called as often as one likes: each week has one.

	:raises frappe.PermissionError: the user is no administrator of the system
	"""
	start_berkala(send_summary)


def send_summary(saat: datetime | str | None = None) -> None:
	"""Send the summary of the past week to the leadership on Monday morning, or when the office next opens in that week.

	:param saat: the moment in the office's zone; now when left out
	"""
	now = get_datetime(saat)
	with only_one(PEKERJAAN) as alone:
		if alone and _is_due(now):
			_send(now)
			# With the mails in the queue, in one transaction: sent once, wherever this is killed.
			frappe.db.set_global(TERKIRIM_TERAKHIR, str(now.date()))
			frappe.db.commit()


def list_recipients() -> list[frappe._dict]:
	"""Return the accounts of the leadership that are open: dicts of `name` and `full_name`."""
	return frappe.db.sql(
		"""
		select user.name, user.full_name from tabUser user
			join `tabHas Role` peran on peran.parent = user.name and peran.parenttype = 'User'
		where peran.role = %s and user.enabled = 1 and user.name not in ('Administrator', 'Guest')
		order by user.name
		""",
		PERAN_MENGHITUNG_SEMUA,
		as_dict=True,
	)


def _is_due(now: datetime) -> bool:
	monday = now.date() - timedelta(days=now.weekday())
	last = frappe.db.get_global(TERKIRIM_TERAKHIR)
	already = bool(last) and getdate(last) >= monday
	return not already and now >= get_hour(now) and is_work_day(now)


def _send(now: datetime) -> None:
	recipients = list_recipients()
	if not recipients:
		return
	title = _("Ringkasan Pimpinan")
	attachment = {"fname": f"{title} {now.date()}.pdf", "fcontent": make_ringkasan_pdf(now.date())}
	mails = has_outgoing_mail()
	for recipient in recipients:
		args = {"nama": recipient.full_name, "alamat": get_url(HALAMAN)}
		text = frappe.render_template("templates/emails/ringkasan_pimpinan.html", args)
		ring_bell(recipient.name, _("Ringkasan Pimpinan pekan lalu sudah siap"), "Administrator", isi=text)
		if mails:
			frappe.sendmail(
				recipients=[recipient.name],
				subject=_("Ringkasan Pimpinan pekan lalu"),
				message=text,
				attachments=[attachment],
				with_container=True,
			)
