"""Every figure of every report opens as many documents as it counts."""

import re
from contextlib import nullcontext
from datetime import datetime, time

import frappe
from frappe.desk.query_report import run
from frappe.utils import add_days, getdate, nowdate

from eoffice_app.laporan.peristiwa import PERISTIWA
from eoffice_app.laporan.rekapitulasi import ARAH
from eoffice_app.laporan.report.kinerja_verifikasi.kinerja_verifikasi import BUTIR
from eoffice_app.laporan.test_rekap import HARI, LUSA, KasusRekap
from eoffice_app.laporan.verifikasi import NILAI
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.persuratan.doctype.surat_masuk.surat_masuk import close_with_reason
from eoffice_app.persuratan.surat_masuk.verifikasi import verify_surat
from eoffice_app.tests.dasar import (
	acting_as,
	compose_hasil,
	make,
	make_deret,
	make_surat_masuk,
	make_surat_menunggu,
)
from eoffice_app.tests.surat_bernomor import make_pengiriman, make_surat_bernomor

# Report → what it can be asked for.
LAPORAN = {
	"Rekapitulasi Surat": [
		{"surat": jenis, "menurut": menurut} for jenis, arah in ARAH.items() for menurut in arah.pembagian
	],
	"Kinerja Verifikasi": [{"menurut": menurut} for menurut in (*NILAI, BUTIR)],
	"Beban Kerja": [{"menurut": "Jabatan"}, {"menurut": "Unit Kerja"}],
	"Tunggakan Disposisi": [{}, {"unit_kerja": "UJI-BID-A"}],
	"Waktu Penyelesaian": [{"jenis": jenis} for jenis in PERISTIWA],
	"Waktu Mutu Baku": [{"jenis": jenis} for jenis in PERISTIWA],
	"Pemeriksaan Buku Nomor": [{}],
}
# Reports each of whose rows is a document, and no figure.
DAFTAR = {
	"Buku Agenda",
	"Buku Ekspedisi",
	"Daftar Berita Keluar",
	"Jurnal Faks Harian",
	"Rincian Disposisi",
	"Rincian Verifikasi",
	"Rincian Waktu Surat",
}
# Numbers that count nothing.
BUKAN_JUMLAH = {"waktu_menit", "median", "p90", "tertua", "di_kertas", "nomor_awal", "nomor_akhir"}
PENGIRIM = "Kantor \"Pos\" & 'Giro', cabang Uji"
BOLEH = "Lampiran lengkap"
# To whom → how many days ago, for each of the ages of Tunggakan Disposisi but the last.
UMUR_DISPOSISI = {"UJI-SEKDIN": 1, "UJI-KABID-A": 3, "UJI-KABID-B": 7, "UJI-KASI-A2": 14}
TERBUKA, SELESAI, TERLAMBAT, DITARIK = "Terkirim", "Selesai", "Dilaporkan", "Ditarik"


