"""The nightly check of the ledger of letters' numbers, which shouts when one is missing or doubled."""

import frappe
from frappe import _
from frappe.utils import escape_html, get_url_to_report

from eoffice_app.penomoran.pemeriksaan import Temuan, examine_ledger
from eoffice_app.persuratan.berkala import start_berkala
from eoffice_app.persuratan.pemberitahuan.pengirim import has_outgoing_mail, ring_bell

PENGELOLA = "Pengelola E-Office"
LAPORAN = "Pemeriksaan Buku Nomor"
# The report shows them all.
PALING_BANYAK_DISEBUT = 20


@frappe.whitelist(methods=["POST"])
def check_ledger() -> None:
	"""Have the ledger checked; called by the Server Script "Periksa Buku Nomor".

	:raises frappe.PermissionError: the user is no administrator of the system
	"""
	start_berkala(report_faults)


def report_faults() -> list[Temuan]:
	"""Check the ledger, tell each Pengelola E-Office by bell and e-mail what is wrong with it, and return that."""
	found = examine_ledger()
	if found:
		frappe.log_error(title="Buku nomor tidak utuh", message=_compose_text(found))
		for user in list_pengelola():
			_tell(user, found)
	return found


def list_pengelola() -> list[str]:
	"""Return the accounts of those who look after the office's system; its system managers where there are none."""
	return _list_enabled(PENGELOLA) or _list_enabled("System Manager")


def _list_enabled(role: str) -> list[str]:
	return frappe.db.sql_list(
		"""
		select user.name from `tabUser` user
		join `tabHas Role` peran on peran.parent = user.name and peran.parenttype = 'User'
		where peran.role = %(role)s and user.enabled = 1 order by user.name
		""",
		{"role": role},
	)


def _tell(user: str, found: list[Temuan]) -> None:
	judul = _("Buku nomor tidak utuh: {0} temuan. Buka laporan {1}.").format(len(found), _(LAPORAN))
	isi = _compose_html(found)
	ring_bell(user, judul, "Administrator", isi=isi)
	if has_outgoing_mail() and user != "Administrator":
		frappe.sendmail(recipients=[user], subject=judul, message=isi, with_container=True)


def _compose_html(found: list[Temuan]) -> str:
	lines = "<br>".join(escape_html(line) for line in _compose_text(found).splitlines())
	address = get_url_to_report(LAPORAN, "Script Report", "Buku Nomor")
	return f'<p>{lines}</p><p><a href="{escape_html(address)}">{escape_html(_(LAPORAN))}</a></p>'


def _compose_text(found: list[Temuan]) -> str:
	lines = [f"{temuan.seri}: {temuan.hal}: {temuan.nomor}" for temuan in found[:PALING_BANYAK_DISEBUT]]
	if len(found) > PALING_BANYAK_DISEBUT:
		lines.append(_("dan {0} lagi").format(len(found) - PALING_BANYAK_DISEBUT))
	return "\n".join(lines)
