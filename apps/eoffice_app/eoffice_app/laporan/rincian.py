"""The letters and deliveries behind a figure of times."""

import frappe
from frappe.utils import now_datetime

from eoffice_app.laporan.di_balik import read_counted
from eoffice_app.laporan.peristiwa import (
	BERJALAN,
	PENGIRIMAN,
	SURAT_KELUAR,
	SURAT_MASUK,
	TANPA_TENGGAT,
	TEPAT_WAKTU,
	TERLAMBAT,
)
from eoffice_app.laporan.waktu import DARI_SAMPAI, Pilihan, compose_step, list_steps

RINCIAN = "Rincian Waktu Surat"
LEWAT_TENGGAT, SELESAI = "Lewat Tenggat", "Selesai"
DALAM, MELEBIHI = "Dalam Mutu Baku", "Melebihi Mutu Baku"
# What tells one document from another.
PENGENAL = {SURAT_MASUK: "nomor_agenda", SURAT_KELUAR: "nomor", PENGIRIMAN: "nomor_surat"}


def compose_behind(pilihan: Pilihan, **figure: str) -> dict:
	"""Return the `di_balik` of a row of figures on times: see `angka`.

	:param figure: `kelompok` or `langkah`, as `list_behind` takes them
	"""
	asked = {
		"jenis": pilihan.jenis,
		"dari": str(pilihan.periode.dari),
		"sampai": str(pilihan.periode.sampai),
		"unit_kerja": pilihan.unit,
	}
	return {"laporan": RINCIAN, "saring": {**asked, **figure}}


def list_behind(
	pilihan: Pilihan, kelompok: str = "", hasil: str = "", langkah: str = ""
) -> tuple[list[dict], int]:
	"""Return the documents behind a figure, the slowest first, and how many it counts that the user may not open.

	:param kelompok: degree of urgency, or way of sending
	:param hasil: what became of them, SELESAI (in time or not), LEWAT_TENGGAT, or of a step DALAM or MELEBIHI
	:param langkah: code of a Mutu Baku
	:return: at most PALING_BANYAK dicts of `dokumen`, `jenis`, `nomor`, `perihal`, `tanggal`, `kelompok`, `menit`, `tenggat`,
	        `selesai_pada` and `hasil`; and a number
	"""
	step = next((step for step in list_steps(pilihan.jenis) if step.kode == langkah), None)
	menit, condition = _compose(pilihan, kelompok, hasil, step)
	values = {
		**pilihan.as_values(),
		"kelompok": kelompok,
		"hasil": hasil,
		"selesai": (TEPAT_WAKTU, TERLAMBAT, TANPA_TENGGAT),
		"saat": now_datetime(),
		"baku": step.waktu_menit if step else 0,
	}
	columns = f"""
		dokumen.{PENGENAL[pilihan.jenis]} as nomor, dokumen.perihal, waktu.tanggal, waktu.kelompok, {menit} as menit,
		waktu.tenggat, waktu.selesai_pada, waktu.hasil
	"""
	where = f"from `tabWaktu Surat` waktu where {pilihan.compose()} and {condition}"
	slowest = f"{menit} desc, waktu.tanggal desc"
	return read_counted(pilihan.jenis, where, columns, (slowest, slowest), values)


def _compose(pilihan: Pilihan, kelompok: str, hasil: str, step: frappe._dict | None) -> tuple[str, str]:
	conditions = ["waktu.kelompok = %(kelompok)s"] if kelompok else []
	if step:
		menit, through = compose_step(step)
		conditions.append(through)
		conditions += {DALAM: [f"{menit} <= %(baku)s"], MELEBIHI: [f"{menit} > %(baku)s"]}.get(hasil, [])
		return menit, " and ".join(conditions)
	start, end = (f"waktu.{column}" for column in DARI_SAMPAI[pilihan.jenis])
	if hasil == LEWAT_TENGGAT:
		conditions.append(f"waktu.hasil = '{BERJALAN}' and waktu.tenggat < %(saat)s")
	elif hasil == SELESAI:
		conditions.append("waktu.hasil in %(selesai)s")
	elif hasil:
		conditions.append("waktu.hasil = %(hasil)s")
	return f"if({start} > 0 and {end} >= {start}, {end} - {start}, null)", " and ".join(
		conditions
	) or "(1 = 1)"
