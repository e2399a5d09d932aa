"""What goes without waiting for the operator: the ways that the office has set to "Kirim Otomatis".

Source: SOP 004, 6 ("Surat sudah otomatis terkirim"). A delivery waits in its row, so that a killed worker or a lost job
costs a minute: the sweep finds it again.
"""

import frappe
from frappe.utils import strip_html_tags

from eoffice_app.organisasi.operator import find_operated_unit
from eoffice_app.organisasi.pemangku import list_posts_of_user
from eoffice_app.persuratan.keadaan_keluar import BERNOMOR
from eoffice_app.saluran.keadaan import INTERNAL, MENUNGGU, SUREL
from eoffice_app.saluran.kirim import send_pengiriman
from eoffice_app.saluran.pengiriman import DOCTYPE, lock_pengiriman
from eoffice_app.saluran.petugas import list_senders

PERCOBAAN_TERBANYAK = 3
SEKALI_JALAN = 500


def send_planned(letters: list[str]) -> None:
	"""Send those deliveries of letters that go by themselves: the job that their planning starts."""
	for name in _list_automatic({"surat_keluar": ["in", letters]}):
		send_automatic(name)


def send_waiting_automatic() -> None:
	"""Send what goes by itself and still waits: run each minute, for what a killed worker left behind."""
	for name in _list_automatic():
		send_automatic(name)


def send_automatic(pengiriman: str) -> None:
	"""Send one delivery that goes by itself, as the first operator who may, and commit.

	Where none may, or it fails several times, it waits for the operator, and says why.
	"""
	user = frappe.session.user
	try:
		_send(pengiriman)
	except Exception as error:
		frappe.db.rollback()
		_note_failure(pengiriman, error)
	finally:
		frappe.set_user(user)
	frappe.db.commit()


def _send(pengiriman: str) -> None:
	doc = lock_pengiriman(pengiriman)
	sender = next(filter(_is_at_work, list_senders(doc)), None)
	state = frappe.db.get_value("Surat Keluar", doc.surat_keluar, "workflow_state")
	if doc.keadaan == MENUNGGU and state == BERNOMOR and sender:
		# Registered by an operator like any other letter: his unit, his book, his name.
		frappe.set_user(sender)
		send_pengiriman(doc, sender)


def _is_at_work(user: str) -> bool:
	# Who has the role and no place in the office registers nothing.
	return bool(find_operated_unit(user) or list_posts_of_user(user))


def _note_failure(pengiriman: str, error: Exception) -> None:
	frappe.clear_messages()
	frappe.log_error(title=f"Pengiriman {pengiriman}", reference_doctype=DOCTYPE)
	tried = frappe.db.get_value(DOCTYPE, pengiriman, "percobaan") + 1
	values = {"percobaan": tried, "alasan": strip_html_tags(str(error))[:500]}
	frappe.db.set_value(DOCTYPE, pengiriman, values)


def _list_automatic(filters: dict | None = None) -> list[str]:
	ways = frappe.get_all(
		"Saluran Pengiriman",
		filters={"otomatis": 1, "aktif": 1, "cara": ["in", (SUREL, INTERNAL)]},
		pluck="name",
	)
	if not ways:
		return []
	waiting = {"keadaan": MENUNGGU, "saluran": ["in", ways], "percobaan": ["<", PERCOBAAN_TERBANYAK]}
	return frappe.get_all(
		DOCTYPE,
		filters={**waiting, **(filters or {})},
		pluck="name",
		order_by="creation asc",
		limit=SEKALI_JALAN,
	)
