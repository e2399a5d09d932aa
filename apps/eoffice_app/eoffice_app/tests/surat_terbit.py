"""Letters that have left the drafts: signed and numbered, as the tests of what comes after need them."""

import hashlib

import frappe
from frappe.utils import nowdate

from eoffice_app.tests.dasar import make_surat_keluar
from eoffice_app.tte.kode_verifikasi import make_kode


def make_surat_terbit(isi: bytes = b"", penyedia: str = "Lokal", keadaan: str = "Bernomor", **values):
	"""Return a letter with a number, a code and the hash of `isi` as its signed file, in a state."""
	surat = make_surat_keluar(**values)
	surat.db_set(
		{
			"workflow_state": keadaan,
			"nomor": f"000.8.3.3/{surat.name}/UJI",
			"tanggal_surat": nowdate(),
			"kode_verifikasi": make_kode(),
			"penyedia": penyedia,
			"nama_penanda_tangan": "Pegawai UJI-KADIS",
			"sebagai": "Plh. Jabatan UJI-KADIS",
			"sha256_bertanda": hashlib.sha256(isi).hexdigest(),
		}
	)
	return frappe.get_doc("Surat Keluar", surat.name)
