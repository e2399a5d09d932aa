"""Who is told of a submission: the operators that one has arrived, the sender what became of it.

One notice to an operator stands for all that arrive until he has read it: a mailbox may bring a thousand at once.
"""

from html import escape

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import format_datetime, get_url_to_list, now_datetime
from frappe.utils.user import get_users_with_role

from eoffice_app.hak_akses.surat import can_see
from eoffice_app.loket.masukan import write_reference
from eoffice_app.organisasi.operator import PERAN_OPERATOR
from eoffice_app.persuratan.cetak.tanggal import write_time
from eoffice_app.persuratan.cetak.teks import write_text
from eoffice_app.persuratan.pemberitahuan import LANGSUNG
from eoffice_app.persuratan.pemberitahuan.pengirim import has_outgoing_mail, ring_bell
from eoffice_app.surel_masuk.otomatis import automatic_mail

DOCTYPE = "Pengajuan Surat"
TEMPLAT_DITERIMA, TEMPLAT_DIKEMBALIKAN = "Pengajuan Surat Diterima", "Pengajuan Surat Dikembalikan"
PANJANG_KABAR = 300
JUDUL = "Ada pengajuan surat baru di loket"
PENGIRIM = "eoffice_app.loket.kabar.mail_operators"


def tell_operators(pengajuan: Document) -> None:
	"""Tell the operators who see a new submission that there is one, unless an earlier notice is still unread."""
	operators = {user for role in PERAN_OPERATOR for user in get_users_with_role(role)} - _list_told()
	users = sorted(user for user in operators if can_see(pengajuan.name, user))
	for user in users:
		ring_bell(user, _(JUDUL), "Administrator", pengajuan.name, doctype=DOCTYPE)
	if users:
		# The sender need not wait for mails to others.
		frappe.enqueue(PENGIRIM, queue="short", enqueue_after_commit=True, users=users)


def mail_operators(users: list[str]) -> None:
	"""Send operators who are told of letters at once an e-mail that there is a new submission: a job.

	:param users: accounts whose bell has just rung
	"""
	if not has_outgoing_mail():
		return
	for user in users:
		pegawai = frappe.db.get_value("Pegawai", {"user": user}, ["nama_lengkap", "cara_pemberitahuan"])
		nama, cara = pegawai or (frappe.utils.get_fullname(user), LANGSUNG)
		if cara == LANGSUNG:
			_queue_mail(user, nama)


def tell_sender(pengajuan: Document, templat: str, alasan: str = "") -> str:
	"""Put an e-mail to the sender into Frappe's queue; return in one sentence what the operator has to know of it.

	:param templat: name of an Email Template, whose text is the office's own
	:param alasan: why a submission is returned
	"""
	if pengajuan.otomatis:
		return _("Tidak diberi kabar: surat elektronik ini dibuat oleh mesin.")
	if not pengajuan.surel:
		return _("Tidak ada alamat surel. Beri tahu pengirim sendiri, telepon: {0}").format(
			pengajuan.telepon or "-"
		)
	if not has_outgoing_mail():
		return _("Kantor belum mempunyai akun surel keluar. Beri tahu pengirim sendiri.")
	if not frappe.db.exists("Email Template", templat):
		return _("Templat surel {0} tidak ada. Beri tahu pengirim sendiri.").format(templat)
	mail = frappe.get_doc("Email Template", templat).get_formatted_email(_describe(pengajuan, alasan))
	with automatic_mail():
		frappe.sendmail(
			recipients=[pengajuan.surel],
			subject=" ".join(mail["subject"].split())[:200],
			message=mail["message"],
			reference_doctype=pengajuan.doctype,
			reference_name=pengajuan.name,
			in_reply_to=write_reference(pengajuan.message_id),
			add_unsubscribe_link=0,
			with_container=True,
		)
	said = _("Surel kepada {0} diantre {1}").format(pengajuan.surel, format_datetime(now_datetime()))
	return said[:PANJANG_KABAR]


def _list_told() -> set[str]:
	unread = {"document_type": DOCTYPE, "read": 0}
	return set(frappe.get_all("Notification Log", filters=unread, pluck="for_user"))


def _queue_mail(user: str, nama: str) -> None:
	frappe.sendmail(
		recipients=[user],
		subject=_(JUDUL),
		template="pemberitahuan_surat",
		args={"nama": nama, "isi": _(JUDUL), "tautan": get_url_to_list(DOCTYPE)},
		with_container=True,
	)


def _describe(pengajuan: Document, alasan: str) -> dict:
	# A stranger wrote these: what looks like HTML in them stays text. Of a secret letter no more than that it is there.
	texts = {
		"nama_pengirim": pengajuan.nama_pengirim,
		"nomor_bukti": pengajuan.nomor_bukti,
		"perihal": "" if pengajuan.rahasia else pengajuan.perihal,
		"diterima_pada": write_time(pengajuan.diterima_pada),
		"alasan": alasan,
		"kantor": frappe.get_cached_doc("Pengaturan E-Office").nama_instansi,
	}
	return {name: escape(write_text(text)).replace("\n", "<br>") for name, text in texts.items()}
