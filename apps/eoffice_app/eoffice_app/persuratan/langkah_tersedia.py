"""Which steps of the workflow a letter's form offers: of those that are drawn for its user, the ones he may take now."""

import frappe
from frappe.model import workflow
from frappe.model.document import Document

from eoffice_app.persuratan.keadaan_keluar import MENUNGGU_PARAF, MENUNGGU_TANDA_TANGAN
from eoffice_app.persuratan.konsep.giliran import may_return_to_pemeriksa
from eoffice_app.persuratan.surat_masuk.transisi import may_take_step


@frappe.whitelist()
def get_transitions(doc: str | dict) -> list[dict]:
	"""Return the steps that a form offers, in place of Frappe's function of this name.

	The workflow is the office's own, and cannot ask all that the server asks; so what it draws is narrowed here.

	:param doc: as `frappe.model.workflow.get_transitions`; of no letter but the name is believed
	:raises: as that
	"""
	drawn = workflow.get_transitions(doc)
	values = frappe.parse_json(doc)
	if not (drawn and values["doctype"] in PENYARING):
		return drawn
	return _narrow(frappe.get_doc(values["doctype"], values["name"]), drawn)


def list_langkah(surat: Document) -> list[dict]:
	"""Return the same steps for a letter that is read already; none where the office has switched its workflow off."""
	if not (workflow.get_workflow_name(surat.doctype) and surat.workflow_state):
		return []
	return _narrow(surat, workflow.get_transitions(surat))


def _narrow(surat: Document, drawn: list[dict]) -> list[dict]:
	return [step for step in drawn if PENYARING[surat.doctype](surat, step)]


def _may_take_keluar(surat: Document, step: dict) -> bool:
	is_return = (step["state"], step["next_state"]) == (MENUNGGU_TANDA_TANGAN, MENUNGGU_PARAF)
	return not is_return or may_return_to_pemeriksa(surat, frappe.session.user)


PENYARING = {
	"Surat Masuk": lambda surat, step: may_take_step(surat, step["next_state"]),
	"Surat Keluar": _may_take_keluar,
}
