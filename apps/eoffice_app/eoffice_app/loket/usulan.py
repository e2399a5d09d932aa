"""What is proposed to the operator when he makes a submission a letter: sender, addressee, book, and what may be the same."""

import re

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.loket.keadaan import LEWAT_SUREL, SANAPATI
from eoffice_app.persuratan.berkas.scan import JENIS_BERKAS
from eoffice_app.persuratan.surat_masuk.buku import MASUK
from eoffice_app.persuratan.surat_masuk.pendaftaran import get_last_particulars
from eoffice_app.surel_masuk.kotak import find_buku

# Addresses at these say nothing about the agency behind them.
DOMAIN_UMUM = frozenset(
	{
		"aol.com",
		"gmail.com",
		"googlemail.com",
		"hotmail.com",
		"icloud.com",
		"live.com",
		"outlook.com",
		"proton.me",
		"protonmail.com",
		"rocketmail.com",
		"yahoo.co.id",
		"yahoo.com",
		"ymail.com",
	}
)
DARI_SURAT_LALU = ("tujuan", "sifat", "derajat", "klasifikasi")
BUKU_SANAPATI = "BM"


@frappe.whitelist()
def get_usulan(pengajuan: str) -> dict:
	"""Return the values proposed for the letter of a submission, each of which the operator may change.

	:return: dict of `surat` (values of its fields), `pengirim_baru`, `jenis_pengirim`, `alasan_pengirim` (why that
	        sender, in words), `berkas` (dicts of `name`, `nama`, `jenis`, `scan`: whether it can be one) and `sertakan_isi`
	:raises frappe.DoesNotExistError: no such submission, or not for this user
	"""
	doc = get_visible_surat(pengajuan, "Pengajuan Surat")
	pengirim, alasan = find_instansi(doc)
	lalu = get_last_particulars(pengirim) if pengirim else {}
	berkas = [
		{"name": row.name, "nama": row.nama_asli, "jenis": row.jenis, "scan": row.jenis in JENIS_BERKAS}
		for row in doc.berkas
	]
	surat = {
		**{name: lalu[name] for name in DARI_SURAT_LALU if name in lalu},
		"buku": _find_buku(doc),
		"pengirim": pengirim,
		"nomor_surat": doc.nomor_surat,
		"tanggal_surat": doc.tanggal_surat or (doc.dikirim_pada or doc.diterima_pada).date(),
		"perihal": doc.perihal,
	}
	if tujuan := doc.tujuan_jabatan or find_jabatan(doc.tujuan):
		surat["tujuan"] = tujuan
	if doc.rahasia:
		surat["sifat"] = "Rahasia"
	return {
		"surat": surat,
		"pengirim_baru": "" if pengirim else doc.instansi_pengirim or doc.nama_pengirim,
		"jenis_pengirim": "Lainnya" if doc.instansi_pengirim else "Perorangan",
		"alasan_pengirim": alasan,
		"berkas": berkas,
		"sertakan_isi": doc.asal in LEWAT_SUREL or not any(row["scan"] for row in berkas),
	}


def find_instansi(doc: Document) -> tuple[str | None, str]:
	"""Return the Instansi that a submission seems to be from, and why in words; None where nothing speaks for one.

	In this order: the one it names, its e-mail address, its name, the domain of its address.
	"""
	if doc.instansi:
		return doc.instansi, ""
	surel = (doc.surel or "").lower()
	if surel and (name := _find_only({"surel": surel})):
		return name, _("alamat surelnya sama")
	if name := _find_by_name(doc.instansi_pengirim or doc.nama_pengirim):
		return name, _("namanya sama")
	domain = surel.rpartition("@")[2]
	if domain and domain not in DOMAIN_UMUM and (name := _find_only({"surel": ["like", f"%@{domain}"]})):
		return name, _("domain surelnya sama")
	return None, ""


def find_jabatan(tujuan: str | None) -> str | None:
	"""Return the open post that a sender wrote to, by its title or the beginning of it; None unless it is the only one."""
	wanted = _simplify(tujuan)
	if not wanted:
		return None
	posts = frappe.get_all("Jabatan", filters={"aktif": 1}, fields=["name", "nama_jabatan"])
	titles = {post.name: _simplify(post.nama_jabatan) for post in posts}
	found = [name for name, title in titles.items() if title == wanted]
	found = found or [name for name, title in titles.items() if title.startswith(wanted + " ")]
	return found[0] if len(found) == 1 else None


def _find_by_name(nama: str | None) -> str | None:
	# The database compares without regard to capitals.
	nama = " ".join((nama or "").split())
	return frappe.db.get_value("Instansi", {"nama_instansi": nama}) if nama else None


def _find_only(filters: dict) -> str | None:
	found = frappe.get_all("Instansi", filters=filters, pluck="name", limit=2)
	return found[0] if len(found) == 1 else None


def _find_buku(doc: Document) -> str | None:
	filters = {"jenis": MASUK, "rahasia": doc.rahasia, "aktif": 1}
	books = frappe.get_all("Buku Agenda", filters=filters, pluck="name", order_by="kode asc")
	default = find_buku(doc.kotak_masuk) or (
		BUKU_SANAPATI if doc.asal == SANAPATI else frappe.get_meta("Surat Masuk").get_field("buku").default
	)
	return default if default in books else next(iter(books), None)


def _simplify(text: str | None) -> str:
	return re.sub(
		r"[^a-z0-9]+", " ", re.sub(r"\b(yth|kepada|bapak|ibu|sdr)\b\.?", " ", (text or "").lower())
	).strip()
