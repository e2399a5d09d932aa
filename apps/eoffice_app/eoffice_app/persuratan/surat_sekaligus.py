"""One step of the workflow on several letters at once, from their list."""

from collections.abc import Callable

import frappe
from frappe import _
from frappe.model.workflow import WorkflowTransitionError, apply_workflow
from frappe.utils import cint

from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.persuratan.konsep.langkah import give_paraf
from eoffice_app.persuratan.satu_per_satu import try_each
from eoffice_app.persuratan.surat_masuk.verifikasi import verify_surat

JENIS = ("Surat Masuk", "Surat Keluar")


@frappe.whitelist(methods=["POST"])
def run_many(
	jenis: str, langkah: str, daftar_surat: list | str, nilai: dict | str | None = None
) -> list[dict]:
	"""Take one step on several letters; return what became of each.

	What is asked of the step is asked of each letter: turn, role, state, checklist. A letter that is not there, or not for this
	user, is refused like any other.

	:param jenis: Surat Masuk or Surat Keluar
	:param langkah: an action of its workflow
	:param daftar_surat: dicts of `name`, and of an outgoing letter `versi`, the version of the text that the user has read
	:param nilai: for a verification the `hasil` that holds for all, see `verify_surat`; for a paraf its `catatan`
	:return: dicts of `surat` and `galat`, the message why not, or None
	:raises TerlaluBanyakError: see `try_each`
	"""
	if jenis not in JENIS:
		frappe.throw(_("Langkah ini tidak dikenal."), frappe.DoesNotExistError)
	versions = {str(row["name"]): cint(row.get("versi")) for row in frappe.parse_json(daftar_surat)}
	names, values = list(versions), frappe.parse_json(nilai) or {}
	refused = try_each(names, _choose_step(jenis, langkah, versions, values))
	return [{"surat": name, "galat": galat} for name, galat in zip(names, refused, strict=True)]


def _choose_step(jenis: str, langkah: str, versions: dict[str, int], nilai: dict) -> Callable[[str], object]:
	act = {
		("Surat Masuk", "Verifikasi"): lambda name: verify_surat(name, nilai.get("hasil") or []),
		("Surat Keluar", "Beri Paraf"): lambda name: give_paraf(
			name, versions[name], nilai.get("catatan") or ""
		),
	}.get((jenis, langkah), lambda name: apply_workflow(get_visible_surat(name, jenis), langkah))
	return lambda name: _take(jenis, name, langkah, act)


def _take(jenis: str, name: str, langkah: str, act: Callable[[str], object]) -> None:
	try:
		act(name)
	except WorkflowTransitionError as error:
		# Frappe's own message says neither what is wrong nor with which letter.
		state = frappe.db.get_value(jenis, name, "workflow_state")
		message = _("Surat berstatus {0}, sehingga langkah {1} tidak berlaku atau bukan wewenang Anda.")
		raise WorkflowTransitionError(message.format(_(state), _(langkah))) from error
