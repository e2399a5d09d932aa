"""Letters with everything that hangs on them, for tests that ask by real requests."""

import frappe

from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.tests.dasar import (
	KasusUji,
	acting_as,
	make,
	make_pegawai,
	make_pemangku,
	make_surat_menunggu,
	surel,
)
from eoffice_app.tests.klien import make_klien


class KasusSuratLengkap(KasusUji):
	"""A test case with `surat`, a letter of each sifat (see `make_letter`), and `klien`, who asks, by post.

	Requests come by connections of their own, so the letters are committed, and taken away at the end.
	"""

	daftar_sifat: tuple[str, ...]
	daftar_penanya: tuple[str, ...]

	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		make_penanya()
		cls.surat = {sifat: make_letter(sifat) for sifat in cls.daftar_sifat}
		# Who signs in does so by a connection of his own.
		frappe.db.commit()
		cls.klien = {
			kode: make_klien(kode if kode == "Guest" else surel(kode)) for kode in cls.daftar_penanya
		}
		frappe.db.commit()

	@classmethod
	def tearDownClass(cls):
		frappe.set_user("Administrator")
		for surat in cls.surat.values():
			remove_letter(surat)
		frappe.db.commit()
		super().tearDownClass()


def make_penanya() -> None:
	"""Add those who ask and have no place in the office of `dasar`."""
	make(
		"Jabatan",
		{"kode": "UJI-OPERATOR-LAIN"},
		nama_jabatan="Jabatan UJI-OPERATOR-LAIN",
		unit_kerja="UJI-BID-B",
		parent_jabatan="UJI-KABID-B",
	)
	make_pemangku("UJI-OPERATOR-LAIN", make_pegawai("UJI-OPERATOR-LAIN", "Operator Surat"))
	make_pegawai("UJI-PIMPINAN-LAIN", "Pimpinan")


def make_letter(sifat: str) -> dict:
	"""Register a letter, dispose it, hang a comment, a version and a label on it; return its names."""
	tanda = f"jingga{frappe.generate_hash(length=8)}"
	pengirim = make("Instansi", {"nama_instansi": f"Pengirim {frappe.generate_hash(length=8)}"})
	surat = make_surat_menunggu(
		tujuan="UJI-KASI-A1", sifat=sifat, perihal=f"Perihal {tanda}", nomor_surat=tanda, pengirim=pengirim
	)
	with acting_as("UJI-KASI-A1"):
		(disposisi,) = write_disposisi(surat.name, ["UJI-STAF-A1"], ["Tindak lanjuti"])
	label = f"label{frappe.generate_hash(length=8)}"
	surat = frappe.get_doc("Surat Masuk", surat.name)
	surat.add_tag(label)
	komentar = surat.add_comment("Comment", f"Komentar {tanda}")
	versi = frappe.get_doc(
		{"doctype": "Version", "ref_doctype": surat.doctype, "docname": surat.name, "data": f'"{tanda}"'}
	).insert()
	names = {
		"name": surat.name,
		"sifat": sifat,
		"agenda": frappe.db.get_value("Agenda", {"surat_masuk": surat.name}),
		"disposisi": disposisi,
		"berkas": surat.scan[0].berkas,
		"file": frappe.db.get_value("File", {"file_url": surat.scan[0].berkas}),
		"komentar": komentar.name,
		"versi": versi.name,
		"tanda": tanda,
		"label": label,
		"pengirim": pengirim,
	}
	# Some of Frappe's tables have numbers for names.
	return {key: str(name) for key, name in names.items()}


def remove_letter(surat: dict) -> None:
	"""Take away what `make_letter` left in the database."""
	frappe.db.delete("Surat Masuk", {"name": surat["name"]})
	for doctype in ("Agenda", "Disposisi", "Pemberitahuan Surat", "Riwayat Buka", "Agenda Pimpinan"):
		frappe.db.delete(doctype, {"surat_masuk": surat["name"]})
	frappe.db.delete("Akses Surat", {"surat": surat["name"]})
	frappe.db.delete("Scan Surat", {"parent": surat["name"]})
	frappe.db.delete("Comment", {"reference_name": surat["name"]})
	frappe.db.delete("Version", {"docname": surat["name"]})
	frappe.db.delete("Tag Link", {"document_name": surat["name"]})
	frappe.db.delete("Tag", {"name": surat["label"]})
	frappe.db.delete("Instansi", {"name": surat["pengirim"]})
	frappe.delete_doc("File", surat["file"], force=True, ignore_permissions=True)
