"""Letters that wait for a signature in an office that can sign: for the tests of signing, which really commit."""

import json
import os
import time

import frappe
from frappe.utils import get_files_path

from eoffice_app.persuratan.konsep.langkah import send_draft
from eoffice_app.setup.jenis_naskah import read_templat
from eoffice_app.tests.dasar import KasusUji, make, make_deret, make_surat_keluar, surel
from eoffice_app.tests.naskah_tte import PASSPHRASE, get_otoritas, get_pkcs12
from eoffice_app.tte.penandatanganan import get_hasil, sign_surat
from eoffice_app.tte.pengaturan import JENIS_PKCS12, PENGATURAN, SERTIFIKAT
from eoffice_app.tte.permintaan import Passphrase

JENIS, DERET = "Naskah Uji Tanda Tangan", "UJI-TTE"
SERI = f"Nomor/{DERET}//"
DETIK_TERLAMA = 90
MENGIKUT = {
	"Penerima Surat Keluar": "parent",
	"Paraf Surat Keluar": "parent",
	"Versi Naskah": "parent",
	"Akses Surat": "surat",
	"Notification Log": "document_name",
	"Workflow Action": "reference_name",
	"Version": "docname",
	"Upaya Tanda Tangan": "surat_keluar",
	"Agenda Keluar": "surat_keluar",
	"Pengiriman Surat": "surat_keluar",
}


class KasusTandaTangan(KasusUji):
	"""UJI-KADIS drafts and signs with a certificate of the test authority; what is committed is taken away again."""

	def setUp(self):
		super().setUp()
		forget_sertifikat()
		frappe.db.commit()
		self.letters = []
		self.counters = frappe.get_all("Penghitung Nomor", fields=["name", "nilai"], limit=0)
		self.settings = frappe.get_doc(PENGATURAN).as_dict()
		make_deret(DERET)
		make(
			"Jenis Naskah",
			{"nama_jenis": JENIS},
			kode="UJITTE",
			deret_nomor=DERET,
			templat=read_templat("nota"),
		)
		self.use("Lokal")
		self.certificate = make_sertifikat("UJI-KADIS")
		frappe.db.commit()
		frappe.db.savepoint("uji")

	def tearDown(self):
		# Whatever was committed meanwhile has taken the savepoint along.
		frappe.db.savepoint("uji")
		super().tearDown()
		forget_letters(self.letters)
		for doctype in ("Buku Nomor", "Pesanan Nomor"):
			frappe.db.delete(doctype, {"deret": DERET})
		frappe.db.delete("Penghitung Nomor", {"name": ["like", f"{SERI}%"]})
		frappe.db.set_value("Deret Nomor", DERET, "peran_sisipan", "Operator Surat")
		frappe.clear_document_cache("Deret Nomor", DERET)
		for row in self.counters:
			frappe.db.set_value("Penghitung Nomor", row.name, "nilai", row.nilai, update_modified=False)
		forget_sertifikat()
		frappe.cache.delete_keys("eoffice_passphrase_salah")
		restore_settings(self.settings)
		frappe.db.commit()

	def use(self, penyedia: str, **values):
		"""Let the office sign by a provider, trusting the authority of the tests."""
		set_pengaturan(penyedia=penyedia, **values)

	def wait_for_signature(self, penyusun: str = "UJI-KADIS", **values) -> str:
		"""Draft a letter and bring it before UJI-KADIS, who drafts it himself unless told otherwise; return its name."""
		surat = make_surat_keluar(penyusun, jenis_naskah=JENIS, **values)
		self.letters.append(surat.name)
		with self.sebagai(penyusun):
			send_draft(surat.name)
		frappe.db.commit()
		return surat.name

	def sign(
		self, *letters: str, kode: str = "UJI-KADIS", passphrase: str = PASSPHRASE, versi: int = 1, **cara
	):
		"""Sign letters through the endpoint and wait for the end; return what `get_hasil` says of each."""
		with self.sebagai(kode):
			hasil = sign_and_wait(letters, passphrase, versi, **cara)
		frappe.db.commit()
		frappe.db.savepoint("uji")
		return hasil

	def read(self, surat: str):
		return frappe.get_doc("Surat Keluar", surat)


