"""The calendar of officials: an invitation lands there, and its official says who goes."""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import add_to_date, cint, format_datetime, get_datetime, now_datetime

from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.organisasi.jabatan import name_post
from eoffice_app.organisasi.pemangku import acts_for, require_acting
from eoffice_app.persuratan.disposisi.langkah import withdraw_disposisi, write_disposisi
from eoffice_app.persuratan.disposisi.penerima import check_penerima, list_penerima
from eoffice_app.persuratan.disposisi.pohon import announce_change
from eoffice_app.persuratan.giliran import take_surat
from eoffice_app.persuratan.keadaan import (
	DISPOSISI_TERKIRIM,
	DISPOSISI_TERTUTUP,
	KEADAAN_DAPAT_DIUBAH,
	KEADAAN_DITUTUP,
)

JENIS = "Agenda Pimpinan"
BELUM, HADIR, DIWAKILI, TIDAK_HADIR = "Belum Diputuskan", "Hadir", "Diwakili", "Tidak Hadir"
INSTRUKSI_MEWAKILI = "Hadiri/wakili"
# An invitation that names no end still takes up its official's time.
JAM_TANPA_AKHIR = 2
PANJANG_JUDUL = 200
KOLOM = (
	"name",
	"surat_masuk",
	"jabatan",
	"judul",
	"tempat",
	"mulai",
	"selesai",
	"kehadiran",
	"diwakili_oleh",
	"catatan",
)


class KehadiranTidakLengkapError(frappe.ValidationError):
	"""A decision that does not exist, or one to be represented that does not say by whom."""


@frappe.whitelist()
def get_acara(start: str, end: str, filters: list | str | None = None, **options) -> list[dict]:
	"""Return the entries of a span of time for Frappe's calendar view, of those whose letter the user may see.

	:param start: first moment, :param end: last moment
	:param filters: what the user filtered by
	:return: dicts of KOLOM and of `title`, the event with the post it is for, as the view shows it
	"""
	rows = frappe.get_list(
		JENIS,
		filters=[
			*(frappe.parse_json(filters) or []),
			[JENIS, "mulai", "<=", end],
			[JENIS, "selesai", ">=", start],
		],
		fields=list(KOLOM),
		order_by="mulai asc",
		limit_page_length=0,
	)
	for row in rows:
		row.title = f"{row.judul} ({frappe.get_cached_value('Jabatan', row.jabatan, 'nama_jabatan')})"
	return rows


@frappe.whitelist()
def list_wakil(agenda: str) -> list[dict]:
	"""Return the posts that may represent the invited one: those below it that somebody holds, nearest first.

	:return: as `list_penerima`
	:raises frappe.DoesNotExistError: not there, or not for this user
	"""
	surat_masuk, jabatan = frappe.db.get_value(JENIS, agenda, ["surat_masuk", "jabatan"]) or ("", "")
	get_visible_surat(surat_masuk)
	return [row for row in list_penerima([jabatan]) if row["pemangku"]]


@frappe.whitelist(methods=["POST"])
def decide_kehadiran(
	agenda: str, kehadiran: str, diwakili_oleh: str | None = None, catatan: str = ""
) -> list[dict]:
	"""Decide as holder of the invited post who goes: he himself, a post below, nobody.

	Who is to represent gets a disposisi that says so, unless he has one, and the event in his own calendar.

	:param kehadiran: Hadir, Diwakili or Tidak Hadir
	:param diwakili_oleh: the post that represents
	:return: entries of whoever goes that clash with this one, as dicts of `judul`, `mulai`, `selesai`
	:raises frappe.DoesNotExistError: not there, or not for this user
	:raises BukanPemangkuError: the user does not act for the invited post
	:raises KehadiranTidakLengkapError: see there
	:raises: for a representative also what the Disposisi controller raises
	"""
	take_surat(frappe.db.get_value(JENIS, agenda, "surat_masuk") or "")
	doc = frappe.get_doc(JENIS, agenda, for_update=True)
	require_acting(doc.jabatan)
	diwakili_oleh = diwakili_oleh if kehadiran == DIWAKILI else None
	_require_complete(doc, kehadiran, diwakili_oleh)
	if doc.diwakili_oleh and doc.diwakili_oleh != diwakili_oleh:
		_release(doc)
	doc.update({"kehadiran": kehadiran, "diwakili_oleh": diwakili_oleh, "catatan": (catatan or "").strip()})
	doc.save(ignore_permissions=True)
	if diwakili_oleh:
		_appoint(doc)
	announce_change(doc.surat_masuk)
	goes = {HADIR: doc.jabatan, DIWAKILI: diwakili_oleh}.get(kehadiran)
	return find_clashes(goes, doc.mulai, doc.selesai, doc.surat_masuk) if goes else []


def list_acara(surat_masuk: str) -> list[dict]:
	"""Return the entries of a letter with the names of their posts and whether the user decides them (`boleh`)."""
	# Written out: a letter's form waits for it, and get_all takes three times as long.
	rows = frappe.db.sql(
		f"select {', '.join(KOLOM)} from `tab{JENIS}` where surat_masuk = %s order by creation",
		surat_masuk,
		as_dict=True,
	)
	for row in rows:
		row.nama_jabatan = name_post(row.jabatan)
		row.nama_wakil = row.diwakili_oleh and name_post(row.diwakili_oleh)
		row.boleh = acts_for(frappe.session.user, row.jabatan)
	return rows


