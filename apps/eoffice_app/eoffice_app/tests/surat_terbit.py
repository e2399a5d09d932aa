"""Numbered letters as those outside know them: with a code, the signer's name and the hash of their file."""

import hashlib

from frappe.model.document import Document

from eoffice_app.tests.surat_bernomor import make_surat_bernomor
from eoffice_app.tte.kode_verifikasi import make_kode


def make_surat_terbit(
	isi: bytes = b"", penyedia: str = "Lokal", keadaan: str = "Bernomor", **values
) -> Document:
	"""Return a letter that has its number and its code, in a state; `isi` is its signed file."""
	surat = make_surat_bernomor("UJI-STAF-A1", **values)
	surat.db_set(
		{
			"workflow_state": keadaan,
			"kode_verifikasi": make_kode(),
			"penyedia": penyedia,
			"nama_penanda_tangan": "Pegawai UJI-KADIS",
			"sebagai": "Plh. Jabatan UJI-KADIS",
			"sha256_bertanda": hashlib.sha256(isi).hexdigest(),
		}
	)
	return surat