def sign_and_wait(
	letters: tuple[str, ...], passphrase: str = PASSPHRASE, versi: int = 1, **cara
) -> list[dict]:
	"""Sign letters as the session's user and wait for the end; return what `get_hasil` says of each."""
	frappe.local.eoffice_passphrase = Passphrase(passphrase)
	daftar = json.dumps([{"surat_keluar": surat, "versi": versi} for surat in letters])
	kelompok = sign_surat(daftar, **cara)
	frappe.db.commit()
	until = time.monotonic() + DETIK_TERLAMA
	while (hasil := get_hasil(kelompok))["berjalan"]:
		if time.monotonic() > until:
			raise TimeoutError(str(hasil))
		# Asking is as much work as signing: seldom, then.
		time.sleep(0.2)
		# A new transaction sees what the thread has committed since.
		frappe.db.commit()
	frappe.db.commit()
	return get_hasil(kelompok)["surat"]


def make_sertifikat(kode: str) -> str:
	"""Give the holder of a post a certificate of the test authority; return its document's name."""
	pegawai = frappe.db.get_value("Pegawai", {"user": surel(kode)})
	doc = frappe.get_doc({"doctype": SERTIFIKAT, "pegawai": pegawai, "jenis": JENIS_PKCS12})
	doc.install(get_pkcs12(kode))
	return doc.insert().name


def set_pengaturan(**values) -> None:
	"""Set how the office signs; it trusts the authority of the tests unless told otherwise by `otoritas`."""
	doc = frappe.get_doc(PENGATURAN)
	files = values.pop("otoritas", [get_otoritas().export()])
	doc.update({"otoritas": [{"berkas": save_otoritas(isi)} for isi in files], **values})
	doc.save()


def save_otoritas(isi: bytes) -> str:
	"""Store a certificate or revocation list as the desk does, and return its address."""
	values = {"file_name": f"{frappe.generate_hash(length=6)}.pem", "content": isi, "is_private": 1}
	owner = {"attached_to_doctype": PENGATURAN, "attached_to_name": PENGATURAN}
	return frappe.get_doc({"doctype": "File", **values, **owner}).insert().file_url


def restore_settings(before: frappe._dict) -> None:
	"""Put the office's own way of signing back."""
	doc = frappe.get_doc(PENGATURAN)
	fields = [field.fieldname for field in doc.meta.fields if field.fieldtype != "Table"]
	rows = [{"berkas": row.berkas} for row in before.otoritas]
	doc.update({**{field: before.get(field) for field in fields}, "otoritas": rows})
	doc.save()


def forget_sertifikat() -> None:
	"""Take the certificates of the test office away."""
	for pegawai in frappe.get_all("Pegawai", {"user": ["like", "uji-%"]}, pluck="name"):
		for name in frappe.get_all(SERTIFIKAT, {"pegawai": pegawai}, pluck="name"):
			frappe.delete_doc(SERTIFIKAT, name, force=True)


def forget_letters(letters: list[str]) -> None:
	"""Take away letters with everything that hangs on them, whatever rule keeps them."""
	for surat in letters:
		for doctype, column in MENGIKUT.items():
			frappe.db.delete(doctype, {column: surat})
		for address in frappe.get_all("File", {"attached_to_name": surat}, pluck="file_url"):
			path = get_files_path(os.path.basename(address), is_private=1)
			if os.path.exists(path):
				os.remove(path)
		frappe.db.delete("File", {"attached_to_name": surat})
		frappe.db.delete("Surat Keluar", {"name": surat})
	frappe.db.commit()
