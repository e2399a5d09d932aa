"""The base of all tests of the app: one test case that works on every base, and the factories."""

import os
from collections.abc import Callable
from contextlib import contextmanager
from io import BytesIO

import frappe
from frappe.model.document import Document
from frappe.model.workflow import apply_workflow
from frappe.utils import add_to_date, now_datetime, nowdate
from PIL import Image

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.persuratan.surat_masuk.verifikasi import verify_surat

try:
	from frappe.tests import IntegrationTestCase as KasusFrappe
except ImportError:
	from frappe.tests.utils import FrappeTestCase as KasusFrappe

# The office of the tests:  KADIS > SEKDIN > UMUM (operator, operator sandi, verifikator)
#                                 > KABID-A > KASI-A1 > STAF-A1
#                                           > KASI-A2
#                                 > KABID-B > STAF-B
JABATAN = (
	("UJI-KADIS", None, "UJI-DINAS", "Pimpinan"),
	("UJI-SEKDIN", "UJI-KADIS", "UJI-SEKR", "Pejabat"),
	("UJI-OPERATOR", "UJI-SEKDIN", "UJI-SEKR", "Operator Surat"),
	("UJI-SANDI", "UJI-SEKDIN", "UJI-SEKR", "Operator Sandi"),
	("UJI-VERIFIKATOR", "UJI-SEKDIN", "UJI-SEKR", "Verifikator"),
	("UJI-KABID-A", "UJI-KADIS", "UJI-BID-A", "Pejabat"),
	("UJI-KASI-A1", "UJI-KABID-A", "UJI-BID-A", "Pejabat"),
	("UJI-STAF-A1", "UJI-KASI-A1", "UJI-BID-A", "Pejabat"),
	("UJI-KASI-A2", "UJI-KABID-A", "UJI-BID-A", "Pejabat"),
	("UJI-KABID-B", "UJI-KADIS", "UJI-BID-B", "Pejabat"),
	("UJI-STAF-B", "UJI-KABID-B", "UJI-BID-B", "Staf"),
	("UJI-KOSONG", "UJI-KADIS", "UJI-BID-B", None),
)
# Everybody of these offices; tests of other classes leave people of their own behind.
ORANG = (*(jabatan for jabatan, *_rest in JABATAN), "UJI-PENGELOLA")


class KasusUji(KasusFrappe):
	"""A test case with the small office of JABATAN and what `prepare_class` makes; each test is rolled back.

	`prepare_class`, a class method, returns what each test begins with, by the name of its attribute: made once for all tests of
	the class, read anew by each, rolled back after the last. Where tests commit, each makes its own in `setUp`.
	"""

	prepare_class: Callable[[], dict] | None = None
	bekal: dict = {}

	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		frappe.set_user("Administrator")
		make_kantor()
		frappe.db.commit()
		if cls.prepare_class:
			enter_kantor()
			cls.bekal = cls.prepare_class()

	def setUp(self):
		frappe.db.savepoint("uji")
		enter_kantor()
		for name, thing in self.bekal.items():
			setattr(
				self,
				name,
				frappe.get_doc(thing.doctype, thing.name) if isinstance(thing, Document) else thing,
			)

	def tearDown(self):
		frappe.set_user("Administrator")
		frappe.db.rollback(save_point="uji")
		frappe.db.after_commit.reset()

	def sebagai(self, kode: str):
		"""See `acting_as`."""
		return acting_as(kode)


def enter_kantor() -> None:
	"""Begin as the administrator in the office of the tests, which names no operators, whatever other one the site holds."""
	frappe.set_user("Administrator")
	# Messages are compared in the language of the source, whatever the site's.
	frappe.local.lang = "id"
	frappe.db.set_value("Unit Kerja", {"operator": ["is", "set"]}, "operator", None)


@contextmanager
def acting_as(kode: str):
	"""Act as the holder of a post of the test office, a user named by address or Guest, and be oneself again."""
	previous = frappe.session.user
	frappe.set_user(kode if "@" in kode or kode == "Guest" else surel(kode))
	try:
		yield
	finally:
		frappe.set_user(previous)


