"""What the deliveries make of their letter: Terkirim when none is open any more, Bernomor again when one comes back."""

import frappe

from eoffice_app.persuratan.keadaan_keluar import BERNOMOR
from eoffice_app.persuratan.keadaan_keluar import TERKIRIM as SURAT_TERKIRIM
from eoffice_app.persuratan.langkah_surat import save_step
from eoffice_app.saluran.keadaan import TERBUKA, TERKIRIM


def is_all_delivered(surat: str) -> bool:
	"""Whether every delivery of a letter that was not cancelled has arrived, and there is one."""
	# A locking read: a transaction that began before another one ended would still see what that one has changed.
	states = set(
		frappe.db.sql_list(
			"select keadaan from `tabPengiriman Surat` where surat_keluar = %s for update", surat
		)
	)
	return TERKIRIM in states and not states & set(TERBUKA)


def follow_pengiriman(surat: str) -> None:
	"""Bring a letter into the state that its deliveries have earned, within the running transaction.

	:param surat: name of the Surat Keluar, whose row is locked
	"""
	state = frappe.db.get_value("Surat Keluar", surat, "workflow_state", for_update=True)
	wanted = SURAT_TERKIRIM if is_all_delivered(surat) else BERNOMOR
	if state in (BERNOMOR, SURAT_TERKIRIM) and state != wanted:
		move_surat(surat, wanted)


def move_surat(surat: str, state: str) -> None:
	"""Bring a letter into another state. Its controller checks the step; the office's workflow need not draw it."""
	doc = frappe.get_doc("Surat Keluar", surat, for_update=True)
	doc.workflow_state = state
	save_step(doc)