def follow_invitation(surat: Document) -> None:
	"""Bring the calendar in line with a letter: an entry once it is before its addressee, none once it is closed.

	:param surat: a Surat Masuk being saved
	"""
	if surat.workflow_state in KEADAAN_DITUTUP or not _is_invitation(surat):
		frappe.db.delete(JENIS, {"surat_masuk": surat.name})
	elif surat.workflow_state not in KEADAAN_DAPAT_DIUBAH:
		_enter(surat.name, surat.tujuan, _describe_acara(surat))


def warn_of_clash(surat: Document) -> None:
	"""Tell who registers an invitation that its addressee has another event then, of those this user may see.

	:param surat: a Surat Masuk being saved
	"""
	if not _is_invitation(surat) or not any(
		map(surat.has_value_changed, ("acara_mulai", "acara_selesai", "tujuan"))
	):
		return
	acara = _describe_acara(surat)
	found = find_clashes(surat.tujuan, acara["mulai"], acara["selesai"], surat.name)
	if found:
		frappe.msgprint(
			_("Pada waktu acara ini {0} sudah mempunyai acara lain: {1}.").format(
				frappe.bold(name_post(surat.tujuan)),
				"; ".join(_describe_clash(row) for row in found),
			),
			title=_("Acara berbenturan"),
			indicator="orange",
		)


def find_clashes(jabatan: str, mulai, selesai, kecuali: str) -> list[dict]:
	"""Return the entries of a post that overlap a span of time, of those whose letter the user may see.

	:param kecuali: name of the letter whose own entries do not count
	"""
	return frappe.get_list(
		JENIS,
		filters={
			"jabatan": jabatan,
			"surat_masuk": ["!=", kecuali],
			"kehadiran": ["in", (BELUM, HADIR)],
			"mulai": ["<", get_datetime(selesai)],
			"selesai": [">", get_datetime(mulai)],
		},
		fields=["name", "judul", "mulai", "selesai"],
		order_by="mulai asc",
		limit_page_length=5,
	)


def _is_invitation(surat: Document) -> bool:
	return bool(cint(surat.undangan) and surat.acara_mulai)


def _describe_acara(surat: Document) -> dict:
	return {
		"judul": surat.perihal[:PANJANG_JUDUL],
		"tempat": surat.acara_tempat,
		"mulai": surat.acara_mulai,
		"selesai": surat.acara_selesai or add_to_date(surat.acara_mulai, hours=JAM_TANPA_AKHIR),
	}


def _enter(surat_masuk: str, jabatan: str, acara: dict) -> None:
	name = frappe.db.get_value(JENIS, {"surat_masuk": surat_masuk, "jabatan": jabatan})
	if name:
		frappe.get_doc(JENIS, name).update(acara).save(ignore_permissions=True)
	else:
		frappe.get_doc({"doctype": JENIS, "surat_masuk": surat_masuk, "jabatan": jabatan, **acara}).insert(
			ignore_permissions=True
		)


def _require_complete(doc: Document, kehadiran: str, diwakili_oleh: str | None) -> None:
	if kehadiran not in (HADIR, DIWAKILI, TIDAK_HADIR):
		frappe.throw(
			_("Pilih Hadir, Diwakili atau Tidak Hadir."),
			KehadiranTidakLengkapError,
			title=_("Kehadiran belum dipilih"),
		)
	if kehadiran == DIWAKILI and not diwakili_oleh:
		frappe.throw(
			_("Pilih jabatan yang mewakili."), KehadiranTidakLengkapError, title=_("Wakil belum dipilih")
		)
	if diwakili_oleh:
		check_penerima(doc.jabatan, diwakili_oleh, None)


def _appoint(doc: Document) -> None:
	filters = {"surat_masuk": doc.surat_masuk, "dari": doc.jabatan, "kepada": doc.diwakili_oleh}
	if not frappe.db.exists("Disposisi", {**filters, "status": ["not in", DISPOSISI_TERTUTUP]}):
		known = frappe.db.exists("Instruksi Disposisi", {"name": INSTRUKSI_MEWAKILI, "aktif": 1})
		write_disposisi(
			doc.surat_masuk,
			[doc.diwakili_oleh],
			[INSTRUKSI_MEWAKILI] if known else [],
			doc.catatan or _("Wakili saya pada acara ini."),
			batas_waktu=max(get_datetime(doc.selesai), now_datetime()).date(),
			dari=doc.jabatan,
		)
	_enter(
		doc.surat_masuk,
		doc.diwakili_oleh,
		{field: doc.get(field) for field in ("judul", "tempat", "mulai", "selesai")},
	)


def _release(doc: Document) -> None:
	"""Take the event from who was to represent; the disposisi too, while he has not read it."""
	former = doc.diwakili_oleh
	frappe.db.delete(JENIS, {"surat_masuk": doc.surat_masuk, "jabatan": former})
	unread = frappe.db.get_value(
		"Disposisi",
		{
			"surat_masuk": doc.surat_masuk,
			"dari": doc.jabatan,
			"kepada": former,
			"status": DISPOSISI_TERKIRIM,
			"kirim_langsung": 0,
		},
	)
	if unread:
		withdraw_disposisi(unread)


def _describe_clash(row: frappe._dict) -> str:
	return f"{frappe.utils.escape_html(row.judul)} ({format_datetime(row.mulai)})"
