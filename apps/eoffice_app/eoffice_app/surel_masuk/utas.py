"""Which mail answers which: a mail names those before it, and of these the office may have received or sent one."""

from collections.abc import Collection

import frappe

from eoffice_app.loket.masukan import shorten

PENGAJUAN = "Pengajuan Surat"
PENGIRIMAN = "Pengiriman Surat"


def choose_utas(utas: Collection[str]) -> str | None:
	"""Return the nearest of the mails that another answers which the office knows, otherwise the nearest of all.

	:param utas: Message-IDs without brackets, the nearest first
	"""
	known = (name for name in utas if find_pengajuan(name) or find_pengiriman(name))
	return next(known, next(iter(utas), None))


def find_pengajuan(message_id: str | None) -> str | None:
	"""Return the submission that came as this mail, or answered the same one."""
	return frappe.db.get_value(PENGAJUAN, {"message_id": shorten(message_id or "")}) if message_id else None


def find_pengiriman(message_id: str | None) -> str | None:
	"""Return the delivery by which the office sent this mail."""
	queued = frappe.get_all("Email Queue", filters={"message_id": message_id or ""}, pluck="name")
	names = [frappe.db.get_value(PENGIRIMAN, {"antrean_surel": str(name)}) for name in queued]
	return next(filter(None, names), None)
