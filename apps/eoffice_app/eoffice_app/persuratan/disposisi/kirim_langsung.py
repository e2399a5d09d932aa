"""H-1: an invitation or urgent letter whose day has come goes to its addressee without waiting for the head."""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import get_fullname, getdate, now_datetime, nowdate

from eoffice_app.exceptions import TransisiTidakSahError
from eoffice_app.organisasi.operator import PERAN_OPERATOR
from eoffice_app.organisasi.pemangku import list_posts_of_user
from eoffice_app.organisasi.waktu_kerja import next_work_day
from eoffice_app.persuratan.derajat import is_urgent
from eoffice_app.persuratan.disposisi.penerima import list_penerima
from eoffice_app.persuratan.giliran import take_surat
from eoffice_app.persuratan.keadaan import MENUNGGU_DISPOSISI
from eoffice_app.persuratan.pemberitahuan import notify_post


class AlasanLangsungKosongError(frappe.ValidationError):
	"""A letter sent directly without saying why."""


@frappe.whitelist(methods=["POST"])
def send_directly(surat_masuk: str, kepada: list | str, alasan: str) -> list[str]:
	"""Send a letter whose day is tomorrow to posts below its addressee, before he has disposed it.

	The letter goes on waiting for its addressee, who sees what was sent, by whom and why. Source: SOP 000, Note
	("sebelum tanggal dateline (H-1), dapat dikirim langsung ke tujuan surat").

	:param kepada: names of Jabatan, as list or JSON
	:return: names of the disposisi
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises frappe.PermissionError: the user is not an operator who may write this letter
	:raises TransisiTidakSahError: it is not that urgent, or does not wait
	:raises AlasanLangsungKosongError: no reason
	"""
	surat = take_surat(surat_masuk)
	_require_operator(surat)
	_require_due(surat)
	penerima = list(dict.fromkeys(frappe.parse_json(kepada) or []))
	_require_given(penerima, alasan)
	ditulis_pada = now_datetime()
	names = [_send(surat, jabatan, alasan.strip(), ditulis_pada) for jabatan in penerima]
	judul = _("Surat dikirim langsung (H-1) oleh {0}").format(get_fullname(frappe.session.user))
	notify_post(f"langsung/{names[0]}", surat.tujuan, surat.name, judul)
	return names


def get_pilihan_langsung(surat: Document) -> list[dict] | None:
	"""Return the posts to which the session's user may now send a letter directly; None where he may not.

	:return: as `list_penerima`
	"""
	if not (is_due(surat) and is_operator(surat)):
		return None
	return list_penerima([surat.tujuan])


def is_operator(surat: Document) -> bool:
	"""Whether the session's user is an operator of this letter."""
	return bool(PERAN_OPERATOR & set(frappe.get_roles())) and surat.has_permission("write")


def is_due(surat: Document) -> bool:
	"""Whether a letter waits for its addressee although its day is today or the next working day."""
	if surat.workflow_state != MENUNGGU_DISPOSISI:
		return False
	today = getdate(nowdate())
	# What is due on the next working day must go out today.
	last = next_work_day(today)
	if surat.undangan and surat.acara_mulai and today <= getdate(surat.acara_mulai) <= last:
		return True
	return bool(surat.tenggat) and is_urgent(surat.derajat) and getdate(surat.tenggat) <= last


def _send(surat: Document, jabatan: str, alasan: str, ditulis_pada) -> str:
	disposisi = frappe.get_doc(
		{
			"doctype": "Disposisi",
			"surat_masuk": surat.name,
			"dari": surat.tujuan,
			"kepada": jabatan,
			"alasan_langsung": alasan,
			"batas_waktu": max(getdate(surat.acara_mulai or surat.tenggat), getdate(nowdate())),
			"ditulis_pada": ditulis_pada,
		}
	)
	disposisi.flags.pengirim_langsung = _describe_operator()
	# An operator writes no disposisi but this one, which `_require_operator` and `_require_due` have allowed.
	return disposisi.insert(ignore_permissions=True).name


def _describe_operator() -> frappe._dict:
	held = list_posts_of_user(frappe.session.user)
	return (
		held[0]
		if held
		else frappe._dict(nama_lengkap=get_fullname(frappe.session.user), sebagai=_("Operator"))
	)


def _require_operator(surat: Document) -> None:
	if not is_operator(surat):
		frappe.throw(
			_("Hanya operator surat ini yang dapat mengirimnya langsung."),
			frappe.PermissionError,
			title=_("Tidak berwenang"),
		)


def _require_due(surat: Document) -> None:
	if not is_due(surat):
		frappe.throw(
			_(
				"Surat hanya dapat dikirim langsung selama menunggu disposisi, bila acara atau batas penyelesaiannya jatuh pada hari ini atau hari kerja berikutnya (H-1)."
			),
			TransisiTidakSahError,
			title=_("Belum H-1"),
		)


def _require_given(penerima: list[str], alasan: str) -> None:
	if not penerima:
		frappe.throw(_("Pilih paling sedikit satu jabatan penerima."), title=_("Penerima belum dipilih"))
	if not (alasan or "").strip():
		frappe.throw(
			_("Tulis alasan surat dikirim langsung; pimpinan membacanya pada surat."),
			AlasanLangsungKosongError,
			title=_("Alasan belum diisi"),
		)
