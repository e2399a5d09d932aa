"""Who may act on a run, one after the other: the clerk who leads it, and the caraka whose run it is."""

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.ekspedisi.galat import KeadaanEkspedisiError
from eoffice_app.persuratan.giliran import wait_for_turn
from eoffice_app.saluran.petugas import may_send

DOCTYPE = "Ekspedisi"


def take_run(name: str, states: tuple, ptype: str = "write") -> Document:
	"""Return a run that the user leads, once it is his turn to act on it.

	:param states: those in which the step may be taken
	:raises frappe.DoesNotExistError: no such run, or not for this user
	:raises KeadaanEkspedisiError: it is in another state
	"""
	wait_for_turn(DOCTYPE, name)
	run = get_led_run(name, ptype)
	require_state(run, states)
	return run


def take_own_run(name: str, states: tuple) -> Document:
	"""Return a run whose caraka the user is, once it is his turn to act on it; raises as `take_run`."""
	wait_for_turn(DOCTYPE, name)
	if frappe.db.get_value(DOCTYPE, name, "akun_caraka") != frappe.session.user:
		refuse_unknown()
	run = frappe.get_doc(DOCTYPE, name, for_update=True)
	require_state(run, states)
	return run


def get_led_run(name: str, ptype: str = "read") -> Document:
	"""Return a run that the user leads: he made it, or sends every one of its letters.

	:raises frappe.DoesNotExistError: no such run, or not for this user
	"""
	if not frappe.db.exists(DOCTYPE, name) or not frappe.has_permission(DOCTYPE, ptype, name):
		refuse_unknown()
	run = frappe.get_doc(DOCTYPE, name, for_update=ptype == "write")
	if ptype == "write" and not _leads(run, frappe.session.user):
		refuse_unknown()
	return run


def require_state(run: Document, states: tuple) -> None:
	"""Refuse a step that does not fit the state of a run.

	:raises KeadaanEkspedisiError: names the state
	"""
	if run.keadaan not in states:
		frappe.throw(
			_("Ekspedisi ini berstatus {0}, sehingga langkah ini tidak berlaku sekarang.").format(
				frappe.bold(_(run.keadaan))
			),
			KeadaanEkspedisiError,
			title=_("Status ekspedisi"),
		)


def refuse_unknown() -> None:
	"""Refuse in the same words what is hidden and what never was.

	:raises frappe.DoesNotExistError: always
	"""
	frappe.throw(_("Ekspedisi ini tidak ditemukan."), frappe.DoesNotExistError, title=_("Tidak ditemukan"))


def save_run(run: Document, **values) -> str:
	"""Write a run within one of its steps; return its state."""
	run.update(values)
	run.flags.langkah = True
	run.save(ignore_permissions=True)
	return run.keadaan


def _leads(run: Document, user: str) -> bool:
	if user in (run.owner, "Administrator"):
		return True
	names = frappe.get_all("Baris Ekspedisi", filters={"ekspedisi": run.name}, pluck="pengiriman")
	columns = ["surat_keluar", "sifat", "cara", "unit_penyusun"]
	rows = frappe.get_all("Pengiriman Surat", filters={"name": ["in", names]}, fields=columns)
	return all(may_send(row, user) for row in rows)
