"""Reminders of deliveries past their deadline, for whoever sends them; stamped, so that each is sent once a day.

Source: SOP 000, Tugas Operator ("bertanggung jawab terhadap pengiriman surat sampai ketujuan").
"""

from datetime import datetime

import frappe
from frappe import _
from frappe.utils import get_datetime, now_datetime

from eoffice_app.organisasi.waktu_kerja import next_opening
from eoffice_app.persuratan.berkala import start_berkala
from eoffice_app.persuratan.pemberitahuan.pengirim import ring_bell
from eoffice_app.persuratan.pengingat import queue_due
from eoffice_app.saluran.keadaan import TERBUKA
from eoffice_app.saluran.pengiriman import DOCTYPE
from eoffice_app.saluran.petugas import list_senders

SEKALI_JALAN = 200


@frappe.whitelist(methods=["POST"])
def send_overdue_delivery_reminders() -> None:
	"""Have the operators reminded of overdue deliveries; called by the Server Script "Ingatkan Pengiriman Terlambat".

	:raises frappe.PermissionError: the user is no administrator of the system
	"""
	start_berkala(remind_of_overdue_deliveries)


def remind_of_overdue_deliveries(saat: datetime | None = None) -> None:
	"""Ring the bell for each open delivery past its deadline, each working day until it has arrived.

	:param saat: the moment in the office's zone; now when left out
	"""
	queue_due(remind_some, saat or now_datetime())


def remind_some(now: datetime) -> int:
	"""Remind of a part of the deliveries that are due, and stamp them; returns how many were due."""
	rows = frappe.db.sql(
		"""
		select name, surat_keluar, nomor_surat, nama_penerima, saluran, cara, keadaan, sifat, unit_penyusun,
			batas_waktu
		from `tabPengiriman Surat`
		where pengingat_berikut <= %s order by pengingat_berikut limit %s for update
		""",
		(now, SEKALI_JALAN),
		as_dict=True,
	)
	for row in rows:
		is_open = row.keadaan in TERBUKA
		if is_open:
			_remind(row, now)
		following = next_opening(now.date()) if is_open else None
		frappe.db.set_value(DOCTYPE, row.name, "pengingat_berikut", following, update_modified=False)
	return len(rows)


def _remind(row: frappe._dict, now: datetime) -> None:
	for user in list_senders(row):
		ring_bell(user, _describe(row, now), "Administrator", row.name, doctype=DOCTYPE)


def _describe(row: frappe._dict, now: datetime) -> str:
	days = (now.date() - get_datetime(row.batas_waktu).date()).days
	late = _("terlambat {0} hari").format(days) if days else _("batas waktunya hari ini")
	if row.sifat != "Biasa":
		return _("Pengiriman surat nomor {0}: {1}").format(row.nomor_surat or "-", late)
	return _("Pengiriman surat nomor {0} kepada {1}: {2}").format(
		row.nomor_surat or "-", row.nama_penerima, late
	)
