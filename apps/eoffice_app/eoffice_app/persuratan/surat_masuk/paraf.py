"""The secretary's paraf: he has looked at a letter before it reaches the head."""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import now_datetime

from eoffice_app.exceptions import TransisiTidakSahError
from eoffice_app.organisasi.pemangku import acts_for, require_acting
from eoffice_app.persuratan.alur_kerja import enter_when_offered
from eoffice_app.persuratan.giliran import take_surat
from eoffice_app.persuratan.keadaan import DIVERIFIKASI, MENUNGGU_DISPOSISI
from eoffice_app.persuratan.pemberitahuan import notify_post
from eoffice_app.persuratan.surat_masuk.aturan_paraf import awaits_paraf, get_sekretaris, needs_paraf


@frappe.whitelist(methods=["POST"])
def give_paraf(surat_masuk: str, catatan: str = "") -> bool:
	"""Give the secretary's paraf on a letter, which thereby goes on to the head.

	Source: SOP 003 (the secretary's paraf on the sheet).

	:return: whether the letter went on; False where the office's workflow leaves that to the operator
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises BukanPemangkuError: the user does not act for the secretary's post
	:raises TransisiTidakSahError: the letter needs no paraf, or not now
	"""
	surat = take_surat(surat_masuk)
	if not needs_paraf(surat) or surat.workflow_state != DIVERIFIKASI:
		frappe.throw(
			_("Surat ini berstatus {0} dan tidak menunggu paraf.").format(
				frappe.bold(_(surat.workflow_state))
			),
			TransisiTidakSahError,
			title=_("Tidak menunggu paraf"),
		)
	holder = require_acting(get_sekretaris())
	frappe.db.set_value(
		"Surat Masuk",
		surat.name,
		{
			"paraf_sebagai": holder.sebagai,
			"paraf_nama": holder.nama_lengkap,
			"paraf_pada": now_datetime(),
			"paraf_catatan": (catatan or "").strip(),
		},
	)
	return enter_when_offered(surat.name, MENUNGGU_DISPOSISI)


def may_give_paraf(surat: Document) -> bool:
	"""Whether a letter waits for the paraf of the session's user."""
	return (
		surat.workflow_state == DIVERIFIKASI
		and awaits_paraf(surat)
		and acts_for(frappe.session.user, get_sekretaris())
	)


def tell_sekretaris(surat: Document) -> None:
	"""Tell the secretary of a letter that has just come to wait for his paraf.

	:param surat: a Surat Masuk being saved
	"""
	if (
		surat.workflow_state == DIVERIFIKASI
		and surat.has_value_changed("workflow_state")
		and needs_paraf(surat)
	):
		notify_post(f"paraf/{surat.name}", get_sekretaris(), surat.name, _("Surat menunggu paraf Anda"))
