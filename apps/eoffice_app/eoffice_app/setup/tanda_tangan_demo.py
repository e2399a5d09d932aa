"""What the demo office signs with: a test authority that says that it is one, and certificates of its officials."""

import frappe

from eoffice_app.setup.demo import kantor
from eoffice_app.tte.otoritas_uji import OtoritasUji, make_otoritas_uji
from eoffice_app.tte.pengaturan import BASAH, JENIS_PKCS12, LOKAL, PENGATURAN, SERTIFIKAT

# Short, because the name of an authority has little room after the words that it is a test.
NAMA_KANTOR = "Kantor Contoh"
BERKAS_OTORITAS = "otoritas-uji-bukan-untuk-dinas.pem"


def create_tanda_tangan_demo(passphrase: str) -> None:
	"""Let the demo office sign with certificates of a test authority, unless the office has set how it signs.

	The authority's key is forgotten at once: nobody can issue a certificate in its name later.

	:param passphrase: what opens each certificate: the common password of the demo accounts
	"""
	pengaturan = frappe.get_doc(PENGATURAN)
	if pengaturan.otoritas or (pengaturan.penyedia or BASAH) != BASAH or frappe.db.count(SERTIFIKAT):
		return
	otoritas = make_otoritas_uji(NAMA_KANTOR)
	pengaturan.update(
		{
			"penyedia": LOKAL,
			"lokasi": kantor.PENGATURAN["kota"],
			"otoritas": [{"berkas": _save_otoritas(otoritas)}],
		}
	)
	pengaturan.save(ignore_permissions=True)
	for orang in kantor.ORANG:
		if orang.jenis == "Struktural":
			_create_sertifikat(orang.nip, otoritas, passphrase)


def _save_otoritas(otoritas: OtoritasUji) -> str:
	berkas = {"doctype": "File", "file_name": BERKAS_OTORITAS, "content": otoritas.export(), "is_private": 1}
	owner = {"attached_to_doctype": PENGATURAN, "attached_to_name": PENGATURAN}
	return frappe.get_doc({**berkas, **owner}).insert(ignore_permissions=True).file_url


def _create_sertifikat(nip: str, otoritas: OtoritasUji, passphrase: str) -> None:
	pegawai = frappe.db.get_value("Pegawai", {"nip": nip}, ["name", "nama_lengkap"], as_dict=True)
	doc = frappe.get_doc({"doctype": SERTIFIKAT, "pegawai": pegawai.name, "jenis": JENIS_PKCS12})
	doc.install(otoritas.issue(pegawai.nama_lengkap, passphrase))
	doc.insert(ignore_permissions=True)