class TestDiBalikAngka(KasusRekap):
	@classmethod
	def prepare_class(cls) -> dict:
		"""Letters of every outcome: disposed, closed, secret, waiting, outgoing and delivered."""
		pengirim = make("Instansi", {"nama_instansi": PENGIRIM})
		waiting, rahasia = (
			make_surat_menunggu(pengirim=pengirim),
			make_surat_menunggu(sifat="Rahasia", tujuan="UJI-KABID-B", klasifikasi="UJI.1"),
		)
		disposed = [make_surat_menunggu() for _status in range(4)]
		closed = [make_surat_masuk() for _tindakan in range(3)]
		checked = make_surat_masuk(klasifikasi="UJI.1")
		with acting_as("UJI-VERIFIKATOR"):
			verify_surat(checked.name, compose_hasil(kecuali=BOLEH))
			for surat, tindakan in zip(closed, ("Kembalikan", "Tolak", "Batalkan"), strict=True):
				close_with_reason(surat.name, tindakan, "Tidak lengkap")
		with acting_as("UJI-KADIS"):
			for surat in disposed:
				write_disposisi(surat.name, ["UJI-KABID-A", "UJI-KABID-B"], ["Tindak lanjuti"])
			ageing = write_disposisi(waiting.name, [*UMUR_DISPOSISI], ["Tindak lanjuti"])
		masuk = [*disposed, *closed, waiting, rahasia, checked, make_surat_masuk()]
		keluar = [make_surat_bernomor(), make_surat_bernomor(sifat="Terbatas"), make_surat_bernomor()]
		deliveries = make_pengiriman("Pos")
		keluar += [frappe.get_doc("Surat Keluar", doc.surat_keluar) for doc in deliveries]
		return {
			"masuk": [surat.name for surat in masuk],
			"disposed": [surat.name for surat in disposed],
			"menua": ageing,
			"keluar": [surat.name for surat in keluar],
			"kiriman": [doc.name for doc in deliveries],
		}

	def setUp(self):
		super().setUp()
		for surat in self.masuk:
			self.put(surat, datetime.combine(HARI, time(10)))
		# The deadline is a day after the receipt.
		for surat, hour in zip(self.disposed, (8, 23), strict=False):
			done = {"workflow_state": "Selesai", "keadaan_sejak": datetime.combine(LUSA, time(hour))}
			self.put(surat, datetime.combine(HARI, time(9)), **done)
		for surat, status in zip(self.disposed, (TERBUKA, SELESAI, TERLAMBAT, DITARIK), strict=True):
			self.put_disposisi(surat, status)
		for name, days in zip(self.menua, UMUR_DISPOSISI.values(), strict=True):
			written = datetime.combine(getdate(add_days(nowdate(), -days)), time(23, 59, 59))
			values = {"ditulis_pada": written, "batas_waktu": None}
			frappe.db.set_value("Disposisi", name, values, update_modified=False)
		for surat, state in zip(self.keluar, ("Bernomor", "Terkirim", "Batal", "Bernomor"), strict=True):
			values = {"tanggal_surat": HARI, "creation": datetime.combine(HARI, time(9))}
			frappe.db.set_value("Surat Keluar", surat, {**values, "workflow_state": state})
		sent = {
			"creation": datetime.combine(HARI, time(10)),
			"dikirim_pada": datetime.combine(HARI, time(11)),
		}
		for kiriman in self.kiriman:
			frappe.db.set_value("Pengiriman Surat", kiriman, {**sent, "keadaan": "Terkirim"})
		self.write_ledger()
		self.note(HARI)
		self.count(HARI)

	def write_ledger(self):
		"""Write lines of every state, as only the ledger itself does."""
		numbers = {"deret": make_deret(), "seri": "Nomor/UJI//2019", "periode": HARI.year}
		for urut, (state, sub) in enumerate((("Terpakai", 0), ("Dipesan", 0), ("Batal", 1)), start=1):
			line = {"nomor_urut": urut, "sub": sub, "keadaan": state, "nomor": f"{urut}.{sub}/UJI/2019"}
			frappe.get_doc({"doctype": "Buku Nomor", **numbers, **line}).db_insert()

	def put_disposisi(self, surat: str, status: str):
		done = LUSA if status == TERLAMBAT else HARI
		values = {
			"status": status,
			"ditulis_pada": datetime.combine(HARI, time(23, 59, 59)),
			"dibaca_pada": datetime.combine(done, time(12)),
			"batas_waktu": HARI,
		}
		frappe.db.set_value("Disposisi", {"surat_masuk": surat}, values, update_modified=False)

	def test_no_report_is_left_out(self):
		ours = frappe.get_all("Module Def", {"app_name": "eoffice_app"}, pluck="name")
		reports = frappe.get_all("Report", {"is_standard": "Yes", "module": ["in", ours]}, pluck="name")
		self.assertEqual(set(reports), LAPORAN.keys() | DAFTAR)

	def test_every_figure_opens_as_many_as_it_counts(self):
		for name in LAPORAN:
			opened, columns = self.walk(None, name)
			self.assertTrue(opened, name)
			self.assertEqual(columns - opened, set(), f"{name}: no figure to open in these columns")

	def test_whoever_counts_what_he_sees_opens_all_that_he_counts(self):
		for kode in ("UJI-KABID-A", "UJI-VERIFIKATOR"):
			self.assertTrue(any(self.walk(kode, name)[0] for name in LAPORAN), kode)

	def test_the_leadership_is_told_how_many_more_it_counts(self):
		for name in LAPORAN:
			self.walk("UJI-KADIS", name)

	def walk(self, kode: str | None, name: str) -> tuple[set[str], set[str]]:
		"""Open every figure of a report that a user may open; return the columns of which one was opened, and all that open.

		:param kode: the administrator where None
		"""
		opened, columns = set(), set()
		with self.sebagai(kode) if kode else nullcontext():
			for asked in LAPORAN[name] if frappe.get_doc("Report", name).is_permitted() else ():
				answer = run(name, filters={"dari": str(HARI), "sampai": str(HARI), **asked})
				counting = [column for column in answer["columns"] if counts(column)]
				columns |= {column["fieldname"] for column in counting}
				# Frappe's own line of sums is a list.
				for row in (row for row in answer["result"] if isinstance(row, dict)):
					for column in counting:
						if row[column["fieldname"]]:
							self.check_figure(
								(kode, name, asked, row["nama"], column["fieldname"]), row, column
							)
							opened.add(column["fieldname"])
		return opened, columns

	def check_figure(self, context: tuple, row: dict, column: dict):
		behind = row["di_balik"]
		filters = {**behind["saring"], **column["buka"]}
		figure = row[column["fieldname"]]
		if "laporan" in behind:
			shown, told = open_report(behind["laporan"], filters)
			self.assertEqual(shown + told, figure, context)
			return
		shown = open_list(behind["doctype"], filters)
		if context[0] == "UJI-KADIS":
			self.assertLessEqual(shown, figure, context)
		else:
			self.assertEqual(shown, figure, context)


def counts(column: dict) -> bool:
	"""Whether a column of a report counts documents."""
	return column["fieldtype"] == "Int" and column["fieldname"] not in BUKAN_JUMLAH


def open_list(doctype: str, filters: dict) -> int:
	"""Return how many documents a list shows, with the filters of an address."""
	asked = [
		[
			*(field.split(".") if "." in field else (doctype, field)),
			*(value if isinstance(value, list) else ("=", value)),
		]
		for field, value in filters.items()
	]
	return len(set(frappe.get_list(doctype, filters=asked, pluck="name", limit_page_length=0)))


def open_report(name: str, filters: dict) -> tuple[int, int]:
	"""Return how many rows a report has, and how many more it says that it counts."""
	answer = run(name, filters={key: value for key, value in filters.items() if value})
	told = re.search(r"(\d+) surat lain", answer["message"] or "")
	return len(answer["result"]), int(told[1]) if told else 0