def surel(kode: str) -> str:
	"""Return the account of the holder of a post of the test office."""
	return f"{kode.lower()}@uji.example"


def make_kantor() -> None:
	"""Create the office of JABATAN where it is not there yet, and those who manage it: UJI-SISTEM the
	machine, UJI-PENGELOLA the office's own settings."""
	# First of all: in a system without one Frappe makes whoever comes first its manager, beside the roles given.
	make_pegawai("UJI-SISTEM", "System Manager")
	make_pegawai("UJI-PENGELOLA", "Pengelola E-Office")
	for unit in dict.fromkeys(row[2] for row in JABATAN):
		make("Unit Kerja", {"kode": unit}, nama_unit=unit)
	for kode, atasan, unit, peran in JABATAN:
		make(
			"Jabatan", {"kode": kode}, nama_jabatan=f"Jabatan {kode}", unit_kerja=unit, parent_jabatan=atasan
		)
		if peran:
			make_pemangku(kode, make_pegawai(kode, peran))
	make("Instansi", {"nama_instansi": "Instansi Uji"})
	make("Klasifikasi Arsip", {"kode": "UJI.1"}, uraian="Klasifikasi Uji")


def make_pegawai(kode: str, *peran: str) -> str:
	"""Create a Pegawai with an account of these roles; return its name."""
	make_akun(kode, *peran)
	return make("Pegawai", {"user": surel(kode)}, nama=f"Pegawai {kode}", pangkat="Penata", golongan="III/c")


def make_akun(kode: str, *peran: str) -> None:
	"""Create an account of these roles unless it is there: slow, because Frappe then reads all its DocTypes anew."""
	if not frappe.db.exists("User", surel(kode)):
		user = frappe.get_doc(
			{"doctype": "User", "email": surel(kode), "first_name": kode, "send_welcome_email": 0}
		)
		user.append_roles(*peran)
		user.insert(ignore_permissions=True)


def make_pemangku(jabatan: str, pegawai: str, jenis: str = "Definitif", **values) -> str:
	"""Let a Pegawai hold a post, by default since last year."""
	values.setdefault("mulai", add_to_date(nowdate(), years=-1))
	return make("Pemangku Jabatan", {"jabatan": jabatan, "pegawai": pegawai, "jenis": jenis}, **values)


def make(doctype: str, key: dict, **values) -> str:
	"""Create a document unless one with this key is there; return its name."""
	name = frappe.db.get_value(doctype, key)
	return name or frappe.get_doc({"doctype": doctype, **key, **values}).insert(ignore_permissions=True).name


def make_deret(kode: str = "UJI", **values) -> str:
	"""Create a series of letters' numbers, in which the operator may insert, unless it is there; return its name."""
	given = {"nama_deret": f"Deret {kode}", "pola": "{urut:3}/{tahun}", "peran_sisipan": "Operator Surat"}
	return make("Deret Nomor", {"kode": kode}, **{**given, **values})


def make_pdf() -> bytes:
	"""Return a real one-page PDF that differs each time."""
	stream = BytesIO()
	Image.frombytes("L", (8, 8), os.urandom(64)).resize((400, 560)).save(stream, "PDF")
	return stream.getvalue()


def make_berkas(content: bytes | None = None, nama: str = "surat.pdf", **values):
	"""Upload a file as the present user, unless told otherwise as yet on no letter."""
	return frappe.get_doc(
		{"doctype": "File", "file_name": nama, "content": content or make_pdf(), "is_private": 1, **values}
	).insert()


def make_surat_masuk(**values):
	"""Register a letter as the test office's operator, a secret one as its operator sandi; return the saved document."""
	with acting_as("UJI-SANDI" if values.get("sifat") in SIFAT_RAHASIA else "UJI-OPERATOR"):
		return frappe.get_doc(compose_surat_masuk(**values)).insert()


