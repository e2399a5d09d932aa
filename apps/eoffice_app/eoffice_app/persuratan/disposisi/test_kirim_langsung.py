import frappe
from frappe.utils import add_days, get_datetime, nowdate

from eoffice_app.exceptions import TransisiTidakSahError
from eoffice_app.persuratan.disposisi.kirim_langsung import AlasanLangsungKosongError, send_directly
from eoffice_app.persuratan.disposisi.langkah import mark_read, write_disposisi
from eoffice_app.persuratan.disposisi.penerima import BukanBawahanError
from eoffice_app.persuratan.disposisi.pohon import get_pohon
from eoffice_app.persuratan.disposisi.umpan_balik import accept_report, report_back
from eoffice_app.persuratan.surat_masuk.tindakan import get_tindakan
from eoffice_app.tests.dasar import KasusUji, make_surat_masuk, make_surat_menunggu

ALASAN = "Acara besok pagi, Kepala Dinas sedang di luar kota"


class TestKirimLangsung(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		return {"surat": cls.make_undangan()}

	@classmethod
	def make_undangan(cls, days: int = 1, **values):
		acara = get_datetime(f"{add_days(nowdate(), days)} 09:00:00")
		return make_surat_menunggu(undangan=1, acara_mulai=acara, acara_tempat="Aula", **values)

	def test_the_operator_sends_it_and_the_letter_still_waits_for_the_head(self):
		surat = self.surat
		with self.sebagai("UJI-OPERATOR"):
			offered = [row["jabatan"] for row in get_tindakan(surat.name)["kirim_langsung"]]
			self.assertIn("UJI-KABID-A", offered)
			(name,) = send_directly(surat.name, ["UJI-KABID-A"], ALASAN)
		written = frappe.get_doc("Disposisi", name)
		self.assertEqual((written.kirim_langsung, written.alasan_langsung), (1, ALASAN))
		self.assertEqual((written.dari, written.nama_penulis), ("UJI-KADIS", "Pegawai UJI-OPERATOR"))
		self.assertEqual(
			frappe.db.get_value("Surat Masuk", surat.name, "workflow_state"), "Menunggu Disposisi"
		)
		with self.sebagai("UJI-KABID-A"):
			self.assertEqual(mark_read(surat.name), 1)
		with self.sebagai("UJI-KADIS"):
			self.assertEqual(get_pohon(surat.name)["akar"][0].alasan_langsung, ALASAN)
			write_disposisi(surat.name, ["UJI-SEKDIN"], ["Untuk diketahui"])
		self.assertEqual(frappe.db.get_value("Surat Masuk", surat.name, "workflow_state"), "Didisposisikan")

	def test_the_head_takes_the_report_and_the_letter_is_finished(self):
		surat = self.surat
		with self.sebagai("UJI-OPERATOR"):
			(name,) = send_directly(surat.name, ["UJI-KABID-A"], ALASAN)
		with self.sebagai("UJI-KABID-A"):
			report_back(name, "Sudah dihadiri")
		with self.sebagai("UJI-KADIS"):
			accept_report(name)
		self.assertEqual(frappe.db.get_value("Surat Masuk", surat.name, "workflow_state"), "Selesai")

	def test_only_the_day_before(self):
		for days in (-1, 15):
			surat = self.make_undangan(days)
			with self.sebagai("UJI-OPERATOR"):
				self.assertIsNone(get_tindakan(surat.name)["kirim_langsung"])
				with self.assertRaises(TransisiTidakSahError):
					send_directly(surat.name, ["UJI-KABID-A"], ALASAN)

	def test_an_urgent_letter_by_its_deadline_an_ordinary_one_never(self):
		for derajat, allowed in (("Sangat Segera", True), ("Biasa", False)):
			surat = make_surat_menunggu(derajat=derajat)
			frappe.db.set_value("Surat Masuk", surat.name, "tenggat", f"{nowdate()} 16:00:00")
			with self.sebagai("UJI-OPERATOR"):
				offered = get_tindakan(surat.name)["kirim_langsung"]
			self.assertEqual(offered is not None, allowed, derajat)

	def test_not_before_it_waits_and_not_after_the_head_disposed(self):
		besok = get_datetime(f"{add_days(nowdate(), 1)} 09:00:00")
		early, late = make_surat_masuk(undangan=1, acara_mulai=besok), self.make_undangan()
		with self.sebagai("UJI-KADIS"):
			write_disposisi(late.name, ["UJI-SEKDIN"], ["Hadiri/wakili"])
		for surat in (early, late):
			with self.sebagai("UJI-OPERATOR"), self.assertRaises(TransisiTidakSahError):
				send_directly(surat.name, ["UJI-KABID-A"], ALASAN)

	def test_it_says_why_and_goes_downwards(self):
		surat = self.surat
		with self.sebagai("UJI-OPERATOR"):
			with self.assertRaises(AlasanLangsungKosongError):
				send_directly(surat.name, ["UJI-KABID-A"], " ")
			with self.assertRaises(frappe.ValidationError):
				send_directly(surat.name, [], ALASAN)
			with self.assertRaises(BukanBawahanError):
				send_directly(surat.name, ["UJI-KADIS"], ALASAN)

	def test_only_an_operator_of_the_letter(self):
		surat = self.surat
		for kode in ("UJI-KADIS", "UJI-VERIFIKATOR"):
			with self.sebagai(kode):
				self.assertIsNone(get_tindakan(surat.name)["kirim_langsung"])
				with self.assertRaises(frappe.PermissionError):
					send_directly(surat.name, ["UJI-KABID-A"], ALASAN)
		with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
			send_directly(surat.name, ["UJI-KABID-A"], ALASAN)

	def test_nobody_else_writes_in_the_name_of_the_operator(self):
		surat = make_surat_menunggu()
		with self.sebagai("UJI-KADIS"):
			doc = frappe.get_doc(
				{
					"doctype": "Disposisi",
					"surat_masuk": surat.name,
					"dari": "UJI-KADIS",
					"kepada": "UJI-KABID-A",
					"catatan": "Biasa saja",
					"kirim_langsung": 1,
					"alasan_langsung": "Diselundupkan",
					"umpan_balik": "Diselundupkan",
					"flags": {"pengirim_langsung": {"sebagai": "Operator"}},
				}
			).insert()
		self.assertEqual((doc.kirim_langsung, doc.alasan_langsung, doc.umpan_balik), (0, None, None))
		self.assertEqual(doc.nama_penulis, "Pegawai UJI-KADIS")
