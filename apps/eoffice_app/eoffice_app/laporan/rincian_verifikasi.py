"""The letters behind a figure of a verifier: by name, and so only those that the user may see, whoever he is."""

import frappe

from eoffice_app.laporan.akses import compose_listed, compose_seen, counts_all
from eoffice_app.laporan.periode import Periode, compose_periode
from eoffice_app.laporan.saringan import PALING_BANYAK
from eoffice_app.laporan.verifikasi import HASIL, KEADAAN, NILAI, PETUGAS, SUMBER, TANPA_PETUGAS
from eoffice_app.persuratan.cetak.teks import write_text
from eoffice_app.persuratan.keadaan import DITERIMA, KEADAAN_DITUTUP


def list_verified(periode: Periode, verifikator: str = "", hasil: str = "") -> tuple[list[dict], int]:
	"""Return the letters received in a period that somebody verified, the newest first, and how many more are only counted.

	:param verifikator: his account; TANPA_PETUGAS for letters of which nobody noted it, everybody's where empty
	:param hasil: one of HASIL's values; all of them where empty
	:return: at most PALING_BANYAK dicts of `dokumen`, `jenis`, `nomor`, `tanggal`, `pengirim`, `perihal`, `keadaan`,
	        `diperiksa_pada` and `alasan`; and a number
	"""
	values = {
		**periode.as_values(),
		"menunggu": DITERIMA,
		"ditutup": KEADAAN_DITUTUP,
		"verifikator": "" if verifikator == TANPA_PETUGAS else verifikator,
		"hasil": hasil,
	}
	where = f"{SUMBER} where {_compose_condition(verifikator, hasil)}"
	rows = frappe.db.sql(
		f"""
		select surat.name as dokumen, 'Surat Masuk' as jenis, surat.nomor_agenda as nomor, surat.tanggal_terima as tanggal,
			surat.pengirim, surat.perihal, surat.workflow_state as keadaan, hasil.creation as diperiksa_pada, surat.alasan
		{where} and {compose_listed("surat.name")} order by surat.tanggal_terima desc limit {PALING_BANYAK}
		""",
		values,
		as_dict=True,
	)
	unseen = f"select count(*) {where} and not {compose_seen('surat.name')}"
	hidden = frappe.db.sql(unseen, values)[0][0] if counts_all() else 0
	return [
		{**row, "perihal": write_text(row.perihal), "alasan": write_text(row.alasan)} for row in rows
	], hidden


def _compose_condition(verifikator: str, hasil: str) -> str:
	conditions = [compose_periode("surat.tanggal_terima"), "surat.workflow_state != %(menunggu)s"]
	if verifikator:
		conditions.append(f"ifnull({NILAI[PETUGAS]}, '') = %(verifikator)s")
	if hasil in KEADAAN.values():
		conditions.append("surat.workflow_state = %(hasil)s")
	elif hasil == HASIL["lolos"]:
		conditions.append("surat.workflow_state not in %(ditutup)s")
	return " and ".join(conditions)
