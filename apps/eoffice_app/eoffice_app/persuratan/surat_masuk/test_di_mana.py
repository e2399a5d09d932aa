import frappe
from frappe.utils import getdate

from eoffice_app.persuratan.surat_masuk.di_mana import describe_place, write_since
from eoffice_app.tests.dasar import KasusUji


class TestDiMana(KasusUji):
	def test_many_recipients_are_counted_not_listed(self):
		nodes = [make_node(f"d{number}", f"Kasi {number}") for number in range(5)]
		surat = frappe._dict(workflow_state="Didisposisikan")
		said = describe_place(surat, nodes, getdate("2026-11-21"))
		self.assertIn("Pada Kasi 0", said)
		self.assertIn("dan pada 3 jabatan lain", said)

	def test_a_report_waits_with_the_one_above_and_a_late_one_says_how_late(self):
		surat = frappe._dict(workflow_state="Didisposisikan")
		reported = make_node("a", "Kasi A", status="Dilaporkan", umpan_balik_pada="2026-11-20 10:00:00")
		late = make_node("b", "Kasi B", status="Dibaca", batas_waktu=getdate("2026-11-18"))
		said = describe_place(surat, [reported, late], getdate("2026-11-21"))
		self.assertIn("Umpan balik Kasi A menunggu diterima Kabid sejak 20 Nov, 1 hari", said)
		self.assertIn("Pada Kasi B sejak 19 Nov, 2 hari, terlambat 3 hari", said)

	def test_days_of_another_year_bear_it(self):
		self.assertEqual(write_since("2025-12-30", getdate("2026-01-02")), "sejak 30 Des 2025, 3 hari")


def make_node(name: str, nama_kepada: str, **values) -> frappe._dict:
	return frappe._dict(
		{
			"name": name,
			"status": "Terkirim",
			"peran_penerima": "Penanggung Jawab",
			"perlu_jawaban": 1,
			"disposisi_induk": None,
			"nama_dari": "Kabid",
			"nama_kepada": nama_kepada,
			"ditulis_pada": "2026-11-19 08:00:00",
			**values,
		}
	)
