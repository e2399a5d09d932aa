"""The letters behind a figure of a verifier."""

from eoffice_app.laporan.di_balik import read_counted
from eoffice_app.laporan.periode import Periode
from eoffice_app.laporan.peristiwa import SURAT_MASUK
from eoffice_app.laporan.verifikasi import DIPERIKSA, HASIL, KEADAAN, NILAI, PETUGAS, SUMBER, TANPA_PETUGAS
from eoffice_app.persuratan.keadaan import KEADAAN_DITUTUP

KOLOM = """
	dokumen.nomor_agenda as nomor, dokumen.tanggal_terima as tanggal, dokumen.pengirim, dokumen.perihal,
	dokumen.workflow_state as keadaan, dokumen.alasan, (
		select hasil.creation from `tabHasil Verifikasi` hasil
		where hasil.parent = dokumen.name and hasil.parenttype = 'Surat Masuk' and hasil.idx = 1
	) as diperiksa_pada
"""
TERBARU = ("waktu.tanggal desc, waktu.menit_diterima desc", "dokumen.tanggal_terima desc")


def list_verified(periode: Periode, verifikator: str = "", hasil: str = "") -> tuple[list[dict], int]:
	"""Return the letters received in a period that somebody verified, the newest first, and how many more are only counted.

	:param verifikator: his account; TANPA_PETUGAS for letters of which nobody noted it, everybody's where empty
	:param hasil: one of HASIL's values; all of them where empty
	:return: at most PALING_BANYAK dicts of `dokumen`, `jenis`, `nomor`, `tanggal`, `pengirim`, `perihal`, `keadaan`,
	        `diperiksa_pada` and `alasan`; and a number
	"""
	values = {
		**periode.as_values(),
		"ditutup": KEADAAN_DITUTUP,
		"verifikator": "" if verifikator == TANPA_PETUGAS else verifikator,
		"hasil": hasil,
	}
	where = f"{SUMBER} where {_compose_condition(verifikator, hasil)}"
	return read_counted(SURAT_MASUK, where, KOLOM, TERBARU, values)


def _compose_condition(verifikator: str, hasil: str) -> str:
	conditions = [DIPERIKSA]
	if verifikator:
		conditions.append(f"ifnull({NILAI[PETUGAS]}, '') = %(verifikator)s")
	if hasil in KEADAAN.values():
		conditions.append("waktu.keadaan = %(hasil)s")
	elif hasil == HASIL["lolos"]:
		conditions.append("waktu.keadaan not in %(ditutup)s")
	return " and ".join(conditions)