def compose_surat_masuk(**values) -> dict:
	"""Return the values of a new letter, unless told otherwise with a scan uploaded by the present user."""
	if "scan" not in values:
		values["scan"] = [{"berkas": make_berkas().file_url}]
	return {
		"doctype": "Surat Masuk",
		"buku": "SMR" if values.get("sifat") in SIFAT_RAHASIA else "SM",
		"saluran": "Fisik",
		"tanggal_terima": now_datetime(),
		"pengirim": frappe.db.get_value("Instansi", {"nama_instansi": "Instansi Uji"}),
		"nomor_surat": frappe.generate_hash(length=8),
		"tanggal_surat": nowdate(),
		"perihal": "Undangan rapat koordinasi",
		"tujuan": "UJI-KADIS",
		"sifat": "Biasa",
		"derajat": "Biasa",
		**values,
	}


def make_surat_keluar(penyusun: str = "UJI-STAF-A1", **values):
	"""Let the holder of a post draft a letter; return the saved document."""
	with acting_as(penyusun):
		return frappe.get_doc(compose_surat_keluar(**values)).insert()


def compose_surat_keluar(**values) -> dict:
	"""Return the values of a new draft, for the test office's head to sign."""
	return {
		"doctype": "Surat Keluar",
		"jenis_naskah": "Nota Dinas",
		"perihal": "Laporan kegiatan",
		"sifat": "Biasa",
		"derajat": "Biasa",
		"klasifikasi": "UJI.1",
		"isi": "<p>Dengan hormat kami laporkan kegiatan.</p>",
		"tujuan": [{"jenis_penerima": "Instansi", "penerima": "Instansi Uji"}],
		"penanda_tangan": "UJI-KADIS",
		"cara_tanda_tangan": "Sendiri",
		**values,
	}


def remove_surat_keluar(name: str) -> None:
	"""Take away a Surat Keluar that was committed, with its rows and what tells of it; no file."""
	for field in frappe.get_meta("Surat Keluar").get_table_fields():
		frappe.db.delete(field.options, {"parent": name})
	for doctype, column in (
		("Surat Keluar", "name"),
		("Akses Surat", "surat"),
		("Agenda Keluar", "surat_keluar"),
		("Pengiriman Surat", "surat_keluar"),
		("Pemberitahuan Surat", "surat_keluar"),
		("Riwayat Buka", "surat_keluar"),
		("Notification Log", "document_name"),
		("Workflow Action", "reference_name"),
	):
		frappe.db.delete(doctype, {column: name})


def make_surat_menunggu(**values):
	"""Register a letter and bring it before its addressee; return the saved document.

	A secret letter is verified and passed on by the operator sandi; a Terbatas one the verifikator no longer sees
	once he has verified it.
	"""
	surat = make_surat_masuk(**values)
	rahasia = surat.sifat in SIFAT_RAHASIA
	with acting_as("UJI-SANDI" if rahasia else "UJI-VERIFIKATOR"):
		surat = verify(surat)
	with acting_as("UJI-SANDI" if rahasia else "UJI-OPERATOR"):
		return apply_workflow(surat, "Teruskan")


def make_disposed(**values) -> dict:
	"""Return a letter that its head has disposed to UJI-KABID-A, and the name of that disposisi: see `KasusUji.prepare_class`."""
	surat = make_surat_menunggu(**values)
	with acting_as("UJI-KADIS"):
		(disposisi,) = write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
	return {"surat": surat, "disposisi": disposisi}


def verify(surat):
	"""Verify a letter as the present user, every item of the checklist met; return the letter."""
	verify_surat(surat.name, compose_hasil())
	return frappe.get_doc("Surat Masuk", surat.name)


def compose_hasil(kecuali: str | None = None, catatan: str = "") -> list[dict]:
	"""Return the office's checklist with every item met but one, whose note is `catatan`."""
	return [
		{"butir": butir, "sesuai": int(butir != kecuali), "catatan": catatan if butir == kecuali else ""}
		for butir in frappe.get_all("Butir Verifikasi", filters={"aktif": 1}, pluck="name")
	]


def make_surel_keluar() -> None:
	"""Give the office an account to send e-mail from."""
	make(
		"Email Account",
		{"email_id": "surat@uji.example"},
		email_account_name="Surat Uji",
		enable_outgoing=1,
		default_outgoing=1,
		smtp_server="127.0.0.1",
		no_smtp_authentication=1,
		awaiting_password=1,
	)
