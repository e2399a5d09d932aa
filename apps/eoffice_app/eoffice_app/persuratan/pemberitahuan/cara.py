"""Each person's own choice: notices at once, or as one digest in the morning."""

import frappe
from frappe import _

from eoffice_app.persuratan.pemberitahuan import LANGSUNG, RINGKASAN_PAGI

CARA = (LANGSUNG, RINGKASAN_PAGI)


class BukanPegawaiError(frappe.ValidationError):
	"""An account that belongs to no Pegawai, and so receives no letters."""


class CaraTidakDikenalError(frappe.ValidationError):
	"""A way of being told that there is not."""


@frappe.whitelist()
def get_cara_pemberitahuan() -> str:
	"""Return how the session's user is told of letters, one of CARA.

	:raises BukanPegawaiError: the account belongs to no Pegawai
	"""
	return frappe.db.get_value("Pegawai", _require_own_pegawai(), "cara_pemberitahuan") or LANGSUNG


@frappe.whitelist(methods=["POST"])
def set_cara_pemberitahuan(cara: str) -> None:
	"""Choose how the session's user, and nobody else, is told of letters from now on.

	What was put by for the morning still comes in the morning.

	:param cara: one of CARA
	:raises BukanPegawaiError: the account belongs to no Pegawai
	:raises CaraTidakDikenalError: not one of CARA
	"""
	name = _require_own_pegawai()
	if cara not in CARA:
		frappe.throw(
			_("Pilih salah satu: {0}.").format(", ".join(_(name) for name in CARA)),
			CaraTidakDikenalError,
			title=_("Cara pemberitahuan tidak dikenal"),
		)
	pegawai = frappe.get_doc("Pegawai", name)
	pegawai.cara_pemberitahuan = cara
	# He may choose this for himself without the right to change his rank or number.
	pegawai.save(ignore_permissions=True)


def _require_own_pegawai() -> str:
	name = frappe.db.get_value("Pegawai", {"user": frappe.session.user})
	if not name:
		frappe.throw(
			_(
				"Akun Anda belum terhubung dengan data pegawai. Minta Pengelola E-Office mengisinya pada Pegawai."
			),
			BukanPegawaiError,
			title=_("Bukan akun pegawai"),
		)
	return name
